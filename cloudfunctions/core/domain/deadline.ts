/**
 * 限时办结: the commitment clock, and the calculation that the villager is shown.
 *
 * Working days (行政许可法 82). The clock starts at acceptance and the day after is day 1; before
 * acceptance the township has five working days to say what is missing (行政许可法 32, as a house
 * rule for all applications). A due date beyond the published holidays is provisional (暂定).
 */
import { addWorkdays, isWorkday, workdaysBetween } from './calendar'
import type { WorkCalendar } from './calendar'
import { addDays, daysBetween, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** 一次性告知: everything missing is told within this many working days of receipt. */
export const NOTICE_WORKDAYS = 5

/** 送达: what was decided is handed over within this many working days (行政许可法 44). */
export const DELIVERY_WORKDAYS = 10

/** The dates a matter's deadline is made of. */
export interface DeadlineFacts {
  readonly receivedOn: BusinessDate
  /** 受理日; null while nobody has accepted yet. */
  readonly acceptedOn: BusinessDate | null
  /** Commitment in working days; 0 means on the same day (即办). */
  readonly commitDays: number
  /** The day it was decided; null while open. The clock stops there. */
  readonly decidedOn: BusinessDate | null
}

/** 怎么算的: what the page draws as a week grid. */
export interface DeadlineClock {
  readonly receivedOn: BusinessDate
  readonly acceptedOn: BusinessDate | null
  /** The last day, inclusive. Before acceptance: as if accepted on the day of receipt. */
  readonly due: BusinessDate
  /** The last day on which the one notice of what is missing may be given. */
  readonly noticeBy: BusinessDate
  readonly commitDays: number
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
  const start = facts.acceptedOn ?? facts.receivedOn
  const due = addWorkdays(start, facts.commitDays, calendar)
  const end = facts.decidedOn ?? today
  return {
    receivedOn: facts.receivedOn,
    acceptedOn: facts.acceptedOn,
    due,
    noticeBy: addWorkdays(facts.receivedOn, NOTICE_WORKDAYS, calendar),
    commitDays: facts.commitDays,
    counted: facts.acceptedOn ? workdaysBetween(facts.acceptedOn, end, calendar) : 0,
    totalDays: Math.max(daysBetween(facts.receivedOn, end), 0),
    provisional: due > calendar.verifiedUntil,
    restDays: restDaysBetween(facts.receivedOn, due, calendar),
  }
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

/** The instant a due date ends: midnight in Asia/Shanghai after the day. */
export function endOfDay(date: BusinessDate): Date {
  return instantOf(addDays(date, 1))
}
