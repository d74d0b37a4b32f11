import type { PastSeat, Seat, Slot } from '../core/store/documents/slot'
import type { AppointmentView } from './schema'

/** A slot as anybody sees it: how many seats are left, never who has the others. */
export function slotView(slot: Omit<Slot, 'seats' | 'past' | 'issued' | 'out'>, now: Date) {
  const bookable = slot.state === 'open' && slot.startAt > now
  return {
    id: slot._id,
    venueId: slot.venueId,
    date: slot.date,
    start: slot.start,
    end: slot.end,
    capacity: slot.capacity,
    remaining: slot.remaining,
    state: !bookable
      ? ('closed' as const)
      : slot.remaining > 0
        ? ('open' as const)
        : ('full' as const),
  }
}

/** One appointment as its booker sees it. */
export function appointmentView(slot: Slot, seat: Seat | PastSeat, now: Date): AppointmentView {
  const cancelled = 'cancelledAt' in seat
  const open = !cancelled && slot.startAt > now
  return {
    id: seat.id,
    ticket: String(seat.no),
    status: cancelled ? 'cancelled' : slot.startAt > now || isToday(slot, now) ? 'booked' : 'past',
    slot: slotView(slot, now),
    place: { name: slot.venueName, address: slot.venueAddress, phone: slot.venuePhone },
    name: seat.name,
    items: seat.items.map(({ code, name }) => ({ code, name })),
    note: seat.note,
    bookedAt: seat.bookedAt.toISOString(),
    allowed: open ? ['cancel'] : [],
  }
}

/** Late is not lost: the ticket holds for the rest of the day. */
const isToday = (slot: Slot, now: Date): boolean => +now - +slot.startAt < 12 * 3600_000

/** The seat with this id, taken or given back. */
export const seatOf = (slot: Slot, id: string): Seat | PastSeat | undefined =>
  slot.seats.find((seat) => seat.id === id) ?? slot.past.find((seat) => seat.id === id)
