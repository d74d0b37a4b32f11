/**
 * 座位: who may take a seat, which number it gets, how long an offered one waits for its answer.
 *
 * A booking is its seat in the slot document, so the rules read that document; the race itself is
 * decided by one conditional write (docs/decisions/0002-seats-in-the-slot.md).
 */
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** A taken seat, as far as the rules care. */
export interface TakenSeat {
  readonly who: string
  readonly no: number
}

export interface SlotFacts {
  readonly state: 'open' | 'closed'
  readonly startAt: Date
  readonly capacity: number
  readonly remaining: number
  readonly base: number
  readonly seats: readonly TakenSeat[]
  readonly leadMinutes?: number
  /** People in the waiting list: what becomes free is theirs first. */
  readonly waiters?: number
}

export type SeatRefusal = 'TOO_LATE' | 'SLOT_CLOSED' | 'ALREADY_BOOKED' | 'SLOT_FULL'

/** Until when the slot can be booked. */
export const bookableUntil = ({
  startAt,
  leadMinutes = 0,
}: Pick<SlotFacts, 'startAt' | 'leadMinutes'>): Date => new Date(+startAt - leadMinutes * 60_000)

/** Seats that anybody may take now. */
export const freeSeats = ({ remaining, waiters = 0 }: Pick<SlotFacts, 'remaining' | 'waiters'>) =>
  waiters > 0 ? 0 : remaining

/** Why this person cannot take a seat here now; null when one is free. */
export function seatRefusal(slot: SlotFacts, who: string, now: Date): SeatRefusal | null {
  if (bookableUntil(slot) <= now) return 'TOO_LATE'
  if (slot.state !== 'open') return 'SLOT_CLOSED'
  if (slot.seats.some((seat) => seat.who === who)) return 'ALREADY_BOOKED'
  return freeSeats(slot) > 0 ? null : 'SLOT_FULL'
}

/** The free numbers of a slot, ascending; the caller picks one and the write guards it. */
export function freeNumbers(slot: Pick<SlotFacts, 'capacity' | 'base' | 'seats'>): number[] {
  const taken = new Set(slot.seats.map((seat) => seat.no))
  const numbers = Array.from({ length: slot.capacity }, (_, index) => slot.base + index + 1)
  return numbers.filter((no) => !taken.has(no))
}

/** Whoever has a seat is reminded the evening before, and then the waiting list is closed. */
const EVENING = '18:00'
/** Less time than this to answer would be a hurry. */
const LEAST_ANSWER_MS = 3600_000

/** The evening before: when people can still look for their papers. */
export const eveBefore = (date: BusinessDate): Date => instantOf(addDays(date, -1), EVENING)

/** Until when one can join the waiting list: after that there would be no time to ask. */
export const waitingEnds = (date: BusinessDate): Date =>
  new Date(+eveBefore(date) - LEAST_ANSWER_MS)

/**
 * Until when an offered seat waits for its answer: 18:00 today, or tomorrow when today's 18:00 is
 * less than an hour away, and never past the evening before the day itself. Null when there is no
 * time left to ask.
 */
export function offerUntil(date: BusinessDate, now: Date): Date | null {
  const today = businessDate(now)
  const evenings = [today, addDays(today, 1)].map((day) => instantOf(day, EVENING))
  const until = evenings.find((evening) => +evening - +now >= LEAST_ANSWER_MS)
  const last = eveBefore(date)
  const end = until && until < last ? until : last
  return +end - +now >= LEAST_ANSWER_MS ? end : null
}

/**
 * The free slots nearest in time to one that cannot be had, nearest first.
 *
 * @param slots what can be booked, in any order
 */
export function nearestTo<Slot extends Pick<SlotFacts, 'startAt'>>(
  at: Date,
  slots: readonly Slot[],
  most: number,
): Slot[] {
  const distance = ({ startAt }: Slot) => Math.abs(+startAt - +at)
  return [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, most)
}
