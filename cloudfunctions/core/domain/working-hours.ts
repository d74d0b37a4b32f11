/** 上班时间: what “两个工作小时” means. Office hours of the hall, on working days. */
import { isWorkday, nextWorkday } from './calendar'
import type { WorkCalendar } from './calendar'
import { businessDate, instantOf } from '../../../miniprogram/shared/dates'
import type { WallTime } from '../../../miniprogram/shared/dates'

export interface OfficeSession {
  readonly from: WallTime
  readonly to: WallTime
}

export const OFFICE_HOURS: readonly OfficeSession[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '17:30' },
]

const MINUTE_MS = 60_000

/** The instant at which `minutes` of office time have passed since `instant`. */
export function addWorkingMinutes(
  instant: Date,
  minutes: number,
  calendar: WorkCalendar,
  hours: readonly OfficeSession[] = OFFICE_HOURS,
): Date {
  let left = minutes * MINUTE_MS
  const today = businessDate(instant)
  for (
    let date = isWorkday(today, calendar) ? today : nextWorkday(today, calendar);
    ;
    date = nextWorkday(date, calendar)
  ) {
    for (const { from, to } of hours) {
      const start = Math.max(+instantOf(date, from), +instant)
      const room = +instantOf(date, to) - start
      if (room <= 0) continue
      if (left <= room) return new Date(start + left)
      left -= room
    }
  }
}
