import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { dropClaim } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { PastSeat, Slot } from '../../core/store/documents/slot'
import { findSlotOfSeat, releaseSeat, removeWaiting } from '../../core/store/slots'
import { refuseUsed } from '../here'
import { cancelledNotices } from '../notices'
import { offerFreed } from '../offers'
import { cancelInput, cancelOutput } from '../schema'
import { appointmentView, heldSeat, isPast, isWaiting } from '../view'

export const cancel = action({
  summary: '不去了：开始之前都能取消，号让给别人；排队的也能不排了',
  by: ANYBODY,
  scope: 'heldSlots',
  input: cancelInput,
  output: cancelOutput,
  run: async (call, { id, reason = '' }) => {
    const { scope, now, request } = call
    const held = heldSeat(await findSlotOfSeat(scope, id), id, call)
    if (!held) throw notFound('这个号')
    const { slot, seat } = held
    if (isPast(seat)) return cancelledBefore(call, slot, seat)
    if (slot.startAt <= now) {
      throw new AppError('TOO_LATE', '时间已经到了，取消不了。来不了没关系，不会记您什么。')
    }
    await refuseUsed(slot, id, now)
    const given = {
      cancelledAt: now,
      reason,
      cancelKey: request.key,
      cancelContent: request.content,
    }
    if (isWaiting(seat)) {
      const past: PastSeat = { ...seat, ...given, no: 0 }
      if (!(await removeWaiting(slot, past, []))) throw changed()
      return { appointment: appointmentView(slot, past, now) }
    }
    const past: PastSeat = { ...seat, ...given, offer: null }
    const out = cancelledNotices(slot, seat, now)
    if (!(await releaseSeat(slot, past, out))) throw changed()
    await dropClaim(slot, seat.who, seat.id)
    await dispatch('slots', slot, out, now)
    await offerFreed(slot, now)
    const after = { ...slot, remaining: slot.remaining + 1 }
    return { appointment: appointmentView(after, past, now) }
  },
})

/** Who comes with the same request again hears the same; the claim may still be there. */
async function cancelledBefore({ request, now }: KnownCall, slot: Slot, seat: PastSeat) {
  if (seat.cancelKey !== request.key) {
    throw new AppError('ACTION_NOT_ALLOWED', '这个号已经取消了，不用再取消。')
  }
  if (seat.cancelContent !== request.content) throw otherContent()
  await dropClaim(slot, seat.who, seat.id)
  return { appointment: appointmentView(slot, seat, now) }
}

const changed = (): AppError =>
  new AppError('CONFLICT', '这个号刚刚变了，请刷新看看。', { retryable: true })
