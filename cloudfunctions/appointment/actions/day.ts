import { action } from '../../core/kernel/action'
import { shownContact } from '../../core/kernel/contact'
import { servesAt } from '../../core/kernel/scope'
import { freeSeats } from '../../core/domain/seats'
import { inOrder } from '../../core/domain/queue'
import { findDay } from '../../core/store/days'
import type { QueueEntry } from '../../core/store/documents/day'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { slotsBetween } from '../../core/store/slots'
import { wallTime } from '../../../miniprogram/shared/dates'
import { numbersOf } from '../here'
import { dayInput, dayOutput } from '../schema'

export const day = action({
  summary: '今天谁来：一个地方一天约好的人和直接来的人，谁在等、下一个是谁',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: dayInput,
  output: dayOutput,
  run: async ({ scope, township, caller, now }, { venueId, date }) => {
    const [slots, there] = await Promise.all([
      slotsBetween(scope, venueId, date, date, { past: 0, issued: 0, out: 0, waiting: 0 }),
      servesAt(caller, venueId) ? findDay({ township, venueId, date }) : null,
    ])
    const entries = there?.entries ?? []
    const seatIds = new Set(slots.flatMap(({ seats }) => seats.map(({ id }) => id)))
    const windows = slots.filter(({ home, state }) => !home && state === 'open')
    return {
      visitors: slots.flatMap((slot) =>
        [...slot.seats]
          .sort((a, b) => a.no - b.no)
          .map((seat) =>
            booked(
              slot,
              seat,
              entries.find(({ id }) => id === seat.id),
            ),
          ),
      ),
      walkIns: entries.filter(({ id }) => !seatIds.has(id)).map(cameOnly),
      order: inOrder(entries, now).map(({ id }) => id),
      free: windows.reduce((sum, slot) => sum + freeSeats(slot), 0),
      walkInPlaces: windows.reduce((sum, { walkIns, capacity }) => sum + (walkIns ?? capacity), 0),
      counts: there?.counts ?? null,
    }
  },
})

const booked = (slot: Slot, seat: Seat, entry: QueueEntry | undefined) => ({
  id: seat.id,
  ticket: String(seat.no),
  start: slot.start,
  end: slot.end,
  name: seat.name,
  items: seat.items,
  note: seat.note,
  contact: seat.contact && shownContact(seat.contact),
  state: entry?.state ?? (seat.offer ? ('offered' as const) : ('expected' as const)),
  home: slot.home ?? false,
  place: seat.place ?? '',
  villageId: seat.villageId ?? '',
  ...atWindow(entry),
})

/** Somebody who just came: the time is that of the arrival. */
const cameOnly = (entry: QueueEntry) => ({
  id: entry.id,
  ticket: String(entry.no),
  start: wallTime(entry.arrivedAt),
  end: wallTime(entry.arrivedAt),
  name: entry.name,
  items: entry.items,
  note: '',
  contact: null,
  state: entry.state,
  home: false,
  place: '',
  villageId: entry.villageId,
  ...atWindow(entry),
})

const atWindow = (entry: QueueEntry | undefined) => ({
  priority: entry?.priority?.reason ?? '',
  window: entry?.call?.window ?? '',
  came: entry?.outcome?.came ?? '',
  numbers: entry ? numbersOf(entry) : [],
})
