/** 去向牌: 在岗、下村、外出、休假. No reason and no position; valid for the days it names. */
import { spokenTime } from '../../../miniprogram/shared/dates'
import type { BusinessDate, WallTime } from '../../../miniprogram/shared/dates'

interface Days {
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** What was said for this day, or null when nothing was: silence is not absence. */
export function whereaboutsOn<Said extends Days>(
  said: Said | undefined,
  day: BusinessDate,
): Said | null {
  return said && holdsOn(said, day) ? said : null
}

export const holdsOn = ({ from, until }: Days, day: BusinessDate): boolean =>
  from <= day && day <= until

/** What hangs on the door that day: what was said for it, else the leave that was handed over. */
export function presenceOn<Said extends Days, Planned extends Days>(
  door: { readonly whereabouts?: Said; readonly planned?: readonly Planned[] },
  day: BusinessDate,
): Said | Planned | null {
  return (
    whereaboutsOn(door.whereabouts, day) ??
    door.planned?.find((planned) => holdsOn(planned, day)) ??
    null
  )
}

interface Back extends Days {
  /** Back at this time of the last day; null for the whole day. */
  readonly backAt: WallTime | null
}

/** When somebody is to be met. */
export interface Meeting {
  readonly date: BusinessDate
  readonly start: WallTime
}

/** What hangs on the door at that time; null also for somebody who is back by then. */
export function presenceAt<Said extends Back, Planned extends Back>(
  door: { readonly whereabouts?: Said; readonly planned?: readonly Planned[] },
  { date, start }: Meeting,
): Said | Planned | null {
  const said = presenceOn(door, date)
  return said && isBackBy(said, { date, start }) ? null : said
}

const isBackBy = ({ until, backAt }: Back, { date, start }: Meeting): boolean =>
  backAt !== null && date === until && backAt <= start

const AWAY = { village: '下村', out: '外出', leave: '休假' } as const

interface Said extends Back {
  readonly state: 'in' | keyof typeof AWAY
  readonly substitute: { readonly name: string } | null
}

/**
 * `蒋福生在`, `蒋福生外出，邓秋月接待`, or who to ask when nobody stands in; on the last day also when
 * they are back: `蒋福生下村，11:30回来，邓秋月接待`.
 */
export function presenceWords(name: string, said: Said | null, date: BusinessDate): string {
  if (!said || said.state === 'in') return `${name}在`
  const { state, until, backAt, substitute } = said
  const back = backAt !== null && date === until ? `${spokenTime(backAt)}回来，` : ''
  const there = substitute ? `${substitute.name}接待` : '有人接待'
  return `${name}${AWAY[state]}，${back}${there}`
}
