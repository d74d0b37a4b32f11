/**
 * 一人半天一个号: a claim is written before the seat, so that two seats at two places cannot be
 * taken at once. A claim whose seat never came (a crash) or has gone is taken over.
 */
import type { Claim, SeatRef, Slot } from './documents/slot'
import { findOne, removeOne, updateOne } from './database'
import { insertNew } from './insert-new'
import { hashId } from '../kernel/hash'
import { endOfDay } from '../domain/deadline'
import { halfDay } from '../../../miniprogram/shared/dates'

/** A claim younger than this may belong to a booking still on its way. */
const IN_FLIGHT_MS = 60_000
/** When `jobs` looks whether the seat came. */
const VERIFY_MS = 120_000

type Session = Pick<Slot, '_id' | 'township' | 'date' | 'start'>

export const claimId = (slot: Session, who: string): string =>
  hashId('claim', slot.township, who, slot.date, halfDay(slot.start))

/**
 * Claims the half day for this seat. True when it is ours (also when a repeat of the same request
 * claimed it before), false when the person has another seat then.
 */
export async function claimHalfDay(
  slot: Session,
  who: string,
  seatId: string,
  now: Date,
  /** A seat of the same person in a session that was closed: its half day may be taken over. */
  instead?: string,
): Promise<boolean> {
  const claim: Claim = {
    _id: claimId(slot, who),
    township: slot.township,
    schema: 1,
    slotId: slot._id,
    seatId,
    at: now,
    nextDueAt: new Date(+now + VERIFY_MS),
  }
  return (await insertNew('claims', claim)) || takeOver(claim, now, instead)
}

async function takeOver(claim: Claim, now: Date, instead?: string): Promise<boolean> {
  const { _id, township } = claim
  const there = await findOne<Claim>('claims', { _id, township })
  if (!there) return insertNew('claims', claim)
  if (there.seatId === claim.seatId && there.slotId === claim.slotId) return true
  if (there.seatId !== instead && (await isHeld(there, now))) return false
  return updateOne(
    'claims',
    { _id, township, seatId: there.seatId },
    {
      $set: {
        slotId: claim.slotId,
        seatId: claim.seatId,
        at: claim.at,
        nextDueAt: claim.nextDueAt,
      },
    },
  )
}

/** Is there a seat behind the claim, or may one still come? */
async function isHeld(claim: Claim, now: Date): Promise<boolean> {
  const slot = await findOne<Slot>('slots', { _id: claim.slotId, township: claim.township })
  if (slot?.seats.some(({ id }) => id === claim.seatId)) return true
  const gone = slot?.past.some(({ id }) => id === claim.seatId) ?? true
  return !gone && +now - +claim.at < IN_FLIGHT_MS
}

/** 改时间 within one half day: the claim follows to the new seat. */
export async function moveClaim(
  slot: Session,
  who: string,
  from: string,
  to: SeatRef,
): Promise<void> {
  await updateOne(
    'claims',
    { _id: claimId(slot, who), township: slot.township, seatId: from },
    { $set: { ...to } },
  )
}

/** Gives the half day back, if it is still held for this seat. */
export async function dropClaim(slot: Session, who: string, seatId: string): Promise<void> {
  await removeOne('claims', { _id: claimId(slot, who), township: slot.township, seatId })
}

/**
 * What `jobs` does with a claim that is due: keeps it to the end of its day when the seat came,
 * else removes it.
 */
export async function settleClaim(claim: Claim, now: Date): Promise<void> {
  const { _id, township, seatId } = claim
  const slot = await findOne<Slot>('slots', { _id: claim.slotId, township })
  const end = slot ? endOfDay(slot.date) : now
  const held = slot?.seats.some(({ id }) => id === seatId) ?? false
  if (held && end > now) {
    await updateOne('claims', { _id, township, seatId }, { $set: { nextDueAt: end } })
  } else {
    await removeOne('claims', { _id, township, seatId })
  }
}
