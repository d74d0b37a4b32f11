import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { page } from '../../core/kernel/page'
import type { Slot } from '../../core/store/documents/slot'
import { mineInput, mineOutput } from '../schema'
import { appointmentView, seatOf } from '../view'

export const mine = action({
  summary: '我约的号，也有替别人约的，后面的在前',
  by: ANYBODY,
  scope: 'bookedSlots',
  input: mineInput,
  output: mineOutput,
  run: async ({ scope, now, caller }, { cursor }) => {
    const { docs: slots, next } = await page<Slot, 'startAt'>('slots', scope, {
      field: 'startAt',
      cursor,
    })
    const appointments = slots.flatMap((slot) =>
      slot.issued
        .filter(({ by }) => by === caller.id)
        .flatMap(({ id }) => seatOf(slot, id) ?? [])
        .map((seat) => appointmentView(slot, seat, now)),
    )
    return { appointments, next }
  },
})
