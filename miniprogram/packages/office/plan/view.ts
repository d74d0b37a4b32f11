import type { Plan, PlanEffect, Template } from '../../../services/plan'
import { spokenTime } from '../../../shared/dates'
import { hitRows } from '../hits'
import { amountOf, followedAt, templateProblem } from './template'
import type { Span } from './template'

const NAMES: Readonly<Record<string, string>> = {
  hall: '大厅',
  village: '进村服务',
  market: '赶场天',
}

const DIGITS = '十一二三四五六七八九'
const WEEK = '一二三四五六日'

export const nameOf = (key: string, { name }: Template): string =>
  name || (NAMES[key] ?? '还没起名字')

/** On which days, in words. */
const DAYS: Readonly<Record<Template['days'], (template: Template) => string>> = {
  workdays: () => '每个工作日',
  thursdays: () => '每周四，放假就改到那周最近的工作日',
  weekdays: ({ weekdays = [] }) =>
    `每周${weekdays.map((day) => WEEK[day - 1] ?? '').join('、')}，放假不开`,
  marketDays: ({ marketEndings = [3, 8] }) =>
    `农历${marketEndings.map((digit) => `逢${DIGITS[digit] ?? ''}`).join('')}赶场，放假不开`,
}

export interface Option {
  readonly value: string
  readonly text: string
  readonly on: boolean
}

const DAY_CHOICES: readonly (readonly [Template['days'], string])[] = [
  ['workdays', '每个工作日'],
  ['thursdays', '每周四进村'],
  ['weekdays', '自己选星期'],
  ['marketDays', '赶场天'],
]

/** The usual choices, and the one in force where it is another. */
function numbers(usual: readonly number[], now: number, say: (n: number) => string): Option[] {
  const all = [...new Set([...usual, now])].sort((a, b) => a - b)
  return all.map((value) => ({ value: String(value), text: say(value), on: value === now }))
}

export function minutesWords(minutes: number): string {
  if (minutes === 30) return '半小时'
  if (minutes % 1440 === 0) return `${String(minutes / 1440)}天`
  return minutes % 60 === 0 ? `${String(minutes / 60)}小时` : `${String(minutes)}分钟`
}

const leadWords = (minutes: number): string =>
  minutes === 0 ? '开始前都能约' : `提前${minutesWords(minutes)}`

export const horizonChoices = (days: number): Option[] =>
  numbers([14, 30, 45, 60], days, (n) => `${String(n)}天`)

export interface AmountRow {
  readonly key: 'capacity' | 'walkIns' | 'homeVisits'
  readonly text: string
  readonly value: number
  readonly unit: string
}

const AMOUNTS: readonly Omit<AmountRow, 'value'>[] = [
  { key: 'capacity', text: '每段给人约', unit: '个' },
  { key: 'walkIns', text: '每段留给直接来的', unit: '个' },
  { key: 'homeVisits', text: '每半天上门', unit: '家' },
]

/** The form of one template, as the editor draws it. */
export interface TemplateForm {
  readonly key: string
  readonly named: boolean
  readonly name: string
  readonly days: readonly Option[]
  /** Which days of the week, or of the lunar month; empty where the pattern says it. */
  readonly which: readonly Option[]
  readonly whichKey: 'weekdays' | 'marketEndings'
  readonly sessions: readonly Span[]
  readonly breaks: readonly Span[]
  readonly minutes: readonly Option[]
  readonly amounts: readonly AmountRow[]
  readonly lead: readonly Option[]
  readonly places: readonly Option[]
}

export function templateForm(key: string, plan: Plan): TemplateForm | null {
  const template = plan.templates[key]
  if (!template) return null
  const { days, weekdays = [], marketEndings = [3, 8], minutes, leadMinutes = 0 } = template
  const byWeek = days === 'weekdays'
  return {
    key,
    named: !(key in NAMES),
    name: template.name ?? '',
    days: DAY_CHOICES.map(([value, text]) => ({ value, text, on: value === days })),
    which: byWeek
      ? [...WEEK].map((text, at) => choice(at + 1, `周${text}`, weekdays))
      : days === 'marketDays'
        ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) =>
            choice(digit, `逢${DIGITS[digit] ?? ''}`, marketEndings),
          )
        : [],
    whichKey: byWeek ? 'weekdays' : 'marketEndings',
    sessions: template.sessions,
    breaks: template.breaks ?? [],
    minutes: numbers([15, 20, 30, 60], minutes, minutesWords),
    amounts: AMOUNTS.map((row) => ({ ...row, value: amountOf(template, row.key) })),
    lead: numbers([0, 30, 60, 120, 1440], leadMinutes, leadWords),
    places: plan.venues.map((venue) => ({
      value: venue.id,
      text: shortName(venue.name),
      on: followedAt(venue).includes(key),
    })),
  }
}

/** The village is enough. */
const shortName = (name: string): string => name.replace('便民服务室', '')

const choice = (value: number, text: string, chosen: readonly number[]): Option => ({
  value: String(value),
  text,
  on: chosen.includes(value),
})

export interface TemplateCard {
  readonly key: string
  readonly name: string
  /** What it says, line by line. */
  readonly lines: readonly string[]
  readonly problem: string
}

export const templateCards = (plan: Plan): TemplateCard[] =>
  Object.entries(plan.templates).map(([key, template]) => ({
    key,
    name: nameOf(key, template),
    lines: [
      DAYS[template.days](template),
      hours(template.sessions),
      template.breaks?.length ? `中间歇${hours(template.breaks)}` : '',
      shareWords(template),
      [
        template.homeVisits ? `每半天上门${String(template.homeVisits)}家` : '',
        template.leadMinutes ? `${leadWords(template.leadMinutes)}停约` : '',
      ]
        .filter(Boolean)
        .join('，'),
      placesWords(key, plan),
    ].filter(Boolean),
    problem: cardProblem(key, template, plan),
  }))

/** Why this template cannot be stored as it is; empty when it can. */
function cardProblem(key: string, template: Template, plan: Plan): string {
  if (!(key in NAMES) && !template.name?.trim()) return '给它起个名字'
  return templateProblem(template) || (placesOf(key, plan).length === 0 ? '选一选用在哪里' : '')
}

const hours = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${spokenTime(from)}–${spokenTime(to)}`).join('，')

/** `半小时一段：10个给人约，10个留给直接来的（一半）` */
function shareWords(template: Template): string {
  const walkIns = amountOf(template, 'walkIns')
  const half = walkIns === template.capacity ? '（一半）' : ''
  const kept = walkIns ? `，${String(walkIns)}个留给直接来的${half}` : '，不给直接来的留'
  return `${minutesWords(template.minutes)}一段：${String(template.capacity)}个给人约${kept}`
}

const placesOf = (key: string, { venues }: Plan): Plan['venues'] =>
  venues.filter((venue) => followedAt(venue).includes(key))

/** So many places are named; more are counted. */
const MOST_NAMED = 2

function placesWords(key: string, plan: Plan): string {
  const places = placesOf(key, plan)
  if (places.length === 0) return ''
  return places.length > MOST_NAMED
    ? `用在${String(places.length)}个地方`
    : `用在${places.map(({ name }) => shortName(name)).join('、')}`
}

export interface Effect {
  readonly sentence: string
  /** What stays as it is, and what changes without touching anybody. */
  readonly notes: readonly string[]
  readonly people: readonly { readonly key: string; readonly text: string }[]
}

/** Whom it hits, before it does. */
export function effectOf(
  { added, removed, keptDays, people }: PlanEffect,
  horizon: { readonly before: number; readonly after: number },
): Effect {
  const parts = [
    added ? `多开${String(added)}段` : '',
    removed ? `少开${String(removed)}段` : '',
  ].filter(Boolean)
  const hit = people.length
    ? `有${String(people.length)}人约的时间要停，存了就给他们另留一个号，都发消息`
    : '没有人要改时间'
  return {
    sentence: `${parts.join('，') || '开的时间不变'}。${hit}。`,
    notes: [
      keptDays ? `有${String(keptDays)}天已经有人约了，那些天的号数照旧。` : '',
      horizon.before === horizon.after
        ? ''
        : `以后提前${String(horizon.after)}天放号；已经放出来的不收回。`,
    ].filter(Boolean),
    people: hitRows(people),
  }
}
