import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findSlotOfSeat } from '../../core/store/slots'
import { detailInput, detailOutput } from '../schema'
import { appointmentView, seatOf } from '../view'

export const detail = action({
  summary: '一个号：时间、地点、报什么号、带什么',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'supervisor', 'admin'],
  scope: 'bookedSlots',
  input: detailInput,
  output: detailOutput,
  run: async ({ scope, now, caller }, { id }) => {
    const slot = await findSlotOfSeat(scope, id)
    const seat = slot && seatOf(slot, id)
    if (!slot || seat?.by !== caller.id) throw notFound('这个号')
    return { appointment: appointmentView(slot, seat, now) }
  },
})
