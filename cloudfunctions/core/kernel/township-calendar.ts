/**
 * The calendar a township works by: the published holidays that are bundled with the functions, and
 * what its administrator added since. Kept in the warm worker, because every deadline needs it and
 * it changes a few times a year; `serve` and `tick` see to it that it is there and not too old.
 */
import { withAdded } from '../domain/calendar'
import type { WorkCalendar } from '../domain/calendar'
import { calendarSettings } from '../store/calendar'
import type { CalendarSettings } from '../store/documents/calendar'
import { CALENDAR } from './calendar'
import { hashId } from './hash'

/** No worker reckons by an older calendar than this. */
export const CALENDAR_KEPT_MS = 5 * 60_000

export interface CalendarInForce {
  readonly calendar: WorkCalendar
  /** Changes whenever a day or the last verified day does. */
  readonly edition: string
}

/** The published holidays with what the township added. */
export function withPublished(
  added: Pick<CalendarSettings, 'days' | 'verifiedUntil'>,
): CalendarInForce {
  const calendar = withAdded(CALENDAR, added)
  const days = [...calendar.days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  return { calendar, edition: hashId(days, calendar.verifiedUntil) }
}

const PUBLISHED = withPublished({ days: [], verifiedUntil: null })

const kept = new Map<string, CalendarInForce & { readonly readAt: Date }>()

/** Reads the township's calendar, unless the worker read it less than `maxAge` ms before `now`. */
export async function keepCalendar(
  township: string,
  now: Date,
  maxAge = CALENDAR_KEPT_MS,
): Promise<void> {
  const known = kept.get(township)
  if (known && +now - +known.readAt < maxAge) return
  const inForce = withPublished(await calendarSettings(township))
  kept.set(township, { ...inForce, readAt: now })
}

/** What was read last; the published holidays alone before that. */
export const calendarInForce = (township: string): CalendarInForce =>
  kept.get(township) ?? PUBLISHED

/** Working days and holidays of a township. */
export const calendarOf = (township: string): WorkCalendar => calendarInForce(township).calendar
