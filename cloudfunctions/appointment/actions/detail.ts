import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { notFound } from '../../core/kernel/errors'
import { findSlotOfSeat } from '../../core/store/slots'
import { hereToday } from '../here'
import { detailInput, detailOutput } from '../schema'
import { appointmentView, heldSeat } from '../view'

export const detail = action({
  summary: '一个号：时间、地点、报什么号、带什么',
  by: ANYBODY,
  scope: 'heldSlots',
  input: detailInput,
  output: detailOutput,
  run: async (call, { id }) => {
    const held = heldSeat(await findSlotOfSeat(call.scope, id), id, call)
    if (!held) throw notFound('这个号')
    const { slot, seat } = held
    const appointment = appointmentView(slot, seat, call.now)
    const here = appointment.status === 'booked' ? await hereToday(slot, id, call.now) : null
    const allowed = here?.state === 'served' ? [] : appointment.allowed
    return { appointment: { ...appointment, here, allowed } }
  },
})
