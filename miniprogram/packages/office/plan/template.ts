/** 一种安排: what the administrator changes in it, one tap at a time. */
import type { Plan, Template } from '../../../services/plan'

export type Span = Template['sessions'][number]
export type Place = Plan['venues'][number]

/** One tap in the editor: what it is about, and what was chosen. */
export interface Edit {
  readonly what: keyof typeof EDITS
  readonly value: string
  /** Which of the stretches. */
  readonly index: number
  readonly side: 'from' | 'to'
}

type Change = (template: Template, edit: Edit) => Partial<Template>
type Counted = 'capacity' | 'walkIns' | 'homeVisits'

const LIMITS: Readonly<Record<Counted, readonly [least: number, most: number]>> = {
  capacity: [1, 50],
  walkIns: [0, 50],
  homeVisits: [0, 20],
}

/** 几个: one more or one less. As many to just come as to book is the rule, and follows by itself. */
const count =
  (key: Counted): Change =>
  (template, { value }) => {
    const [least, most] = LIMITS[key]
    const now = amountOf(template, key) + Number(value)
    const after = Math.min(most, Math.max(least, now))
    return { [key]: key === 'walkIns' && after === template.capacity ? undefined : after }
  }

export const amountOf = (template: Template, key: Counted): number =>
  template[key] ?? (key === 'walkIns' ? template.capacity : 0)

/** On or off, at least one stays. */
function toggled(list: readonly number[], value: number): number[] {
  const without = list.filter((one) => one !== value)
  if (without.length === list.length) return [...list, value].sort((a, b) => a - b)
  return without.length > 0 ? without : [...list]
}

const MONDAY = 1
const MARKET_ENDINGS = [3, 8]

const DAYS: Readonly<Record<Template['days'], Partial<Template>>> = {
  workdays: {},
  thursdays: {},
  weekdays: { weekdays: [MONDAY] },
  marketDays: { marketEndings: MARKET_ENDINGS },
}

const time =
  (key: 'sessions' | 'breaks'): Change =>
  (template, { index, side, value }) => ({
    [key]: inOrder(
      (template[key] ?? []).map((span, at) => (at === index ? { ...span, [side]: value } : span)),
    ),
  })

const drop =
  (key: 'sessions' | 'breaks'): Change =>
  (template, { index }) => ({ [key]: (template[key] ?? []).filter((_, at) => at !== index) })

const FIRST_BREAK: Span = { from: '10:00', to: '10:20' }

const EDITS = {
  name: (_, { value }) => ({ name: value }),
  days: (template, { value }) => {
    const days = value as Template['days']
    return { ...DAYS[days], ...template, days }
  },
  weekdays: ({ weekdays = [] }, { value }) => ({ weekdays: toggled(weekdays, Number(value)) }),
  marketEndings: ({ marketEndings = MARKET_ENDINGS }, { value }) => ({
    marketEndings: toggled(marketEndings, Number(value)),
  }),
  sessions: time('sessions'),
  addSession: ({ sessions }) => ({ sessions: [...sessions, spanAfter(sessions)] }),
  dropSession: drop('sessions'),
  breaks: time('breaks'),
  addBreak: ({ breaks = [] }) => ({
    breaks: [...breaks, breaks.length > 0 ? spanAfter(breaks) : FIRST_BREAK],
  }),
  dropBreak: drop('breaks'),
  minutes: (_, { value }) => ({ minutes: Number(value) }),
  leadMinutes: (_, { value }) => ({ leadMinutes: Number(value) }),
  capacity: count('capacity'),
  walkIns: count('walkIns'),
  homeVisits: count('homeVisits'),
} satisfies Record<string, Change>

export const edited = (template: Template, edit: Edit): Template => ({
  ...template,
  ...EDITS[edit.what](template, edit),
})

/** One more stretch: the hour after the last one, within the day. */
export function spanAfter(spans: readonly Span[]): Span {
  const end = spans[spans.length - 1]?.to ?? '08:30'
  const hour = Math.min(Number(end.slice(0, 2)), 22)
  const rest = end.slice(2)
  return { from: `${two(hour)}${rest}`, to: `${two(hour + 1)}${rest}` }
}

const two = (number: number): string => String(number).padStart(2, '0')

export const inOrder = (spans: readonly Span[]): Span[] =>
  [...spans].sort((a, b) => a.from.localeCompare(b.from))

/** What is wrong with stretches of a day; empty when nothing is. */
export function spansProblem(spans: readonly Span[]): string {
  if (spans.some(({ from, to }) => from >= to)) return '结束要晚于开始'
  const overlap = spans.some(({ from }, at) => at > 0 && from < (spans[at - 1]?.to ?? ''))
  return overlap ? '有两段时间叠在一起了' : ''
}

/** Why a template cannot be stored; empty when it can. */
export function templateProblem({ sessions, breaks = [], minutes }: Template): string {
  const wrong = spansProblem(sessions) || spansProblem(breaks)
  if (wrong) return wrong
  const short = sessions.some(({ from, to }) => minutesOf(to) - minutesOf(from) < minutes)
  return short ? '有一段时间比一个号还短' : ''
}

const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))

/** What a place follows: the first leads, the others add what it has not. */
export const followedAt = ({ template, also }: Place): readonly string[] => [template, ...also]

/** The place with this template or without it; as it was when it would follow none. */
export function withTemplate(place: Place, key: string): Place {
  const there = followedAt(place)
  const [template, ...also] = there.includes(key)
    ? there.filter((one) => one !== key)
    : [...there, key]
  return template === undefined ? place : { ...place, template, also }
}
