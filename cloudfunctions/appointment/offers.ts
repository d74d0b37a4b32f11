/** 候补: what becomes free is kept for the first who waits, until the evening. */
import { dispatch } from '../core/kernel/notices'
import { freeNumbers, offerUntil } from '../core/domain/seats'
import { claimHalfDay, dropClaim } from '../core/store/claims'
import { readAgain } from '../core/store/due'
import type { PastSeat, Seat, Slot, Waiting } from '../core/store/documents/slot'
import { offerSeat, releaseSeat, removeWaiting } from '../core/store/slots'
import { lapsedNotices, notReachedNotices, offeredNotices } from './notices'

/**
 * Right after a seat became free; only when somebody waited when the slot was read. What fails here
 * `jobs` does, so it never fails the one who gave the seat back.
 */
export async function offerFreed(before: Slot, now: Date): Promise<void> {
  if ((before.waiters ?? 0) === 0) return
  try {
    const slot = await readAgain<Slot>('slots', before)
    if (slot) await offerFreeSeats(slot, now)
  } catch (error) {
    console.warn(JSON.stringify({ offer: 'not made, jobs will', why: String(error) }))
  }
}

/** Offers what is free to those who wait, in order; true when anything changed. */
export async function offerFreeSeats(slot: Slot, now: Date): Promise<boolean> {
  let current: Slot | undefined = slot
  let changed = false
  while (current && hasOfferToMake(current, now)) {
    const done = await offerToFirst(current, now)
    if (!done) return changed
    changed = true
    current = await readAgain<Slot>('slots', slot)
  }
  return changed
}

const hasOfferToMake = (slot: Slot, now: Date): boolean =>
  slot.state === 'open' &&
  slot.remaining > 0 &&
  (slot.waiting?.length ?? 0) > 0 &&
  offerUntil(slot.date, now) !== null

async function offerToFirst(slot: Slot, now: Date): Promise<boolean> {
  const [first] = slot.waiting ?? []
  const until = offerUntil(slot.date, now)
  const no = freeNumbers(slot)[0]
  if (!first || !until || no === undefined) return false
  // Somebody who has another number by now needs no second one.
  if (!(await claimHalfDay(slot, first.who, first.id, now))) {
    return removeWaiting(slot, leftList(first, '另外约到了', now), [])
  }
  const seat: Seat = { ...first, no, bookedAt: now, offer: { until } }
  const out = offeredNotices(slot, seat, until, now)
  if (!(await offerSeat(slot, seat, out))) return false
  await dispatch('slots', slot, out, now)
  return true
}

/** Offers without an answer go back; true when there were any. */
export async function lapseOffers(slot: Slot, now: Date): Promise<boolean> {
  const late = slot.seats.filter(({ offer }) => offer && offer.until <= now)
  for (const seat of late) {
    const past: PastSeat = { ...seat, offer: null, ...bySystem('没等到回话', now) }
    const out = lapsedNotices(slot, seat, now)
    if (await releaseSeat(slot, past, out, { 'offer.until': { $lte: now } })) {
      await dropClaim(slot, seat.who, seat.id)
    }
  }
  return late.length > 0
}

/** The list is over: nobody can be asked in time any more. */
export async function endWaiting(slot: Slot, now: Date): Promise<boolean> {
  const waiting = slot.waiting ?? []
  for (const one of waiting) {
    const out = slot.state === 'open' ? notReachedNotices(slot, one, now) : []
    await removeWaiting(slot, leftList(one, '没等到', now), out)
  }
  return waiting.length > 0
}

const leftList = (waiting: Waiting, reason: string, now: Date): PastSeat => ({
  ...waiting,
  no: 0,
  ...bySystem(reason, now),
})

/** A seat given back by the program, not by a person. */
export const bySystem = (reason: string, now: Date) => ({
  cancelledAt: now,
  reason,
  cancelKey: '',
  cancelContent: '',
})
