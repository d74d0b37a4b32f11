/**
 * 下午四点的电话单: what a department has not opened although two hours of office time have passed.
 * The day's leader gets one message and calls. Source: mission, notices (16:00).
 */
import { isWorkday } from './calendar'
import type { WorkCalendar } from './calendar'
import { UNOPENED_MINUTES } from './case-timers'
import { addWorkingMinutes } from './working-hours'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import type { WallTime } from '../../../miniprogram/shared/dates'

export const CALL_TIME: WallTime = '16:00'

/** A timer that is later than this has nobody in the office to call any more. */
const TOO_LATE: WallTime = '17:30'

/** The next 16:00, of any day: whether somebody works on it is asked when it has come. */
export function nextCallTime(now: Date): Date {
  const today = businessDate(now)
  const at = instantOf(today, CALL_TIME)
  return now < at ? at : instantOf(addDays(today, 1), CALL_TIME)
}

/** Whether it is the time of a working day at which the list is made. */
export function isCallTime(now: Date, calendar: WorkCalendar): boolean {
  const today = businessDate(now)
  return (
    isWorkday(today, calendar) &&
    now >= instantOf(today, CALL_TIME) &&
    now < instantOf(today, TOO_LATE)
  )
}

/** Still unopened after two hours of office time. */
export const waitsTooLong = (receivedAt: Date, now: Date, calendar: WorkCalendar): boolean =>
  addWorkingMinutes(receivedAt, UNOPENED_MINUTES, calendar) <= now
