/** 放假安排 of a township: one document, changed under one condition. */
import type { CollectionName } from './collections'
import { find, findOne, updateOne } from './database'
import type { FindOptions, Query } from './database'
import type { CalendarSettings } from './documents/calendar'
import type { Stored } from './documents/matter'
import { insertNew } from './insert-new'

export const calendarId = (township: string): string => `${township}:calendar`

/** Before anybody entered anything there is nothing to read. */
export const noCalendar = (township: string): CalendarSettings => ({
  _id: calendarId(township),
  township,
  schema: 1,
  v: 0,
  kind: 'calendar',
  days: [],
  verifiedUntil: null,
  history: [],
  doneEdition: null,
  progress: null,
  nextDueAt: new Date(0),
})

export const calendarSettings = async (township: string): Promise<CalendarSettings> =>
  (await findOne<CalendarSettings>('settings', { _id: calendarId(township), township })) ??
  noCalendar(township)

/** Writes what a person entered; false when somebody else was first. */
export async function changeCalendar(
  before: CalendarSettings,
  after: CalendarSettings,
): Promise<boolean> {
  const { _id, township, v } = before
  if (v > 0) {
    const { days, verifiedUntil, nextDueAt } = after
    return updateOne(
      'settings',
      { _id, township, v },
      {
        $set: { days, verifiedUntil, progress: null, nextDueAt },
        $push: { history: { $each: after.history.slice(before.history.length) } },
        $inc: { v: 1 },
      },
    )
  }
  return insertNew('settings', after)
}

/** What is still waited for, in the order of its ids, after one of them. */
export const openAfter = <Doc extends Stored>(
  collection: CollectionName,
  open: Query & { readonly township: string },
  after: string,
  { limit, without = {} }: { limit: number; without?: FindOptions['projection'] },
): Promise<Doc[]> =>
  find<Doc>(
    collection,
    { ...open, _id: { $gt: after } },
    { order: [['_id', 'asc']], limit, projection: without },
  )
