/** 周四驻村: who goes to which village on a day, also where the Thursday itself is a holiday. */
import { calendarOf } from '../../core/kernel/township-calendar'
import { servedOn } from '../../core/domain/thursdays'
import { find } from '../../core/store/database'
import type { Query } from '../../core/store/database'
import type { Duty } from '../../core/store/documents/staff'
import { addDays } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** A moved Thursday stays within its week. */
const FARTHEST = 3

/** A duty with the day on which it is really done. */
export interface Served {
  readonly duty: Duty
  readonly date: BusinessDate
}

/** The Thursday duties that are done from one day to another, in order of that day. */
export async function thursdaysServed(
  township: string,
  scope: Query,
  from: BusinessDate,
  until: BusinessDate,
): Promise<Served[]> {
  const duties = await find<Duty>(
    'duties',
    {
      ...scope,
      township,
      kind: 'thursday',
      date: { $gte: addDays(from, -FARTHEST), $lte: addDays(until, FARTHEST) },
    },
    { order: [['date', 'asc']], limit: 1000 },
  )
  return duties
    .flatMap((duty) => {
      const date = servedOn(duty.date, calendarOf(township))
      return date !== null && from <= date && date <= until ? [{ duty, date }] : []
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
