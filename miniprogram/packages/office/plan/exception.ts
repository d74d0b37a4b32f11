/** 哪几天不一样: closed, or open although it would not be, with hours of its own where it needs them. */
import type { Exception, Plan } from '../../../services/plan'
import { addDays, daysBetween, spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import { inOrder, spanAfter, spansProblem } from './template'
import type { Span } from './template'

/** What is being added: one day, or several in a row. */
export interface NewException {
  readonly from: BusinessDate
  readonly until: BusinessDate
  readonly kind: Exception['kind']
  /** Index among the places; 0 is all of them. */
  readonly place: number
  readonly reason: string
  /** Empty: as always. */
  readonly sessions: readonly Span[]
}

export const emptyException = (day: BusinessDate): NewException => ({
  from: day,
  until: day,
  kind: 'closed',
  place: 0,
  reason: '',
  sessions: [],
})

/** Longer than this is no exception but another plan. */
const MOST_DAYS = 31
const MORNING: Span = { from: '08:30', to: '11:30' }

/** The first day moves the last one along; no end lies before its start. */
export function withDay(
  adding: NewException,
  side: 'from' | 'until',
  day: BusinessDate,
): NewException {
  if (side === 'until') return { ...adding, until: day < adding.from ? adding.from : day }
  const length = daysBetween(adding.from, adding.until)
  return { ...adding, from: day, until: addDays(day, length) }
}

/** 另定时间 begins with a morning; 照平时 has none. */
export const withOwnHours = (adding: NewException, own: boolean): NewException => ({
  ...adding,
  sessions: own ? [MORNING] : [],
})

export const withSession = (
  adding: NewException,
  index: number,
  side: 'from' | 'to',
  time: string,
): NewException => ({
  ...adding,
  sessions: inOrder(
    adding.sessions.map((span, at) => (at === index ? { ...span, [side]: time } : span)),
  ),
})

export const withOneMore = (adding: NewException): NewException => ({
  ...adding,
  sessions: [...adding.sessions, spanAfter(adding.sessions)],
})

export const withoutSession = (adding: NewException, index: number): NewException => ({
  ...adding,
  sessions: adding.sessions.filter((_, at) => at !== index),
})

/** Why it cannot be added; empty when it can. */
export function exceptionProblem({ from, until, kind, reason, sessions }: NewException): string {
  if (!reason.trim()) return '写上为什么，群众看得到'
  if (daysBetween(from, until) >= MOST_DAYS) return `一次最多${String(MOST_DAYS)}天`
  return kind === 'extra' ? spansProblem(sessions) : ''
}

/** One exception for each of the days. */
export function exceptionsOf(
  adding: NewException,
  venues: Plan['venues'],
  newId: () => string,
): Exception[] {
  const { from, until, kind, place, reason, sessions } = adding
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, n) => ({
    id: newId(),
    date: addDays(from, n),
    venueId: venues[place - 1]?.id ?? null,
    kind,
    reason: reason.trim(),
    sessions: kind === 'extra' ? [...sessions] : [],
  }))
}

export interface ExceptionRow {
  readonly ids: readonly string[]
  readonly key: string
  readonly title: string
  readonly note: string
}

const sameBut = (a: Exception, b: Exception): boolean =>
  JSON.stringify([a.venueId, a.kind, a.reason, a.sessions]) ===
  JSON.stringify([b.venueId, b.kind, b.reason, b.sessions])

/** Those to come, with days in a row as one. */
export function exceptionRows({ exceptions, venues }: Plan, today: BusinessDate): ExceptionRow[] {
  const runs: Exception[][] = []
  const coming = exceptions.filter(({ date }) => date >= today)
  for (const one of [...coming].sort((a, b) => a.date.localeCompare(b.date))) {
    const run = runs.find((list) => {
      const last = list[list.length - 1]
      return last && sameBut(last, one) && daysBetween(last.date, one.date) === 1
    })
    if (run) run.push(one)
    else runs.push([one])
  }
  return runs.map((run) => rowOf(run, venues, today))
}

function rowOf(run: Exception[], venues: Plan['venues'], today: BusinessDate): ExceptionRow {
  const [first] = run as [Exception]
  const { date, venueId, kind, reason, sessions } = first
  const last = run[run.length - 1]?.date ?? date
  const days = date === last ? '' : `到${spokenDate(last, today)}`
  const where =
    venueId === null ? '所有地方' : (venues.find(({ id }) => id === venueId)?.name ?? '')
  const hours = sessions.map(({ from, to }) => `${spokenTime(from)}–${spokenTime(to)}`).join('，')
  return {
    ids: run.map(({ id }) => id),
    key: first.id,
    title: `${spokenDate(date, today)}${days} ${kind === 'closed' ? '不开' : '加开'}`,
    note: [where, hours, reason].filter(Boolean).join('，'),
  }
}
