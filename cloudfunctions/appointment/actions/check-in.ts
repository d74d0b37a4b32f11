import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { todayAt } from '../../core/kernel/visitor'
import { promisedTime } from '../../core/domain/queue'
import { freeSeats } from '../../core/domain/seats'
import { changeDay, findDay } from '../../core/store/days'
import type { QueueEntry } from '../../core/store/documents/day'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { findSlotOfSeat, slotsBetween } from '../../core/store/slots'
import { instantOf, spokenDate } from '../../../miniprogram/shared/dates'
import type * as z from 'zod'
import { entryView, notNow, priorityOf, unitsOfItems } from '../queue'
import { checkInInput, checkInOutput } from '../schema'
import { isPast, isWaiting, seatOf } from '../view'

type Input = z.infer<typeof checkInInput>

export const checkIn = action({
  summary: '签到：扫号票、报号，号票丢了报姓名和村；来晚了排到当场下一个空号',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: checkInInput,
  output: checkInOutput,
  run: async (call, input) => {
    const { scope, now } = call
    const which = todayAt(call, input.venueId)
    const [slots, day] = await Promise.all([
      slotsBetween(scope, which.venueId, which.date, which.date),
      findDay(which),
    ])
    const { slot, seat } = await seatHere(call, slots, input)
    const units = await unitsOfItems(call.township, seat.items)
    const dueAt = promisedTime(timesOf(slot), slots.map(timesOf), now)
    const priority = priorityOf(call, input.priority)
    const entries = await changeDay(which, day, (there) => {
      const before = there.find(({ id }) => id === seat.id)
      if (before) return comeBack(before, priority)
      return {
        id: seat.id,
        no: seat.no,
        name: seat.name,
        villageId: seat.villageId ?? '',
        items: seat.items,
        units,
        arrivedAt: now,
        dueAt,
        priority,
        state: 'waiting',
        call: null,
        outcome: null,
      }
    })
    const entry = entries.find(({ id }) => id === seat.id)
    if (!entry) throw notFound('这个号')
    return { entry: entryView(entry, entries, now) }
  },
})

const timesOf = (slot: Slot) => ({
  startAt: slot.startAt,
  endAt: instantOf(slot.date, slot.end),
  free: slot.state === 'open' && !slot.home ? freeSeats(slot) : 0,
})

/** Somebody who is there already: only a reason for priority, or the way back from 不在, changes it. */
function comeBack(before: QueueEntry, priority: QueueEntry['priority']): QueueEntry | null {
  if (before.state === 'served') throw notNow('这个号今天已经用过了。还要办别的，当现场来的取号。')
  if (before.state === 'absent') return { ...before, state: 'waiting' }
  return priority && !before.priority ? { ...before, priority } : null
}

interface Found {
  readonly slot: Slot
  readonly seat: Seat
}

/** The seat at this place today; else in plain words why not. */
async function seatHere(call: KnownCall, slots: readonly Slot[], input: Input): Promise<Found> {
  const { ticket, number, name, villageId } = input
  const id = ticket?.replace(/^ticket:/, '')
  const fits = (seat: Seat): boolean => {
    if (id !== undefined) return seat.id === id
    if (number !== undefined) return seat.no === number
    return seat.name === name && (villageId === undefined || seat.villageId === villageId)
  }
  const found = slots.flatMap((slot) =>
    slot.seats.filter((seat) => !seat.offer && fits(seat)).map((seat) => ({ slot, seat })),
  )
  const [only, second] = found
  if (only && second && new Set(found.map(({ seat }) => seat.who)).size > 1) {
    const numbers = found.map(({ seat }) => `${String(seat.no)}号`).join('、')
    throw new AppError('CONFLICT', `今天有同名的：${numbers}。问清是哪个号，按号签到。`)
  }
  if (only) return only
  if (id !== undefined) throw await elsewhere(call, id)
  throw notFound('今天在这里约了的这个人。没约也能办，当现场来的取号')
}

/** A ticket that is good for something else, or for nothing any more. */
async function elsewhere({ township, scope }: KnownCall, id: string): Promise<AppError> {
  const slot = await findSlotOfSeat({ township, ...scope }, id)
  const seat = slot && seatOf(slot, id)
  if (!slot || !seat) return notFound('这张号票')
  if (isPast(seat)) return notNow('这个号已经退了或者改了时间。没约也能办，当现场来的取号。')
  if (isWaiting(seat) || seat.offer) return notNow('这个号还没定下来。没约也能办，当现场来的取号。')
  return notNow(`这个号是${spokenDate(slot.date)}${slot.venueName}的。今天要办，当现场来的取号。`)
}
