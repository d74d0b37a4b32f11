/** 哪天有人来: the days on which a place is served. */
import { businessDate, wallTime } from '../../../miniprogram/shared/dates'
import type { BusinessDate, WallTime } from '../../../miniprogram/shared/dates'

export interface ServiceDay {
  readonly date: BusinessDate
  /** When the first session begins and the last one ends. */
  readonly start: WallTime
  readonly end: WallTime
  /** The holiday Thursday in whose place this day is served. */
  readonly movedFrom: BusinessDate | null
}

/** What opens the day: planned, or open already. */
interface Session extends Omit<ServiceDay, 'movedFrom'> {
  readonly movedFrom?: BusinessDate | null
}

/** The days of these sessions with their hours, in order. */
export function serviceDays(sessions: readonly Session[]): ServiceDay[] {
  const days = new Map<BusinessDate, ServiceDay>()
  for (const { date, start, end, movedFrom = null } of sessions) {
    const day = days.get(date) ?? { date, start, end, movedFrom }
    days.set(date, {
      ...day,
      start: start < day.start ? start : day.start,
      end: end > day.end ? end : day.end,
    })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The next one; today counts until its last session is over. */
export function nextServed(days: readonly ServiceDay[], now: Date): ServiceDay | undefined {
  const today = businessDate(now)
  const time = wallTime(now)
  return days.find(({ date, end }) => date > today || (date === today && time < end))
}
