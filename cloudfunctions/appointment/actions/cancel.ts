import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { dropClaim } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { PastSeat } from '../../core/store/documents/slot'
import { findSlotOfSeat, releaseSeat } from '../../core/store/slots'
import { cancelledNotice } from '../notices'
import { cancelInput, cancelOutput } from '../schema'
import { appointmentView, seatOf } from '../view'

export const cancel = action({
  summary: '不去了：开始之前都能取消，号让给别人',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'supervisor', 'admin'],
  scope: 'bookedSlots',
  input: cancelInput,
  output: cancelOutput,
  run: async ({ scope, now, caller, request }, { id, reason = '' }) => {
    const slot = await findSlotOfSeat(scope, id)
    const seat = slot && seatOf(slot, id)
    if (!slot || seat?.by !== caller.id) throw notFound('这个号')
    if ('cancelledAt' in seat) {
      if (seat.cancelKey !== request.key) {
        throw new AppError('ACTION_NOT_ALLOWED', '这个号已经取消了，不用再取消。')
      }
      if (seat.cancelContent !== request.content) throw otherContent()
      await dropClaim(slot, seat.who, seat.id)
      return { appointment: appointmentView(slot, seat, now) }
    }
    if (slot.startAt <= now) {
      throw new AppError('TOO_LATE', '时间已经到了，取消不了。来不了没关系，不会记您什么。')
    }
    const past: PastSeat = {
      ...seat,
      cancelledAt: now,
      reason,
      cancelKey: request.key,
      cancelContent: request.content,
    }
    const out = [cancelledNotice(slot, seat, now)]
    if (!(await releaseSeat(slot, past, out))) {
      throw new AppError('CONFLICT', '这个号刚刚变了，请刷新看看。', { retryable: true })
    }
    await dropClaim(slot, seat.who, seat.id)
    await dispatch('slots', slot, out, now)
    const after = { ...slot, remaining: slot.remaining + 1 }
    return { appointment: appointmentView(after, past, now) }
  },
})
