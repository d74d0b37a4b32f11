/**
 * What a slot has to do by itself: finish moves that were cut off, settle a closed session, take
 * back offers without an answer, offer what is free, end the waiting list, say who will be away,
 * remind, send.
 */
import { addReminders, readAgain } from '../../core/store/due'
import { hostsAt, itemsByCode, papersOf } from '../../core/store/eve'
import { MOVE_LOST_MS } from '../../core/store/slots'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { eveBefore, waitingEnds } from '../../core/domain/seats'
import { presenceWords } from '../../core/domain/whereabouts'
import { settleClosed } from '../../appointment/closings'
import { repairMoves } from '../../appointment/moves'
import { reminderNotices } from '../../appointment/notices'
import { endWaiting, lapseOffers, offerFreeSeats } from '../../appointment/offers'
import { sendNotices } from './notices'
import { tellNewcomers } from './tell-presence'

type Step = (slot: Slot, now: Date) => Promise<boolean>

/** In this order; each says whether it changed the slot, which is then read again. */
const STEPS: readonly Step[] = [
  repairMoves,
  settleClosed,
  lapseOffers,
  offerFreeSeats,
  async (slot, now) =>
    (now >= waitingEnds(slot.date) || slot.state === 'closed') && endWaiting(slot, now),
  tellNewcomers,
  remind,
]

export async function workOnSlot(slot: Slot, now: Date): Promise<void> {
  let current: Slot = slot
  for (const step of STEPS) {
    if (await step(current, now)) current = (await readAgain<Slot>('slots', slot)) ?? current
  }
  await sendNotices('slots', current, now, (after) =>
    slot.startAt > now ? nextTime(after) : undefined,
  )
}

/** When the slot has something to do next, apart from its notices; at once when it did not work. */
function nextTime(slot: Slot): Date | undefined {
  const times = [
    ...(slot.seats.some((seat) => awaitsReminder(slot, seat)) ? [eveBefore(slot.date)] : []),
    ...((slot.waiters ?? 0) > 0 ? [waitingEnds(slot.date)] : []),
    ...slot.seats.flatMap(({ offer }) => (offer ? [offer.until] : [])),
    ...slot.seats.flatMap(({ moving }) => (moving ? [new Date(+moving.at + MOVE_LOST_MS)] : [])),
  ]
  return times.length > 0 ? new Date(Math.min(...times.map(Number))) : undefined
}

const awaitsReminder = ({ date, state }: Slot, { reminded, bookedAt, offer }: Seat): boolean =>
  state === 'open' && !reminded && !offer && bookedAt < eveBefore(date)

/** 明天有您的号: once per seat, the evening before. */
async function remind(slot: Slot, now: Date): Promise<boolean> {
  if (now < eveBefore(slot.date) || slot.startAt <= now) return false
  const unreminded = slot.seats.filter((seat) => awaitsReminder(slot, seat))
  if (unreminded.length === 0) return false
  const out = await reminders(slot, unreminded, now)
  const seats = slot.seats.map((seat) =>
    unreminded.includes(seat) ? { ...seat, reminded: true } : seat,
  )
  // Somebody booked or cancelled at this moment: still due, so the next tick does it.
  await addReminders(slot, seats, out)
  return true
}

async function reminders(slot: Slot, seats: readonly Seat[], now: Date) {
  const items = await itemsByCode(
    slot.township,
    seats.flatMap((seat) => seat.items.map(({ code }) => code)),
  )
  const hostOf = hostsAt(slot)
  return Promise.all(
    seats.map(async (seat) => {
      const own = seat.items.flatMap(({ code }) => items.find((item) => item.code === code) ?? [])
      const host = await hostOf(own)
      const who = host ? presenceWords(host.name, host.said, slot.date) : ''
      return reminderNotices(slot, seat, { who, papers: papersOf(own) }, now)
    }),
  ).then((all) => all.flat())
}
