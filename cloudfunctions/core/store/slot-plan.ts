/** 放号、停号: how slots come and go; who sits in them is `slots.ts`. */
import type { Slot } from './documents/slot'
import { find, insert, removeOne, updateOne } from './database'

type Read = Pick<Slot, '_id' | 'township' | 'v'>

/** Closes a slot that did not change since it was read; what is in it is settled by `jobs`. */
export function closeSlot(
  { _id, township, v }: Read,
  closed: NonNullable<Slot['closed']>,
  now: Date,
): Promise<boolean> {
  return updateOne(
    'slots',
    { _id, township, v, state: 'open' },
    { $set: { state: 'closed', closed }, $inc: { v: 1 }, $min: { nextDueAt: now } },
  )
}

/** Removes a slot that nobody ever used; false when somebody did meanwhile. */
export const removeUnused = ({ _id, township, v }: Read) =>
  removeOne('slots', { _id, township, v, 'issued.0': { $exists: false } })

/** Until when one can book and how many may just come: no seat is touched. */
export const adjustSlot = (
  { _id, township }: Pick<Slot, '_id' | 'township'>,
  terms: Pick<Slot, 'walkIns' | 'leadMinutes'>,
): Promise<boolean> =>
  updateOne('slots', { _id, township, state: 'open' }, { $set: terms, $inc: { v: 1 } })

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
