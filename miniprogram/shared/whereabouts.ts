/** 去向牌 in words: 在岗, 下村, 外出, 休假; until when, and who stands in. No reason, no position. */
import { addDays, spokenDate, spokenTime, weekday } from './dates'
import type { BusinessDate, WallTime } from './dates'

export type WhereState = 'in' | 'village' | 'out' | 'leave'

export interface Where {
  readonly state: WhereState
  readonly until: BusinessDate
  readonly backAt: WallTime | null
  readonly substitute: { readonly name: string } | null
}

export const WHERE_STATES: readonly { readonly state: WhereState; readonly text: string }[] = [
  { state: 'in', text: '在岗' },
  { state: 'village', text: '下村' },
  { state: 'out', text: '外出' },
  { state: 'leave', text: '休假' },
]

/** `下村到11:30，邓秋月替岗`; silence is not absence. */
export function whereText(where: Where | null, today: BusinessDate): string {
  if (!where) return '今天还没挂去向'
  const word = WHERE_STATES.find(({ state }) => state === where.state)?.text ?? ''
  if (where.state === 'in') return word
  return `${word}${untilText(where, today)}${where.substitute ? `，${where.substitute.name}替岗` : ''}`
}

function untilText({ until, backAt }: Where, today: BusinessDate): string {
  if (until > today) return `到${spokenDate(until, today).split(' ')[0] ?? ''}`
  return backAt ? `到${spokenTime(backAt)}` : '，今天不在'
}

export interface BackChoice {
  readonly key: string
  readonly text: string
  readonly until: BusinessDate
  readonly backAt?: WallTime
}

const TIMES: readonly WallTime[] = ['11:30', '14:30', '16:30']

/** When one is back: today unless said otherwise, so that the state alone is enough. */
export function backChoices(today: BusinessDate, now: WallTime): BackChoice[] {
  const friday = addDays(today, (5 - weekday(today) + 7) % 7)
  const times = TIMES.filter((time) => time > now).map((time) => ({
    key: time,
    text: `${time}回`,
    until: today,
    backAt: time,
  }))
  const days = [
    { key: 'tomorrow', text: '到明天', until: addDays(today, 1) },
    { key: 'friday', text: '到周五', until: friday },
  ].filter(({ key, until }) => key === 'tomorrow' || until > addDays(today, 1))
  return [{ key: 'today', text: '就今天', until: today }, ...times, ...days]
}
