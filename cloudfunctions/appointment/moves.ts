/**
 * 改时间: the new seat first, then the old one. The old seat's document leads: it says where it
 * moves to before anything else is written, so that `jobs` can finish or take back what a crash
 * left half done (docs/decisions/0010-moving-a-seat.md).
 */
import { dropClaim, moveClaim } from '../core/store/claims'
import { findSlot, MOVE_LOST_MS, releaseMoved, unmarkMoving } from '../core/store/slots'
import type { PastSeat, Seat, SeatRef, Slot } from '../core/store/documents/slot'
import type { Notice } from '../core/store/documents/matter'
import { halfDay } from '../../miniprogram/shared/dates'
import { movedNotices } from './notices'

export const sameHalfDay = (a: Slot, b: Slot): boolean =>
  a.date === b.date && halfDay(a.start) === halfDay(b.start)

/**
 * The new seat is there: the claim follows, the old seat is free and the person is told. Returns
 * the notices of it, for sending; empty when somebody else finished first.
 */
export async function finishMove(
  old: Slot,
  seat: Seat,
  target: Slot,
  moved: Seat,
  now: Date,
): Promise<readonly Notice[]> {
  const to: SeatRef = { slotId: target._id, seatId: moved.id }
  const same = sameHalfDay(old, target)
  if (same) await moveClaim(target, seat.who, seat.id, to)
  const past: PastSeat = {
    ...seat,
    moving: null,
    cancelledAt: now,
    reason: '改了时间',
    cancelKey: '',
    cancelContent: '',
    movedTo: to,
  }
  const out = movedNotices(target, moved, now)
  const released = await releaseMoved(old, past, to, out)
  if (!same) await dropClaim(old, seat.who, seat.id)
  return released ? out : []
}

/** Takes the mark off again, and the claim that was made for the new seat. */
export async function takeBackMove(
  old: Slot,
  seat: Seat,
  target: Slot,
  to: SeatRef,
): Promise<void> {
  await unmarkMoving(old, seat.id, to)
  await dropClaim(target, seat.who, to.seatId)
}

/** What a crash left: finished when the new seat came, else taken back; true when there was any. */
export async function repairMoves(slot: Slot, now: Date): Promise<boolean> {
  const lost = slot.seats.filter(({ moving }) => moving && +now - +moving.at >= MOVE_LOST_MS)
  for (const seat of lost) {
    const { slotId = '', seatId = '' } = seat.moving ?? {}
    const target = await findSlot({ township: slot.township }, slotId)
    const moved = target && [...target.seats, ...target.past].find(({ id }) => id === seatId)
    if (target && moved) await finishMove(slot, seat, target, moved, now)
    else await unmarkMoving(slot, seat.id, { slotId, seatId })
  }
  return lost.length > 0
}
