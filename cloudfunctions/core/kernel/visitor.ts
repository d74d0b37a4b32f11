/**
 * 从号票接着办: what is done with somebody at the window carries over who it is and how to reach
 * them, and is written back to the day, so that nothing is typed twice.
 */
import type * as z from 'zod'
import { changeDay, findDay } from '../store/days'
import type { WhichDay } from '../store/days'
import type { Contact } from '../store/documents/account'
import type { Came, QueueEntry } from '../store/documents/day'
import { findSlotOfSeat } from '../store/slots'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { KnownCall } from './action'
import { AppError, notFound } from './errors'
import type { visitorRef } from './schemas'
import { servesAt } from './scope'

export type VisitorRef = z.infer<typeof visitorRef>

/**
 * Today at a place where the caller serves; an agent serves in the own village only.
 *
 * @throws AppError `NOT_FOUND` for another place.
 */
export function todayAt({ township, caller, now }: KnownCall, venueId: string): WhichDay {
  if (!servesAt(caller, venueId)) throw notFound('这个地方')
  return { township, venueId, date: businessDate(now) }
}

/**
 * Null when that day is over: the phone had no signal until now. The matter counts, the names of the
 * day are gone.
 *
 * @throws AppError `NOT_FOUND` for another place, and for somebody who did not come yet;
 *   `ACTION_NOT_ALLOWED` while nobody called them.
 */
export async function visitorHere(
  call: KnownCall,
  { venueId, date, id }: VisitorRef,
): Promise<QueueEntry | null> {
  const which = todayAt(call, venueId)
  if (date < which.date) return null
  const day = await findDay(which)
  const entry = day?.entries.find((one) => one.id === id)
  if (!entry) throw notFound('这个人。还没签到的，先签到')
  if (!entry.call) throw new AppError('ACTION_NOT_ALLOWED', '还没叫到这个号。先叫他，再接着办。')
  return entry
}

/** How they said they can be reached when they booked; null for those who just came. */
export async function contactOfVisitor(
  { township }: KnownCall,
  { venueId, id }: VisitorRef,
): Promise<Contact | null> {
  const slot = await findSlotOfSeat({ township, venueId }, id)
  return slot?.seats.find((seat) => seat.id === id)?.contact ?? null
}

/** Writes back what came of it; the same request writes once, and further matters are added. */
export async function visitorServed(
  call: KnownCall,
  { venueId, date, id }: VisitorRef,
  came: Came,
  number: string | null,
): Promise<void> {
  const which = todayAt(call, venueId)
  if (date < which.date) return
  const { key } = call.request
  await changeDay(which, await findDay(which), (there) => {
    const entry = there.find((one) => one.id === id)
    if (!entry || entry.made?.some((one) => one.key === key)) return null
    return {
      ...entry,
      state: 'served',
      outcome: entry.outcome ?? { key, came, note: '', at: call.now },
      made: [...(entry.made ?? []), { key, number }],
    }
  })
}
