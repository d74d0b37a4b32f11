/**
 * 预约: which sessions exist, who may take a seat, which number it gets.
 *
 * A booking is its seat in the slot document, so the rules read that document; the race itself is
 * decided by one conditional write (docs/decisions/0002-seats-in-the-slot.md).
 */
import { isWorkday } from './calendar'
import type { WorkCalendar } from './calendar'
import { addDays, weekday } from '../../../miniprogram/shared/dates'
import type { BusinessDate, WallTime } from '../../../miniprogram/shared/dates'

/** A weekly pattern of sessions at a place. 号源模板 */
export interface SlotTemplate {
  readonly days: 'workdays' | 'thursdays'
  readonly sessions: readonly { readonly from: WallTime; readonly to: WallTime }[]
  /** Length of one slot in minutes. */
  readonly minutes: number
  /** Seats bookable per slot; as many again are kept for people who just come. */
  readonly capacity: number
}

export interface PlannedSlot {
  readonly date: BusinessDate
  readonly start: WallTime
  readonly end: WallTime
  readonly capacity: number
  /** Numbers of this slot are `base + 1 … base + capacity`, unique at this place on this day. */
  readonly base: number
}

const THURSDAY = 4

/** Is the place staffed on this day? 周四驻村, holidays left out, make-up workdays counted in. */
export function isServiceDay(
  template: SlotTemplate,
  date: BusinessDate,
  calendar: WorkCalendar,
): boolean {
  if (!isWorkday(date, calendar)) return false
  return template.days === 'workdays' || weekday(date) === THURSDAY
}

/** All slots of one day, in order of time. */
export function slotsOfDay(template: SlotTemplate, date: BusinessDate): PlannedSlot[] {
  const starts = template.sessions.flatMap(({ from, to }) => {
    const times: number[] = []
    for (let at = minutesOf(from); at + template.minutes <= minutesOf(to); at += template.minutes) {
      times.push(at)
    }
    return times
  })
  return starts.map((at, index) => ({
    date,
    start: timeOf(at),
    end: timeOf(at + template.minutes),
    capacity: template.capacity,
    base: index * template.capacity,
  }))
}

/** The slots of a place from one day to another, both included. */
export function planSlots(
  template: SlotTemplate,
  from: BusinessDate,
  to: BusinessDate,
  calendar: WorkCalendar,
): PlannedSlot[] {
  const slots: PlannedSlot[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isServiceDay(template, date, calendar)) slots.push(...slotsOfDay(template, date))
  }
  return slots
}

/** The next day from `from` on which the pattern is served, within a year; null when none is. */
export function nextServiceDay(
  template: SlotTemplate,
  from: BusinessDate,
  calendar: WorkCalendar,
): BusinessDate | null {
  for (let n = 0; n < 366; n++) {
    const date = addDays(from, n)
    if (isServiceDay(template, date, calendar)) return date
  }
  return null
}

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
}

export type SeatRefusal = 'TOO_LATE' | 'SLOT_CLOSED' | 'ALREADY_BOOKED' | 'SLOT_FULL'

/** Why this person cannot take a seat here now; null when one is free. */
export function seatRefusal(slot: SlotFacts, who: string, now: Date): SeatRefusal | null {
  if (slot.startAt <= now) return 'TOO_LATE'
  if (slot.state !== 'open') return 'SLOT_CLOSED'
  if (slot.seats.some((seat) => seat.who === who)) return 'ALREADY_BOOKED'
  return slot.remaining > 0 ? null : 'SLOT_FULL'
}

/** The free numbers of a slot, ascending; the caller picks one and the write guards it. */
export function freeNumbers(slot: SlotFacts): number[] {
  const taken = new Set(slot.seats.map((seat) => seat.no))
  const numbers = Array.from({ length: slot.capacity }, (_, index) => slot.base + index + 1)
  return numbers.filter((no) => !taken.has(no))
}

const minutesOf = (time: WallTime): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const timeOf = (minutes: number): WallTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
