/**
 * What is offered in place of a time that is full, kept in the warm worker for two seconds: when
 * hundreds want the same time, it is looked up a few times and not hundreds of times. Whoever takes
 * what has gone meanwhile is offered the next.
 */
import type { Slot } from './documents/slot'
import { freeSlotsNear } from './slots'

const KEEP_MS = 2000
/** As many times as can be full at once in a rush; after that it begins again. */
const MOST_KEPT = 500

interface Kept {
  readonly slots: readonly Slot[]
  readonly at: Date
}

const kept = new Map<string, Kept>()

/** As {@link freeSlotsNear}, at most two seconds old. */
export async function nearestFree(slot: Slot, now: Date, most: number): Promise<readonly Slot[]> {
  const last = kept.get(slot._id)
  if (last && now >= last.at && +now - +last.at < KEEP_MS) return last.slots
  const slots = await freeSlotsNear(slot, now, most)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(slot._id, { slots, at: now })
  return slots
}
