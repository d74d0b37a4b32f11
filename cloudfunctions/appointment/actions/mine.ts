import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
import type { Slot } from '../../core/store/documents/slot'
import { mineInput, mineOutput } from '../schema'
import { appointmentView, seatOf } from '../view'

const PAGE = 20

export const mine = action({
  summary: '我约的号，也有替别人约的，后面的在前',
  by: ANYBODY,
  scope: 'bookedSlots',
  input: mineInput,
  output: mineOutput,
  run: async ({ scope, now, caller }, { cursor }) => {
    const slots = await find<Slot>('slots', afterCursor(scope, 'startAt', 'desc', cursor), {
      order: [
        ['startAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: PAGE,
    })
    const appointments = slots.flatMap((slot) =>
      slot.issued
        .filter(({ by }) => by === caller.id)
        .flatMap(({ id }) => seatOf(slot, id) ?? [])
        .map((seat) => appointmentView(slot, seat, now)),
    )
    const last = slots.length === PAGE ? slots.at(-1) : undefined
    return { appointments, next: last ? encodeCursor(last.startAt, last._id) : null }
  },
})
