/**
 * What is due: every document that has to do something by itself carries `nextDueAt`, and every
 * such collection has an index on it.
 */
import { find, updateOne } from './database'
import type { Notice, Stored } from './documents/matter'
import type { Slot, SlotSettings } from './documents/slot'

export const DUE_COLLECTIONS = [
  'settings',
  'claims',
  'accounts',
  'slots',
  'days',
  'cases',
  'orders',
  'issues',
  'consultations',
  'mediations',
  'editions',
  'checks',
  'visitRatings',
  'rectifications',
  'bulletins',
  'outages',
  'warnings',
  'accountabilities',
  'assessmentDecisions',
  'handovers',
  'duties',
  'gaps',
  'visits',
  'meetings',
  'exports',
] as const
export type DueCollection = (typeof DUE_COLLECTIONS)[number]

export interface DueDocument extends Stored {
  readonly v: number
  readonly nextDueAt: Date
  readonly out?: readonly Notice[]
}

/** The townships of this environment. */
export async function townships(): Promise<string[]> {
  const settings = await find<SlotSettings>('settings', { kind: 'slots' }, { limit: 1000 })
  return settings.map(({ township }) => township)
}

/** The next documents that are due, earliest first. */
export function dueDocuments(
  collection: DueCollection,
  township: string,
  now: Date,
  limit: number,
): Promise<DueDocument[]> {
  return find<DueDocument>(
    collection,
    { township, nextDueAt: { $lte: now } },
    { order: [['nextDueAt', 'asc']], limit },
  )
}

/** Sets or clears when a document is due next, unless it changed meanwhile. */
export function setNextDue(
  collection: DueCollection,
  { _id, township, v }: Pick<DueDocument, '_id' | 'township' | 'v'>,
  next: Date | undefined,
): Promise<boolean> {
  return updateOne(
    collection,
    { _id, township, v },
    next ? { $set: { nextDueAt: next } } : { $unset: { nextDueAt: '' } },
  )
}

/** Moves a document that could not be worked on out of the way for a while. */
export async function postpone(
  collection: DueCollection,
  { _id, township }: Pick<DueDocument, '_id' | 'township'>,
  until: Date,
): Promise<void> {
  await updateOne(collection, { _id, township }, { $set: { nextDueAt: until } })
}

export const readAgain = async <Doc extends Stored>(
  collection: DueCollection,
  { _id, township }: Pick<Stored, '_id' | 'township'>,
): Promise<Doc | undefined> => (await find<Doc>(collection, { _id, township }, { limit: 1 }))[0]

/** Adds the reminders to the slot and marks whom they are for, unless it changed meanwhile. */
export function addReminders(
  slot: Slot,
  seats: Slot['seats'],
  out: readonly Notice[],
): Promise<boolean> {
  const { _id, township, v } = slot
  return updateOne(
    'slots',
    { _id, township, v },
    { $set: { seats }, $push: { out: { $each: [...out] } }, $inc: { v: 1 } },
  )
}

/** Puts further notices into a slot, to be sent by the next tick. */
export async function addNotices(slot: Slot, out: readonly Notice[], now: Date): Promise<void> {
  if (out.length === 0) return
  const { _id, township } = slot
  await updateOne(
    'slots',
    { _id, township },
    { $push: { out: { $each: [...out] } }, $min: { nextDueAt: now }, $inc: { v: 1 } },
  )
}
