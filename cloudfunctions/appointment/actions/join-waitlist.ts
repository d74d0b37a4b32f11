import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { seatRefusal, waitingEnds } from '../../core/domain/seats'
import { addWaiting, findSlot } from '../../core/store/slots'
import { waitingNotices } from '../notices'
import { joinWaitlistInput, joinWaitlistOutput } from '../schema'
import { checkPlace, itemsOf, newSeat, refused, sitterOf } from '../seating'
import { appointmentView, seatOf } from '../view'
import { repeated } from './book'

export const joinWaitlist = action({
  summary: '约满了，排队等空号：有人不来就先留给排在前面的',
  by: ANYBODY,
  scope: 'bookedSlots',
  input: joinWaitlistInput,
  output: joinWaitlistOutput,
  run: async (call, input) => {
    const { township, now, request } = call
    const slot = await findSlot({ township }, input.slotId)
    if (!slot) throw notFound('这个时间的号')
    const first = seatOf(slot, request.key)
    if (first) return repeated(slot, first, request.content, now)
    checkPlace(slot, input.place)
    const sitter = sitterOf(call, input.for)
    const refusal = seatRefusal(slot, sitter.who, now)
    if (refusal === null) {
      throw new AppError('ACTION_NOT_ALLOWED', '这个时间还有空号，不用排队，直接约就行。')
    }
    if (refusal !== 'SLOT_FULL') throw refused(refusal)
    if (now >= waitingEnds(slot.date)) {
      throw new AppError('TOO_LATE', '明天就到了，来不及排队。直接来也行，现场还留着号。')
    }
    if (slot.waiting?.some(({ who }) => who === sitter.who)) {
      throw new AppError('ALREADY_BOOKED', '已经在排队了，有空号马上告诉您。')
    }
    const waiting = newSeat(call, input, sitter, await itemsOf(township, input.codes))
    const out = waitingNotices(slot, waiting, now)
    if (!(await addWaiting(slot, waiting, out))) {
      throw new AppError('CONFLICT', '刚刚有变化，或者排队的人太多。请刷新看看有没有空号。', {
        retryable: true,
      })
    }
    await dispatch('slots', slot, out, now)
    return { appointment: appointmentView(slot, waiting, now) }
  },
})
