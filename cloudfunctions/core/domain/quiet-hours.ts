/** 不打扰: nothing is sent to a phone between 20:00 and 07:30. It waits, the in-app inbox has it. */
import { addDays, businessDate, instantOf, wallTime } from '../../../miniprogram/shared/dates'

export const QUIET_FROM = '20:00'
export const QUIET_UNTIL = '07:30'

export function isQuiet(now: Date): boolean {
  const time = wallTime(now)
  return time >= QUIET_FROM || time < QUIET_UNTIL
}

/** The next moment at which phones may ring: now, or 07:30 of the coming morning. */
export function sendableFrom(now: Date): Date {
  if (!isQuiet(now)) return now
  const today = businessDate(now)
  return instantOf(wallTime(now) >= QUIET_FROM ? addDays(today, 1) : today, QUIET_UNTIL)
}
