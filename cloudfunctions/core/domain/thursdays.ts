/** 周四进村: on which day a village is served when its Thursday is a holiday. */
import { isWorkday } from './calendar'
import type { WorkCalendar } from './calendar'
import { addDays, weekday } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

const THURSDAY = 4

/** 1 Monday … 7 Sunday. */
export const isoWeekday = (date: BusinessDate): number => weekday(date) || 7

/**
 * The day on which a Thursday is served: itself, or when it is a holiday the nearest working day of
 * the same week, the later one of two (better a day late than come for nothing). Null when nobody
 * works in that week.
 */
export function servedInsteadOf(
  thursday: BusinessDate,
  calendar: WorkCalendar,
): BusinessDate | null {
  const near = [0, 1, -1, 2, -2, 3, -3].map((distance) => addDays(thursday, distance))
  return near.find((date) => isWorkday(date, calendar)) ?? null
}

/** The Thursday of the week in which a day lies. */
export const thursdayOf = (date: BusinessDate): BusinessDate =>
  addDays(date, THURSDAY - isoWeekday(date))

/**
 * 驻村的班算哪一天: the roster may say a Thursday that turned out to be a holiday; the village is then
 * served on another day of that week. Null when nobody works in that week.
 */
export const servedOn = (date: BusinessDate, calendar: WorkCalendar): BusinessDate | null =>
  weekday(date) === THURSDAY && !isWorkday(date, calendar) ? servedInsteadOf(date, calendar) : date
