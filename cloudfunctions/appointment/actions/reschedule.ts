import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { seatRefusal } from '../../core/domain/seats'
import type { SeatRefusal } from '../../core/domain/seats'
import { claimHalfDay } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { Seat, SeatRef, Slot } from '../../core/store/documents/slot'
import { findSlot, findSlotOfSeat, markMoving, takeSeat } from '../../core/store/slots'
import { refuseUsed } from '../here'
import { finishMove, sameHalfDay, takeBackMove } from '../moves'
import { offerFreed } from '../offers'
import { rescheduleInput, rescheduleOutput } from '../schema'
import { checkPlace, MOST_ATTEMPTS, pickNumber, refusedWithNearest, tooMany } from '../seating'
import { appointmentView, heldSeat, isWaiting, seatOf } from '../view'

export const reschedule = action({
  summary: '改时间：新的号先占住，旧的再让出来；没改成，旧的号还在',
  by: ANYBODY,
  scope: 'heldSlots',
  input: rescheduleInput,
  output: rescheduleOutput,
  run: async (call, { id, slotId }) => {
    const { scope, township, now, request } = call
    const [source, target] = await Promise.all([
      findSlotOfSeat(scope, id),
      findSlot({ township }, slotId),
    ])
    const held = heldSeat(source, id, call)
    if (!held) throw notFound('这个号')
    if (!target) throw notFound('这个时间的号')
    const to: SeatRef = { slotId: target._id, seatId: request.key }
    const before = seatOf(target, request.key)
    if (before) {
      if (before.content !== request.content) throw otherContent()
      const old = held.slot.seats.find((seat) => seat.id === id)
      if (old && !isWaiting(before)) await finishMove(held.slot, old, target, before, now)
      return { appointment: appointmentView(target, before, now) }
    }
    const old = movable(held.slot, id, target, now)
    checkPlace(target, old.place)
    await refuseUsed(held.slot, id, now)
    const refusal = old.moving ? null : seatRefusal(target, old.who, now)
    if (refusal) throw await refusedWithNearest(refusal, target, now)
    if (old.moving?.seatId !== request.key && !(await markMoving(held.slot, id, to, now))) {
      throw new AppError('CONFLICT', '这个号正在改，请刷新看看。', { retryable: true })
    }
    const seat = await seatAt(call, held.slot, old, target, to)
    const out = await finishMove(held.slot, old, target, seat, now)
    await dispatch('slots', held.slot, out, now)
    await offerFreed(held.slot, now)
    const after = { ...target, remaining: target.remaining - 1 }
    return { appointment: appointmentView(after, seat, now) }
  },
})

/** The seat, if it may be moved there; else why not. */
function movable(slot: Slot, id: string, target: Slot, now: Date): Seat {
  const seat = slot.seats.find((one) => one.id === id)
  if (!seat || seat.offer) {
    throw new AppError('ACTION_NOT_ALLOWED', '这个号现在改不了时间。打开它看看，或者打电话。')
  }
  if (slot.startAt <= now) {
    throw new AppError('TOO_LATE', '原来的时间已经到了，改不了。还要来，再约一个就行。')
  }
  if (slot._id === target._id) {
    throw new AppError('INVALID_INPUT', '选的就是原来的时间，不用改。', {
      fields: { slotId: '和原来一样' },
    })
  }
  return seat
}

/** Takes the new seat; when that cannot be, the old one stands as before. */
async function seatAt(
  call: KnownCall,
  source: Slot,
  old: Seat,
  first: Slot,
  to: SeatRef,
): Promise<Seat> {
  const { township, now, request } = call
  const refuse = async (code: SeatRefusal, target: Slot): Promise<never> => {
    await takeBackMove(source, old, target, to)
    throw await refusedWithNearest(code, target, now)
  }
  const needsClaim = !sameHalfDay(source, first)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const target = attempt === 0 ? first : await findSlot({ township }, first._id)
    if (!target) break
    const refusal = seatRefusal(target, old.who, now)
    if (refusal) return refuse(refusal, target)
    if (attempt === 0 && needsClaim) {
      const claimed = await claimHalfDay(target, old.who, to.seatId, now)
      if (!claimed) return refuse('ALREADY_BOOKED', target)
    }
    const seat: Seat = {
      ...old,
      id: to.seatId,
      no: pickNumber(target, attempt),
      bookedAt: now,
      content: request.content,
      reminded: false,
      moving: null,
      releases: { slotId: source._id, seatId: old.id },
    }
    if (await takeSeat(target, seat, [])) return seat
  }
  await takeBackMove(source, old, first, to)
  throw tooMany()
}
