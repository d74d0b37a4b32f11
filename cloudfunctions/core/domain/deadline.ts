/**
 * 限时办结: the commitment clock, and the calculation that the villager is shown.
 *
 * Working days (行政许可法 82). The clock starts at acceptance and the day after is day 1; before
 * acceptance the township has five working days to say what is missing (行政许可法 32, as a house
 * rule for all applications). A due date beyond the published holidays is provisional (暂定).
 */
import { addWorkdays, isWorkday, workdaysBetween } from './calendar'
import type { WorkCalendar } from './calendar'
import { addDays, daysBetween, instantOf, plainDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** 一次性告知: everything missing is told within this many working days of receipt. */
export const NOTICE_WORKDAYS = 5

/** 送达: what was decided is handed over within this many working days (行政许可法 44). */
export const DELIVERY_WORKDAYS = 10

/** 来不及补: the papers are waited for this long before somebody asks. [I] */
export const SUPPLEMENT_WORKDAYS = 10

/** 延期: granted once by the head of the authority (行政许可法 42). */
export const EXTENSION_WORKDAYS = 10

/** 停算: a stretch that does not count, on a legal ground and in writing (行政许可法 45). */
export interface Pause {
  /** The day it was stopped; that day itself still counts. */
  readonly from: BusinessDate
  /** The day it went on, which counts again; null while it lasts. */
  readonly until: BusinessDate | null
  /** 依据，比如鉴定 */
  readonly ground: string
  /** When it is expected to end; the due date is reckoned with it until it does. */
  readonly expectedOn: BusinessDate
}

/** The dates a matter's deadline is made of. */
export interface DeadlineFacts {
  readonly receivedOn: BusinessDate
  /** 受理日; null while nobody has accepted yet. */
  readonly acceptedOn: BusinessDate | null
  /** Commitment in working days; 0 means on the same day (即办). */
  readonly commitDays: number
  /** The day it was decided; null while open. The clock stops there. */
  readonly decidedOn: BusinessDate | null
  readonly pauses?: readonly Pause[]
  /** 延长的工作日; 0 while none is granted. */
  readonly extendedDays?: number
  /** 重新办: the day on which it was opened again and the commitment started anew. */
  readonly reopenedOn?: BusinessDate | null
}

/** 怎么算的: what the page draws as a week grid. */
export interface DeadlineClock {
  readonly receivedOn: BusinessDate
  readonly acceptedOn: BusinessDate | null
  /** The day before day 1: opened again, accepted, or (not accepted yet) received. */
  readonly startOn: BusinessDate
  /** The last day, inclusive. Before acceptance: as if accepted on the day of receipt. */
  readonly due: BusinessDate
  /** The last day on which the one notice of what is missing may be given. */
  readonly noticeBy: BusinessDate
  readonly commitDays: number
  readonly extendedDays: number
  readonly pauses: readonly Pause[]
  /** Working days of the commitment used up so far, by today or until decided. */
  readonly counted: number
  /** Calendar days since the villager first handed in, today included. */
  readonly totalDays: number
  /** True when the due date lies beyond the published holidays. */
  readonly provisional: boolean
  /** The days in between on which nobody works, for the grid. */
  readonly restDays: readonly BusinessDate[]
}

export function deadlineClock(
  facts: DeadlineFacts,
  today: BusinessDate,
  calendar: WorkCalendar,
): DeadlineClock {
  const { pauses = [], extendedDays = 0 } = facts
  const span = commitmentSpan(facts, calendar)
  const end = facts.decidedOn ?? today
  const counting = countingCalendar(calendar, pauses, end)
  return {
    receivedOn: facts.receivedOn,
    acceptedOn: facts.acceptedOn,
    startOn: span.start,
    due: span.due,
    noticeBy: addWorkdays(facts.receivedOn, NOTICE_WORKDAYS, calendar),
    commitDays: facts.commitDays,
    extendedDays,
    pauses,
    counted: facts.acceptedOn ? workdaysBetween(span.start, end, counting) : 0,
    totalDays: Math.max(daysBetween(facts.receivedOn, end), 0),
    provisional: span.due > calendar.verifiedUntil,
    restDays: restDaysBetween(facts.receivedOn, span.due, calendar),
  }
}

/** The commitment as a stretch of days: day 1 is the day after `start`, `due` the last. */
export function commitmentSpan(facts: DeadlineFacts, calendar: WorkCalendar) {
  const start = facts.reopenedOn ?? facts.acceptedOn ?? facts.receivedOn
  const days = facts.commitDays + (facts.extendedDays ?? 0)
  const counting = countingCalendar(calendar, facts.pauses ?? [], null)
  return { start, days, due: addWorkdays(start, days, counting) }
}

/**
 * The calendar with the paused days as rest days. A pause that lasts is reckoned to its expected
 * end, or, when it is asked what was used up by a day, to that day.
 */
export function countingCalendar(
  calendar: WorkCalendar,
  pauses: readonly Pause[],
  by: BusinessDate | null,
): WorkCalendar {
  if (pauses.length === 0) return calendar
  const days = new Map(calendar.days)
  for (const { from, until, expectedOn, ground } of pauses) {
    const end = until ?? (by === null ? expectedOn : addDays(by, 1))
    for (let date = addDays(from, 1); date < end; date = addDays(date, 1)) {
      days.set(date, { date, off: true, name: ground })
    }
  }
  return { ...calendar, days }
}

/**
 * 怎么算的, as sentences that can be read aloud: the first days one by one with what is special
 * about them, then the last one.
 */
export function explainDeadline(facts: DeadlineFacts, calendar: WorkCalendar): string[] {
  const { start, days, due } = commitmentSpan(facts, calendar)
  const counting = countingCalendar(calendar, facts.pauses ?? [], null)
  const opening = facts.reopenedOn
    ? `${plainDate(start)}重新办`
    : facts.acceptedOn
      ? `${plainDate(start)}受理`
      : `${plainDate(start)}收到，还没受理，先按收到那天算`
  if (days === 0) return [`${opening}，当天办好。`]
  const counted: string[] = []
  let day = start
  for (let n = 1; n <= days; n++) {
    day = addWorkdays(day, 1, counting)
    const special = calendar.days.get(day)
    const mark = special && !special.off ? '（调休上班）' : ''
    if (n <= 3 || n === days || mark) counted.push(`${plainDate(day)}${mark}第${String(n)}天`)
    else if (counted[counted.length - 1] !== '…') counted.push('…')
  }
  return [
    `${opening}，第二天起算${String(days)}个工作日。`,
    `${counted.join('，')}。`,
    ...(facts.extendedDays
      ? [`乡长批了延期${String(facts.extendedDays)}个工作日，只能一次。`]
      : []),
    ...(facts.pauses ?? []).map(
      ({ from, until, ground, expectedOn }) =>
        `${plainDate(from)}起因${ground}停算，${until ? `${plainDate(until)}接着算` : `预计${plainDate(expectedOn)}接着算`}。`,
    ),
    ...(due > calendar.verifiedUntil ? ['明年的放假安排还没公布，日子是暂定的。'] : []),
  ]
}

/** Rest days of at most a year, so that a wrong date cannot grow the answer without end. */
function restDaysBetween(from: BusinessDate, to: BusinessDate, calendar: WorkCalendar) {
  const rest: BusinessDate[] = []
  for (let day = from; day <= to && rest.length < 130; day = addDays(day, 1)) {
    if (!isWorkday(day, calendar)) rest.push(day)
  }
  return rest
}

/** 预警: blue is a reminder and not recorded, yellow the last day, red past it. */
export type Warning = 'none' | 'blue' | 'yellow' | 'red'

/**
 * Blue when 20 % of the time is left (at least one day), yellow when undone on the due day, red
 * past due; a commitment of a day or less knows only red.
 */
export function warningOf(
  span: { readonly start: BusinessDate; readonly due: BusinessDate; readonly days: number },
  today: BusinessDate,
  calendar: WorkCalendar,
): Warning {
  if (today > span.due) return 'red'
  if (span.days <= 1) return 'none'
  if (today === span.due) return 'yellow'
  const left = workdaysBetween(today, span.due, calendar)
  return left <= warnedDays(span.days) ? 'blue' : 'none'
}

/** The first day that is blue, or null when the commitment is too short to have one. */
export function warnedFrom(
  start: BusinessDate,
  days: number,
  calendar: WorkCalendar,
): BusinessDate | null {
  if (days <= 1) return null
  return addWorkdays(start, days - warnedDays(days), calendar)
}

/** 20 % of the time, at least one working day. */
const warnedDays = (days: number): number => Math.max(1, Math.floor(days * 0.2))

/**
 * 视为受理: the moment at which an application of which nobody said what is missing counts as
 * accepted (行政许可法 32). A timer that runs late changes nothing about it.
 */
export const deemedFrom = (receivedOn: BusinessDate, calendar: WorkCalendar): Date =>
  endOfDay(addWorkdays(receivedOn, NOTICE_WORKDAYS, calendar))

/** The instant a due date ends: midnight in Asia/Shanghai after the day. */
export function endOfDay(date: BusinessDate): Date {
  return instantOf(addDays(date, 1))
}
