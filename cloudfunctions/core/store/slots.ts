/**
 * 号源: a booking is its seat in the slot document. One conditional write decides the race.
 *
 * `remaining` and `seats` change in the same write, always; so seats taken + free = capacity.
 */
import type { Notice } from './documents/matter'
import type { PastSeat, Seat, Slot } from './documents/slot'
import { find, findOne, insert, updateOne } from './database'
import type { Query } from './database'
import { NOTICE_RETRY_MS } from './commit'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'

export const findSlot = (scope: Query, id: string): Promise<Slot | null> =>
  findOne<Slot>('slots', { ...scope, _id: id })

export const findSlotOfSeat = (scope: Query, seatId: string): Promise<Slot | null> =>
  findOne<Slot>('slots', { ...scope, 'issued.id': seatId })

/**
 * Takes a seat, if at this moment the slot is open, has one left, the number is free and the person
 * has none here yet. False when any of it is not so: read again to see which.
 */
export function takeSeat(
  slot: Pick<Slot, '_id' | 'township' | 'date'>,
  seat: Seat,
  out: readonly Notice[],
): Promise<boolean> {
  const reminder = remindAt(slot)
  const guard: Query = {
    _id: slot._id,
    township: slot.township,
    state: 'open',
    startAt: { $gt: seat.bookedAt },
    remaining: { $gt: 0 },
    'seats.who': { $ne: seat.who },
    'seats.no': { $ne: seat.no },
  }
  return updateOne('slots', guard, {
    $push: {
      seats: seat,
      issued: { id: seat.id, by: seat.by },
      out: { $each: [...out] },
    },
    $inc: { remaining: -1, v: 1 },
    $min: dueForNotices(out, seat.bookedAt < reminder ? reminder : undefined),
  })
}

/** Gives a seat back and keeps it as past; false when it is not there any more. */
export function releaseSeat(
  slot: Pick<Slot, '_id' | 'township'>,
  seat: PastSeat,
  out: readonly Notice[],
): Promise<boolean> {
  return updateOne(
    'slots',
    {
      _id: slot._id,
      township: slot.township,
      'seats.id': seat.id,
      startAt: { $gt: seat.cancelledAt },
    },
    {
      $pull: { seats: { id: seat.id } },
      $push: { past: seat, out: { $each: [...out] } },
      $inc: { remaining: 1, v: 1 },
      $min: dueForNotices(out),
    },
  )
}

/** Notices must not wait for the reminder: `$min` only ever brings `jobs` forward. */
function dueForNotices(out: readonly Notice[], reminder?: Date): Record<string, Date> {
  const times = out.map((notice) => +notice.notBefore + NOTICE_RETRY_MS)
  if (reminder) times.push(+reminder)
  return times.length > 0 ? { nextDueAt: new Date(Math.min(...times)) } : {}
}

/** The day before, in daytime: when people can still look for their papers. */
export const remindAt = (slot: Pick<Slot, 'date'>): Date =>
  instantOf(addDays(slot.date, -1), '15:00')

/** The database takes at most this many in one request. */
const INSERT_BATCH = 100

/** Adds the slots that are not there yet; those that are keep their bookings. */
export async function insertMissingSlots(slots: readonly Slot[]): Promise<void> {
  for (let start = 0; start < slots.length; start += INSERT_BATCH) {
    const batch = slots.slice(start, start + INSERT_BATCH)
    const ids = batch.map(({ _id }) => _id)
    const township = batch[0]?.township
    const there = await find<Pick<Slot, '_id'>>(
      'slots',
      { _id: { $in: ids }, township },
      { limit: INSERT_BATCH, projection: { _id: 1 } },
    )
    const known = new Set(there.map(({ _id }) => _id))
    const missing = batch.filter(({ _id }) => !known.has(_id))
    if (missing.length > 0) await insert('slots', missing)
  }
}
