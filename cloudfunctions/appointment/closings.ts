/**
 * 不开了: everybody in a closed session is told, and the nearest free seat is kept for them until
 * the evening. Seat by seat, each step safe to repeat: the seat kept instead has an id made from
 * the old one, and the old one leaves in the same write that tells the person.
 */
import { hashId } from '../core/kernel/hash'
import { dispatch } from '../core/kernel/notices'
import { freeNumbers, nearestTo, offerUntil } from '../core/domain/seats'
import { claimHalfDay, dropClaim } from '../core/store/claims'
import type { PastSeat, Seat, Slot } from '../core/store/documents/slot'
import { findSlot, findSlotOfSeat, freeSlotsNear, releaseSeat, takeSeat } from '../core/store/slots'
import { closedNotices } from './notices'
import { bySystem } from './offers'

/** Among so many of the nearest free times one is looked for. */
const MOST_TRIES = 5
/** A seat that begins sooner than this helps nobody. */
const SOONEST_MS = 2 * 3600_000

interface Instead {
  readonly slot: Slot
  readonly seat: Seat
  readonly until: Date
}

/** Settles everybody who is still in a closed slot; true when there was anybody. */
export async function settleClosed(slot: Slot, now: Date): Promise<boolean> {
  if (slot.state !== 'closed' || slot.startAt <= now) return false
  const seats = slot.seats.filter(({ moving }) => !moving)
  for (const seat of seats) await settle(slot, seat, now)
  return seats.length > 0
}

async function settle(slot: Slot, seat: Seat, now: Date): Promise<void> {
  const instead = await seatInstead(slot, seat, now)
  const past: PastSeat = {
    ...seat,
    offer: null,
    ...bySystem(slot.closed?.reason ?? '不开了', now),
    ...(instead ? { movedTo: { slotId: instead.slot._id, seatId: instead.seat.id } } : {}),
  }
  const out = closedNotices(slot, seat, instead, now)
  if (await releaseSeat(slot, past, out, {})) {
    await dropClaim(slot, seat.who, seat.id)
    await dispatch('slots', slot, out, now)
  } else if (instead) {
    // Cancelled at this very moment: nothing is kept for somebody who does not want to come.
    const { slot: target, seat: kept } = instead
    const given: PastSeat = { ...kept, offer: null, ...bySystem('不用了', now) }
    await releaseSeat(target, given, [], { id: kept.id })
    await dropClaim(target, kept.who, kept.id)
  }
}

/** The seat kept instead: the one of a run that was cut off, else the nearest that can be had. */
async function seatInstead(slot: Slot, seat: Seat, now: Date): Promise<Instead | null> {
  const id = hashId('instead', seat.id)
  const there = await findSlotOfSeat({ township: slot.township }, id)
  const kept = there?.seats.find((one) => one.id === id)
  if (there) return kept?.offer ? { slot: there, seat: kept, until: kept.offer.until } : null
  const soonest = new Date(+now + SOONEST_MS)
  const free = await freeSlotsNear(slot, soonest, MOST_TRIES)
  for (const candidate of nearestTo(slot.startAt, free, MOST_TRIES)) {
    const taken = await takeInstead(slot, seat, candidate._id, id, now)
    if (taken) return taken
  }
  return null
}

async function takeInstead(
  slot: Slot,
  old: Seat,
  slotId: string,
  id: string,
  now: Date,
): Promise<Instead | null> {
  const target = await findSlot({ township: slot.township }, slotId)
  const until = target && offerUntil(target.date, now)
  if (!target || !until) return null
  if (!(await claimHalfDay(target, old.who, id, now, old.id))) return null
  const seat: Seat = {
    ...old,
    id,
    no: freeNumbers(target)[0] ?? target.base + 1,
    bookedAt: now,
    reminded: false,
    offer: { until },
    releases: { slotId: slot._id, seatId: old.id },
  }
  if (await takeSeat(target, seat, [])) return { slot: target, seat, until }
  await dropClaim(target, old.who, id)
  return null
}
