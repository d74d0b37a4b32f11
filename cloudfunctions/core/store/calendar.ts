/** 放假安排 of a township: one document, changed under one condition. */
import { DuplicateError, find, findOne, insert, updateOne } from './database'
import type { CalendarSettings } from './documents/calendar'
import type { CaseDocument } from './documents/case'

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
  try {
    await insert('settings', after)
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}

/** Open matters in the order of their ids, after one of them. */
export const openCasesAfter = (
  township: string,
  after: string,
  limit: number,
): Promise<CaseDocument[]> =>
  find<CaseDocument>(
    'cases',
    { township, open: true, _id: { $gt: after } },
    { order: [['_id', 'asc']], limit },
  )

const PART = 100

/** All open matters, part after part, without their stories: enough to reckon their dates. */
export async function* openCaseDates(township: string): AsyncGenerator<CaseDocument> {
  let after = ''
  for (;;) {
    const part = await find<CaseDocument>(
      'cases',
      { township, open: true, _id: { $gt: after } },
      { order: [['_id', 'asc']], limit: PART, projection: { log: 0, out: 0, materials: 0 } },
    )
    yield* part
    if (part.length < PART) return
    after = part.at(-1)?._id ?? ''
  }
}
