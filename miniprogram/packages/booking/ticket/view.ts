import type { Appointment } from '../../../services/appointment'
import { businessDate, relativeDate, spokenDate, spokenTime } from '../../../shared/dates'

export type TicketView = ReturnType<typeof ticketView>

const BANDS: Readonly<Record<Appointment['status'], string>> = {
  booked: '',
  waiting: '排队中',
  offered: '等您回话',
  moved: '已改期',
  cancelled: '已取消',
  past: '已过',
}

export function ticketView(appointment: Appointment, now = new Date()) {
  const { slot, place, items, status } = appointment
  const today = businessDate(now)
  const near = relativeDate(slot.date, today)
  return {
    id: appointment.id,
    when: `${spokenDate(slot.date, today)} ${spokenTime(slot.start)}`,
    near: near.length <= 2 ? near : '',
    band: BANDS[status],
    place: place.address,
    placeName: place.name,
    phone: place.phone,
    number: appointment.ticket,
    name: appointment.name,
    items: items.map(({ name }) => name),
    codes: items.map(({ code }) => code).join(','),
    note: appointment.note,
    venueId: slot.venueId,
    good: status === 'booked',
    canCancel: appointment.allowed.includes('cancel'),
  }
}
