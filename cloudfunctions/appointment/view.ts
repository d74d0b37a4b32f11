import { bookableUntil, freeSeats, waitingEnds } from '../core/domain/seats'
import type { PastSeat, Seat, Slot, Waiting } from '../core/store/documents/slot'
import type { KnownCall } from '../core/kernel/action'
import type { AppointmentView } from './schema'

type SlotWithoutPeople = Omit<Slot, 'seats' | 'past' | 'issued' | 'out'>

/** A slot as anybody sees it: how many seats are left, never who has the others. */
export function slotView(slot: SlotWithoutPeople, now: Date) {
  const bookable = slot.state === 'open' && bookableUntil(slot) > now
  const remaining = freeSeats(slot)
  const full = bookable && remaining === 0
  return {
    id: slot._id,
    venueId: slot.venueId,
    date: slot.date,
    start: slot.start,
    end: slot.end,
    capacity: slot.capacity,
    remaining,
    state: !bookable ? ('closed' as const) : full ? ('full' as const) : ('open' as const),
    ...(full && now < waitingEnds(slot.date) ? { canWait: true } : {}),
    ...(slot.closed ? { reason: slot.closed.reason } : {}),
    ...(slot.movedFrom ? { movedFrom: slot.movedFrom } : {}),
  }
}

export type AnySeat = Seat | PastSeat | Waiting

export const isPast = (seat: AnySeat): seat is PastSeat => 'cancelledAt' in seat
export const isWaiting = (seat: AnySeat): seat is Waiting => !('no' in seat)

/** One appointment as its booker sees it. */
export function appointmentView(slot: Slot, seat: AnySeat, now: Date): AppointmentView {
  const status = statusOf(slot, seat, now)
  return {
    id: seat.id,
    ticket: isWaiting(seat) || seat.no === 0 ? '' : String(seat.no),
    status,
    slot: slotView(slot, now),
    place: { name: slot.venueName, address: slot.venueAddress, phone: slot.venuePhone },
    name: seat.name,
    items: seat.items.map(({ code, name }) => ({ code, name })),
    note: seat.note,
    bookedAt: seat.bookedAt.toISOString(),
    home: slot.home ?? false,
    forOther: seat.forOther ?? false,
    offerUntil: status === 'offered' && seat.offer ? seat.offer.until.toISOString() : null,
    movedTo: isPast(seat) ? (seat.movedTo?.seatId ?? null) : null,
    allowed: slot.startAt > now ? [...ALLOWED[status]] : [],
  }
}

const ALLOWED: Readonly<Record<AppointmentView['status'], AppointmentView['allowed']>> = {
  booked: ['cancel', 'reschedule'],
  waiting: ['cancel'],
  offered: ['answerOffer'],
  cancelled: [],
  moved: [],
  past: [],
}

function statusOf(slot: Slot, seat: AnySeat, now: Date): AppointmentView['status'] {
  if (isPast(seat)) return seat.movedTo ? 'moved' : 'cancelled'
  if (isWaiting(seat)) return slot.startAt > now ? 'waiting' : 'past'
  if (seat.offer) return seat.offer.until > now ? 'offered' : 'past'
  return slot.startAt > now || isToday(slot, now) ? 'booked' : 'past'
}

/** Late is not lost: the ticket holds for the rest of the day. */
const isToday = (slot: Slot, now: Date): boolean => +now - +slot.startAt < 12 * 3600_000

/** The seat with this id: taken, given back, or still waited for. */
export const seatOf = (slot: Slot, id: string): AnySeat | undefined =>
  slot.seats.find((seat) => seat.id === id) ??
  slot.past.find((seat) => seat.id === id) ??
  slot.waiting?.find((seat) => seat.id === id)

/**
 * The seat with this id, if the caller booked it or is the agent of a person without a phone; else
 * undefined, as if it were not there.
 */
export function heldSeat(slot: Slot | null, id: string, { caller }: KnownCall) {
  const seat = slot ? seatOf(slot, id) : undefined
  if (!slot || !seat) return undefined
  if (seat.by === caller.id) return { slot, seat }
  const { staff } = caller.account
  const isAgent = staff?.roles.includes('agent') && staff.villageId === seat.villageId
  return isAgent && seat.tellAgent ? { slot, seat } : undefined
}
