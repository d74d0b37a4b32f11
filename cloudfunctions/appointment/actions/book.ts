import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { seatRefusal } from '../../core/domain/seats'
import { claimHalfDay, dropClaim } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { findSlot, takeSeat } from '../../core/store/slots'
import { bookedNotices } from '../notices'
import { bookInput, bookOutput } from '../schema'
import {
  checkPlace,
  itemsOf,
  MOST_ATTEMPTS,
  newSeat,
  pickNumber,
  refused,
  refusedWithNearest,
  sitterOf,
  tooMany,
} from '../seating'
import { appointmentView, seatOf } from '../view'
import type { AnySeat } from '../view'

export const book = action({
  summary: '约一个号，一次最多办五件事；可以替家里人或替没有手机的人约',
  by: ANYBODY,
  scope: 'bookedSlots',
  input: bookInput,
  output: bookOutput,
  run: async (call, input) => {
    const { township, now, request } = call
    const sitter = sitterOf(call, input.for)
    let claimed: Slot | null = null
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const slot = await findSlot({ township }, input.slotId)
      if (!slot) throw notFound('这个时间的号')
      const first = seatOf(slot, request.key)
      if (first) return repeated(slot, first, request.content, now)

      checkPlace(slot, input.place)
      const refusal = seatRefusal(slot, sitter.who, now)
      if (refusal) {
        if (claimed) await dropClaim(slot, sitter.who, request.key)
        throw await refusedWithNearest(refusal, slot, now)
      }
      const items = await itemsOf(township, input.codes)
      if (!claimed && !(await claimHalfDay(slot, sitter.who, request.key, now))) {
        throw refused('ALREADY_BOOKED')
      }
      claimed = slot
      const seat: Seat = {
        ...newSeat(call, input, sitter, items),
        no: pickNumber(slot, attempt),
      }
      const out = bookedNotices(slot, seat, now)
      if (await takeSeat(slot, seat, out)) {
        await dispatch('slots', slot, out, now)
        const after = { ...slot, remaining: slot.remaining - 1 }
        return { appointment: appointmentView(after, seat, now) }
      }
    }
    throw tooMany()
  },
})

export function repeated(slot: Slot, seat: AnySeat, content: string, now: Date) {
  if (seat.content !== content) throw otherContent()
  return { appointment: appointmentView(slot, seat, now) }
}
