/**
 * Working days (工作日): Monday to Friday, minus public holidays, plus make-up workdays.
 * Source: 行政许可法 82 (deadlines are counted in working days, holidays not included).
 */
import { addDays, weekday } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** One day on which the week does not tell: a holiday (`off`) or a make-up workday. */
export interface CalendarDay {
  readonly date: BusinessDate
  readonly off: boolean
  readonly name: string
}

export interface WorkCalendar {
  readonly days: ReadonlyMap<BusinessDate, CalendarDay>
  /** The last day for which the State Council has published holidays. */
  readonly verifiedUntil: BusinessDate
}

export function workCalendar(
  days: readonly CalendarDay[],
  verifiedUntil: BusinessDate,
): WorkCalendar {
  return { days: new Map(days.map((day) => [day.date, day])), verifiedUntil }
}

/** The calendar with what was added to it: of a day that is in both, the added one counts. */
export function withAdded(
  calendar: WorkCalendar,
  added: { readonly days: readonly CalendarDay[]; readonly verifiedUntil: BusinessDate | null },
): WorkCalendar {
  const { verifiedUntil } = calendar
  return {
    days: new Map([...calendar.days, ...workCalendar(added.days, verifiedUntil).days]),
    verifiedUntil:
      added.verifiedUntil !== null && added.verifiedUntil > verifiedUntil
        ? added.verifiedUntil
        : verifiedUntil,
  }
}

export function isWorkday(date: BusinessDate, calendar: WorkCalendar): boolean {
  const special = calendar.days.get(date)
  if (special) return !special.off
  const day = weekday(date)
  return day !== 0 && day !== 6
}

/** The first working day strictly after a date. */
export function nextWorkday(date: BusinessDate, calendar: WorkCalendar): BusinessDate {
  let day = addDays(date, 1)
  while (!isWorkday(day, calendar)) day = addDays(day, 1)
  return day
}

/**
 * The `count`-th working day after a date; the day after is day 1. `0` is the date itself, or the
 * next working day when nobody works on it.
 */
export function addWorkdays(
  date: BusinessDate,
  count: number,
  calendar: WorkCalendar,
): BusinessDate {
  if (count <= 0) return isWorkday(date, calendar) ? date : nextWorkday(date, calendar)
  let day = date
  for (let n = 0; n < count; n++) day = nextWorkday(day, calendar)
  return day
}

/** Working days after `from` up to and including `to`; 0 when `to` does not lie later. */
export function workdaysBetween(
  from: BusinessDate,
  to: BusinessDate,
  calendar: WorkCalendar,
): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkday(day, calendar)) count++
  }
  return count
}
