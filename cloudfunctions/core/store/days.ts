/** 一天: one document per place and day holds everybody who is there. */
import { AppError } from '../kernel/errors'
import { endOfDay } from '../domain/deadline'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { findOne, updateOne } from './database'
import type { DayDocument, QueueEntry } from './documents/day'
import { insertNew } from './insert-new'

export interface WhichDay {
  readonly township: string
  readonly venueId: string
  readonly date: BusinessDate
}

const idOf = ({ township, venueId, date }: WhichDay): string => `${township}:${venueId}:${date}`

export const findDay = (which: WhichDay): Promise<DayDocument | null> =>
  findOne<DayDocument>('days', { _id: idOf(which), township: which.township })

/** Names are kept until the night after. */
const SETTLE_AFTER_MS = 3600_000

const emptyDay = (which: WhichDay): DayDocument => ({
  _id: idOf(which),
  ...which,
  schema: 1,
  v: 1,
  entries: [],
  counts: null,
  nextDueAt: new Date(+endOfDay(which.date) + SETTLE_AFTER_MS),
})

/** Two windows at the same moment: read again, so often at most. */
const MOST_ATTEMPTS = 12

/**
 * Changes one entry, or adds it. `change` gets the entries as they are and says the new entry, or
 * null when there is nothing to write; it is asked again when somebody else was first.
 *
 * @param first the day as it was read already
 */
export async function changeDay(
  which: WhichDay,
  first: DayDocument | null,
  change: (entries: readonly QueueEntry[]) => QueueEntry | null,
): Promise<readonly QueueEntry[]> {
  let day = first
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const current = day ?? emptyDay(which)
    const entry = change(current.entries)
    if (!entry) return current.entries
    const entries = withEntry(current.entries, entry)
    if (await write(current, entries, day === null)) return entries
    day = await findDay(which)
  }
  throw new AppError('CONFLICT', '几个窗口同时在点，没点上。请再点一次。', { retryable: true })
}

const withEntry = (entries: readonly QueueEntry[], entry: QueueEntry): QueueEntry[] =>
  entries.some(({ id }) => id === entry.id)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, entry]

async function write(
  day: DayDocument,
  entries: readonly QueueEntry[],
  isNew: boolean,
): Promise<boolean> {
  const { _id, township, v } = day
  if (!isNew) {
    return updateOne('days', { _id, township, v }, { $set: { entries }, $inc: { v: 1 } })
  }
  return insertNew('days', { ...day, entries })
}
