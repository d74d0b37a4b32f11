/** 到了没有: how far the holder of a ticket is on the day itself. */
import { inOrder } from '../core/domain/queue'
import { findDay } from '../core/store/days'
import type { QueueEntry } from '../core/store/documents/day'
import type { Slot } from '../core/store/documents/slot'
import { businessDate } from '../../miniprogram/shared/dates'
import { notNow } from './queue'
import type { AppointmentView } from './schema'

/** Everybody who is there, on the day of the slot; nobody on other days, without a look. */
async function thereToday(slot: Slot, now: Date): Promise<readonly QueueEntry[]> {
  const { township, venueId, date } = slot
  if (date !== businessDate(now)) return []
  return (await findDay({ township, venueId, date }))?.entries ?? []
}

/** Null before they checked in, and on other days. */
export async function hereToday(
  slot: Slot,
  id: string,
  now: Date,
): Promise<AppointmentView['here']> {
  const entries = await thereToday(slot, now)
  const entry = entries.find((one) => one.id === id)
  if (!entry) return null
  const ahead = inOrder(entries, now).findIndex((one) => one.id === id)
  return {
    state: entry.state,
    ahead: Math.max(ahead, 0),
    window: entry.call?.window ?? '',
    numbers: numbersOf(entry),
  }
}

/** The matters that were made at the window. */
export const numbersOf = ({ made = [] }: QueueEntry): string[] =>
  made.flatMap(({ number }) => number ?? [])

/**
 * A used ticket gives no seat back, although its time may not have come yet.
 *
 * @throws AppError `ACTION_NOT_ALLOWED`
 */
export async function refuseUsed(slot: Slot, id: string, now: Date): Promise<void> {
  const entry = (await thereToday(slot, now)).find((one) => one.id === id)
  if (entry?.state === 'served') {
    throw notNow('这个号今天已经用过了，不用退也不用改。还要办别的，再约一个或者直接来。')
  }
}
