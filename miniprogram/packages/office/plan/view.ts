import type { Exception, Plan, PlanEffect, Template } from '../../../services/plan'
import { spokenDate, spokenTime } from '../../../shared/dates'

const NAMES: Readonly<Record<string, string>> = {
  hall: '大厅',
  village: '进村服务',
  market: '赶场天',
}

const DIGITS = '十一二三四五六七八九'
const WEEK = '一二三四五六日'

/** On which days, in words. */
const DAYS: Readonly<Record<Template['days'], (template: Template) => string>> = {
  workdays: () => '每个工作日',
  thursdays: () => '每周四，放假就改到那周最近的工作日',
  weekdays: ({ weekdays = [] }) =>
    `每周${weekdays.map((day) => WEEK[day - 1] ?? '').join('、')}，放假不开`,
  marketDays: ({ marketEndings = [3, 8] }) =>
    `农历${marketEndings.map((digit) => `逢${DIGITS[digit] ?? ''}`).join('')}赶场，放假不开`,
}

/** What can be counted up and down in a template. */
export type Amount = 'capacity' | 'walkIns' | 'homeVisits' | 'minutes' | 'leadMinutes'

export interface AmountRow {
  readonly key: Amount
  readonly text: string
  readonly value: number
  readonly unit: string
}

const STEPS: Readonly<Record<Amount, { step: number; least: number; most: number }>> = {
  minutes: { step: 5, least: 10, most: 120 },
  capacity: { step: 1, least: 1, most: 50 },
  walkIns: { step: 1, least: 0, most: 50 },
  homeVisits: { step: 1, least: 0, most: 20 },
  leadMinutes: { step: 30, least: 0, most: 2880 },
}

export interface TemplateCard {
  readonly key: string
  readonly name: string
  readonly days: string
  readonly sessions: readonly { readonly from: string; readonly to: string }[]
  readonly amounts: readonly AmountRow[]
}

export const templateCards = ({ templates }: Pick<Plan, 'templates'>): TemplateCard[] =>
  Object.entries(templates).map(([key, template]) => ({
    key,
    name: NAMES[key] ?? key,
    days: DAYS[template.days](template),
    sessions: template.sessions,
    amounts: [
      { key: 'minutes', text: '一段多长', value: template.minutes, unit: '分钟' },
      { key: 'capacity', text: '每段能约', value: template.capacity, unit: '个' },
      {
        key: 'walkIns',
        text: '每段留给直接来的',
        value: template.walkIns ?? template.capacity,
        unit: '个',
      },
      { key: 'homeVisits', text: '每半天上门', value: template.homeVisits ?? 0, unit: '家' },
      {
        key: 'leadMinutes',
        text: '开始前多久停约',
        value: template.leadMinutes ?? 0,
        unit: '分钟',
      },
    ],
  }))

export function withAmount(template: Template, key: Amount, direction: number): Template {
  const { step, least, most } = STEPS[key]
  const before = template[key] ?? (key === 'walkIns' ? template.capacity : 0)
  const value = Math.min(most, Math.max(least, before + step * direction))
  return { ...template, [key]: value }
}

export function withTime(
  template: Template,
  index: number,
  side: 'from' | 'to',
  time: string,
): Template {
  const sessions = template.sessions.map((session, at) =>
    at === index ? { ...session, [side]: time } : session,
  )
  return { ...template, sessions }
}

export interface ExceptionRow {
  readonly id: string
  readonly title: string
  readonly note: string
}

export const exceptionRows = ({ exceptions, venues }: Plan, today: string): ExceptionRow[] =>
  exceptions
    .filter(({ date }) => date >= today)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ id, date, venueId, kind, reason }) => ({
      id,
      title: `${spokenDate(date, today)} ${kind === 'closed' ? '不开' : '加开'}`,
      note: `${venueId === null ? '所有地方' : (venues.find((venue) => venue.id === venueId)?.name ?? '')}，${reason}`,
    }))

/** What is being added. */
export interface NewException {
  readonly date: string
  readonly kind: Exception['kind']
  /** Index among the places; 0 is all of them. */
  readonly place: number
  readonly reason: string
}

export interface Effect {
  readonly sentence: string
  readonly people: readonly { readonly key: string; readonly text: string }[]
}

/** Whom it hits, before it does. */
export function effectOf({ added, removed, people }: PlanEffect): Effect {
  const parts = [
    added ? `多开${String(added)}段` : '',
    removed ? `少开${String(removed)}段` : '',
  ].filter(Boolean)
  const hit = people.length
    ? `有${String(people.length)}人约的时间要停，存了就给他们另留一个号，都发消息`
    : '没有人要改时间'
  return {
    sentence: `${parts.join('，') || '开的时间不变'}。${hit}。`,
    people: people.map(({ name, venueName, date, start, contact }, index) => ({
      key: String(index),
      text: `${name}，${spokenDate(date)} ${spokenTime(start)}，${venueName}${contact?.phone ? `，${contact.phone}` : ''}`,
    })),
  }
}
