/**
 * 号源: a booking is its seat in the slot document. One conditional write decides the race.
 *
 * `remaining` and `seats` change in the same write, always; so seats taken + free = capacity.
 */
import type { Notice } from './documents/matter'
import type { PastSeat, Seat, SeatRef, Slot, Waiting } from './documents/slot'
import { find, findOne, updateOne } from './database'
import type { Query } from './database'
import { NOTICE_RETRY_MS } from './commit'
import { eveBefore } from '../domain/seats'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

type Which = Pick<Slot, '_id' | 'township'>

const which = ({ _id, township }: Which): Query => ({ _id, township })

export const findSlot = (scope: Query, id: string): Promise<Slot | null> =>
  findOne<Slot>('slots', { ...scope, _id: id })

export const findSlotOfSeat = (scope: Query, seatId: string): Promise<Slot | null> =>
  findOne<Slot>('slots', { ...scope, 'issued.id': seatId })

/** What a list of times needs: how many seats are left, never who has them. */
export const WITHOUT_PEOPLE = { seats: 0, past: 0, issued: 0, out: 0, waiting: 0 } as const

/** The slots of a place from one day to another, both included, in order of time. */
export function slotsBetween(
  scope: Query,
  venueId: string,
  from: BusinessDate,
  to: BusinessDate,
  projection?: Readonly<Record<string, 0 | 1>>,
): Promise<Slot[]> {
  const startAt = { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) }
  return find<Slot>(
    'slots',
    { $and: [scope, { venueId, startAt }] },
    { order: [['startAt', 'asc']], limit: 1000, ...(projection ? { projection } : {}) },
  )
}

const NOBODY_WAITS: Query = { waiters: { $not: { $gt: 0 } } }

/** What is offered instead needs no names. */
const TIMES_ONLY = { ...WITHOUT_PEOPLE, venueName: 0, venueAddress: 0, venuePhone: 0 } as const

/**
 * The nearest slots of a place that anybody may book, before and after a slot that cannot be had:
 * at most so many on either side, whatever the horizon holds.
 */
export async function freeSlotsNear(slot: Slot, from: Date, most: number): Promise<Slot[]> {
  const { township, venueId, startAt, home = false } = slot
  const free = {
    township,
    venueId,
    state: 'open',
    remaining: { $gt: 0 },
    home: home ? true : { $ne: true },
    _id: { $ne: slot._id },
    ...NOBODY_WAITS,
  }
  const side = (times: Query, direction: 'asc' | 'desc') =>
    find<Slot>(
      'slots',
      { ...free, startAt: times },
      { order: [['startAt', direction]], limit: most, projection: TIMES_ONLY },
    )
  const after = startAt > from ? { $gte: startAt } : { $gt: from }
  const sides = await Promise.all([
    side(after, 'asc'),
    startAt > from ? side({ $gt: from, $lt: startAt }, 'desc') : [],
  ])
  return sides.flat()
}

/**
 * Takes a seat, if at this moment the slot is open, has one left that nobody waits for, the number
 * is free and the person has none here yet. False when any of it is not so: read again to see which.
 */
export function takeSeat(
  slot: Pick<Slot, '_id' | 'township' | 'date' | 'leadMinutes'>,
  seat: Seat,
  out: readonly Notice[],
): Promise<boolean> {
  const { id, by, villageId } = seat
  return updateOne(
    'slots',
    { ...seatGuard(slot, seat), ...NOBODY_WAITS },
    {
      $push: {
        seats: seat,
        issued: { id, by, ...(villageId === undefined ? {} : { villageId }) },
        ...pushed(out),
      },
      $inc: { remaining: -1, v: 1 },
      $min: dueFrom(out, seatTimes(slot, seat)),
    },
  )
}

/** The first in the waiting list gets what became free, kept until they answer. */
export function offerSeat(slot: Slot, seat: Seat, out: readonly Notice[]): Promise<boolean> {
  return updateOne(
    'slots',
    { ...seatGuard(slot, seat), 'waiting.id': seat.id },
    {
      $push: { seats: seat, ...pushed(out) },
      $pull: { waiting: { id: seat.id } },
      $inc: { remaining: -1, waiters: -1, v: 1 },
      $min: dueFrom(out, seatTimes(slot, seat)),
    },
  )
}

function seatGuard(slot: Which & Pick<Slot, 'leadMinutes'>, seat: Seat): Query {
  return {
    ...which(slot),
    state: 'open',
    startAt: { $gt: new Date(+seat.bookedAt + (slot.leadMinutes ?? 0) * 60_000) },
    remaining: { $gt: 0 },
    'seats.who': { $ne: seat.who },
    'seats.no': { $ne: seat.no },
  }
}

/**
 * Gives a seat back and keeps it as past; false when it is not there any more, or just moving.
 * A person can do so until the slot begins; the program when the seat is as `asRead` says.
 */
export function releaseSeat(
  slot: Which,
  seat: PastSeat,
  out: readonly Notice[],
  asRead?: Query,
): Promise<boolean> {
  return updateOne(
    'slots',
    {
      ...which(slot),
      ...(asRead ? {} : { startAt: { $gt: seat.cancelledAt } }),
      seats: { $elemMatch: { id: seat.id, moving: null, ...asRead } },
    },
    releaseOf(seat, out),
  )
}

const releaseOf = (seat: PastSeat, out: readonly Notice[]) => ({
  $pull: { seats: { id: seat.id } },
  $push: { past: seat, ...pushed(out) },
  $inc: { remaining: 1, v: 1 },
  // At once: somebody may be waiting for it.
  $min: dueFrom(out, [seat.cancelledAt]),
})

/** Begins to move a seat, so that nothing else is done with it meanwhile. */
export function markMoving(slot: Which, id: string, to: SeatRef, now: Date): Promise<boolean> {
  return updateOne(
    'slots',
    { ...which(slot), seats: { $elemMatch: { id, moving: null, offer: null } } },
    {
      $set: { 'seats.$.moving': { ...to, at: now } },
      $inc: { v: 1 },
      $min: { nextDueAt: new Date(+now + MOVE_LOST_MS) },
    },
  )
}

/** A move without an end for this long: whoever began it is gone. */
export const MOVE_LOST_MS = 60_000

/** Takes back what {@link markMoving} began. */
export function unmarkMoving(slot: Which, id: string, to: SeatRef): Promise<boolean> {
  return updateOne('slots', movingQuery(slot, id, to), {
    $set: { 'seats.$.moving': null },
    $inc: { v: 1 },
  })
}

/** The end of a move: the old seat is free, and the person is told in the same write. */
export function releaseMoved(
  slot: Which,
  seat: PastSeat,
  to: SeatRef,
  out: readonly Notice[],
): Promise<boolean> {
  return updateOne('slots', movingQuery(slot, seat.id, to), releaseOf(seat, out))
}

const movingQuery = (slot: Which, id: string, { seatId }: SeatRef): Query => ({
  ...which(slot),
  seats: { $elemMatch: { id, 'moving.seatId': seatId } },
})

/** Yes to an offered seat, in time. */
export function acceptOffer(
  slot: Which,
  id: string,
  answered: NonNullable<Seat['answered']>,
  now: Date,
  out: readonly Notice[],
): Promise<boolean> {
  return updateOne(
    'slots',
    { ...which(slot), seats: { $elemMatch: { id, 'offer.until': { $gt: now } } } },
    {
      $set: { 'seats.$.offer': null, 'seats.$.answered': answered },
      $push: { out: { $each: [...out] } },
      $inc: { v: 1 },
      $min: dueFrom(out),
    },
  )
}

/** Longer lists would be promises that nobody can keep. */
export const MOST_WAITING = 20

/** Joins the waiting list of a slot that is full at this moment. */
export function addWaiting(slot: Slot, waiting: Waiting, out: readonly Notice[]): Promise<boolean> {
  const { id, by, who, villageId } = waiting
  return updateOne(
    'slots',
    {
      ...which(slot),
      state: 'open',
      startAt: { $gt: waiting.bookedAt },
      $or: [{ remaining: 0 }, { waiters: { $gt: 0 } }],
      [`waiting.${String(MOST_WAITING - 1)}`]: { $exists: false },
      'waiting.who': { $ne: who },
      'seats.who': { $ne: who },
    },
    {
      $push: {
        waiting,
        issued: { id, by, ...(villageId === undefined ? {} : { villageId }) },
        ...pushed(out),
      },
      $inc: { waiters: 1, v: 1 },
      $min: dueFrom(out, [eveBefore(slot.date)]),
    },
  )
}

/** Leaves the waiting list; kept as past, so that the person can still look at it. */
export function removeWaiting(
  slot: Which,
  past: PastSeat,
  out: readonly Notice[],
): Promise<boolean> {
  return updateOne(
    'slots',
    { ...which(slot), 'waiting.id': past.id },
    {
      $pull: { waiting: { id: past.id } },
      $push: { past, ...pushed(out) },
      $inc: { waiters: -1, v: 1 },
      $min: dueFrom(out, [past.cancelledAt]),
    },
  )
}

const pushed = (out: readonly Notice[]): Record<string, unknown> => ({ out: { $each: [...out] } })

const seatTimes = (slot: Pick<Slot, 'date'>, { bookedAt, offer, releases }: Seat): Date[] => {
  const eve = eveBefore(slot.date)
  return [
    ...(bookedAt < eve ? [eve] : []),
    ...(offer ? [offer.until] : []),
    // Moved here: at once, for who will be away that day.
    ...(releases ? [bookedAt] : []),
  ]
}

/** Nothing must wait for the reminder: `$min` only ever brings `jobs` forward. */
function dueFrom(out: readonly Notice[], others: readonly Date[] = []): Record<string, Date> {
  const times = out.map((notice) => +notice.notBefore + NOTICE_RETRY_MS)
  times.push(...others.map(Number))
  return times.length > 0 ? { nextDueAt: new Date(Math.min(...times)) } : {}
}
