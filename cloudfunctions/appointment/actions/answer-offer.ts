import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { dropClaim } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { PastSeat, Seat, Slot } from '../../core/store/documents/slot'
import { acceptOffer, findSlotOfSeat, releaseSeat } from '../../core/store/slots'
import type { KnownCall } from '../../core/kernel/action'
import { bookedNotices } from '../notices'
import { offerFreed } from '../offers'
import { answerOfferInput, answerOfferOutput } from '../schema'
import { appointmentView, heldSeat, isPast, isWaiting } from '../view'

export const answerOffer = action({
  summary: '给您留的空号要不要：当天18点前说；没有手机的，代办员打电话问了替他说',
  by: ANYBODY,
  scope: 'heldSlots',
  input: answerOfferInput,
  output: answerOfferOutput,
  run: async (call, { id, accept }) => {
    const { scope, now, request } = call
    const held = heldSeat(await findSlotOfSeat(scope, id), id, call)
    if (!held) throw notFound('这个号')
    const { slot, seat } = held
    const { key, content } = answerOf(seat)
    if (key === request.key) {
      if (content !== request.content) throw otherContent()
      return { appointment: appointmentView(slot, seat, now) }
    }
    if (isWaiting(seat) || isPast(seat) || !seat.offer) {
      throw new AppError('ACTION_NOT_ALLOWED', '这个号没有在等您回话。打开看看现在怎样。')
    }
    if (seat.offer.until <= now) {
      throw new AppError('TOO_LATE', '过了说好的时间，号给下一位了。不约也行，当天直接来。')
    }
    return { appointment: await (accept ? taken : given)(call, slot, seat) }
  },
})

const answerOf = (seat: object) => {
  const { answered, cancelKey, cancelContent } = seat as Partial<PastSeat>
  return answered ?? { key: cancelKey, content: cancelContent }
}

async function taken({ request, now }: KnownCall, slot: Slot, seat: Seat) {
  const after: Seat = { ...seat, offer: null, answered: request }
  const out = bookedNotices(slot, after, now)
  if (!(await acceptOffer(slot, seat.id, request, now, out))) throw changed()
  await dispatch('slots', slot, out, now)
  return appointmentView(slot, after, now)
}

async function given({ request, now }: KnownCall, slot: Slot, seat: Seat) {
  const past: PastSeat = {
    ...seat,
    offer: null,
    cancelledAt: now,
    reason: '不要',
    cancelKey: request.key,
    cancelContent: request.content,
  }
  if (!(await releaseSeat(slot, past, []))) throw changed()
  await dropClaim(slot, seat.who, seat.id)
  await offerFreed(slot, now)
  return appointmentView(slot, past, now)
}

const changed = (): AppError =>
  new AppError('CONFLICT', '这个号刚刚变了，请刷新看看。', { retryable: true })
