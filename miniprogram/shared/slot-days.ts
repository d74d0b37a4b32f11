/** 约个号: the slots of some weeks as days with morning and afternoon. */
import { daysBetween, halfDay, relativeDate, spokenTime } from './dates'
import type { BusinessDate } from './dates'

export interface SlotFacts {
  readonly id: string
  readonly date: BusinessDate
  readonly start: string
  readonly end: string
  readonly capacity: number
  readonly remaining: number
  readonly state: 'open' | 'full' | 'closed'
  /** Full, and one can wait for a free one. */
  readonly canWait?: boolean | undefined
  readonly movedFrom?: BusinessDate | undefined
}

export interface SlotRow {
  readonly id: string
  readonly time: string
  readonly state: SlotFacts['state']
  readonly remaining: number
  readonly canWait: boolean
  /** One entry per seat: taken ones first; empty when there are too many to draw. */
  readonly seats: readonly { readonly place: number; readonly state: 'taken' | 'free' }[]
}

export interface SlotHalf {
  readonly name: string
  readonly rows: readonly SlotRow[]
}

export interface SlotDay {
  readonly date: BusinessDate
  /** `后天`, or the month. */
  readonly above: string
  readonly day: string
  readonly remaining: number
  readonly open: boolean
  /** Nothing is free, but one can wait. */
  readonly waits: boolean
  /** `因为元旦，周四改到今天` */
  readonly movedFrom: BusinessDate
  readonly halves: readonly SlotHalf[]
}

/** More seats than this are told in words. */
const MOST_SEATS_DRAWN = 6

export function slotDays(slots: readonly SlotFacts[], today: BusinessDate): SlotDay[] {
  const byDate = new Map<BusinessDate, SlotFacts[]>()
  for (const slot of slots) {
    const day = byDate.get(slot.date) ?? []
    day.push(slot)
    byDate.set(slot.date, day)
  }
  return [...byDate.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, list]) => dayOf(date, list, today))
}

function dayOf(date: BusinessDate, list: readonly SlotFacts[], today: BusinessDate): SlotDay {
  const sorted = [...list].sort((a, b) => a.start.localeCompare(b.start))
  const near = daysBetween(today, date) < 3
  // Times of today that have passed help nobody.
  const gone = date === today
  return {
    date,
    above: near ? relativeDate(date, today) : `${String(Number(date.slice(5, 7)))}月`,
    day: String(Number(date.slice(8))),
    remaining: sorted.reduce((sum, slot) => sum + (slot.state === 'open' ? slot.remaining : 0), 0),
    open: sorted.some(({ state }) => state === 'open'),
    waits: sorted.some(({ canWait = false }) => canWait),
    movedFrom: sorted.find(({ movedFrom }) => movedFrom)?.movedFrom ?? '',
    halves: ['上午', '下午']
      .map((name) => ({
        name,
        rows: sorted
          .filter(({ start, state }) => halfDay(start) === name && !(gone && state === 'closed'))
          .map(rowOf),
      }))
      .filter(({ rows }) => rows.length > 0),
  }
}

function rowOf({
  id,
  start,
  end,
  capacity,
  remaining,
  state,
  canWait = false,
}: SlotFacts): SlotRow {
  const drawn = capacity <= MOST_SEATS_DRAWN ? capacity : 0
  return {
    id,
    time: `${spokenTime(start)}–${spokenTime(end)}`,
    state,
    remaining,
    canWait,
    seats: Array.from({ length: drawn }, (_, place) => ({
      place,
      state: place < capacity - remaining ? 'taken' : 'free',
    })),
  }
}

/** The first seat that can still be had on a day, so that one tap less is needed. */
export const firstOpen = (day: SlotDay | undefined): SlotRow | undefined =>
  day?.halves.flatMap(({ rows }) => rows).find(({ state }) => state === 'open')
