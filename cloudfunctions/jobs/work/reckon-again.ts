/**
 * 重新算日子: when the holidays of a year become known or change, every day that was counted in
 * working days is reckoned by the new calendar. In batches that go on where the last one ended; what
 * is right already is not written, so twice, late, in parallel or half done is the same.
 */
import { calendarInForce } from '../../core/kernel/township-calendar'
import { advanceSettings, planAgain } from '../../core/store/settings'
import type { CalendarSettings } from '../../core/store/documents/calendar'
import { COUNTED_DATES } from '../../office/counted-dates'
import { nextNight } from './night'
import { SYSTEM } from './on-time'

/** A case with a long story takes tens of kilobytes, and one answer of the cloud holds a megabyte. */
const BATCH = 25
const BATCHES_A_TICK = 40
/** What could not be written is looked at again so soon. */
const AGAIN_MS = 3600_000

/** Looks every night as well: a new version of the program may bring a new calendar. */
export async function reckonAgain(settings: CalendarSettings, now: Date): Promise<void> {
  const { edition } = calendarInForce(settings.township)
  let current = settings
  for (let n = 0; n < BATCHES_A_TICK; n++) {
    const done: Advance =
      edition === current.doneEdition
        ? { progress: null, nextDueAt: nextNight(now) }
        : await reckonBatch(current, edition, now)
    await advanceSettings(current, done)
    if (done.doneEdition) await planAgain(settings.township, now)
    if (done.progress === null) return
    current = { ...current, ...done, v: current.v + 1 }
  }
}

type Advance = Pick<CalendarSettings, 'progress' | 'nextDueAt'> & Partial<CalendarSettings>

async function reckonBatch(
  { township, progress }: CalendarSettings,
  edition: string,
  now: Date,
): Promise<Advance> {
  const before = progress?.edition === edition ? progress : null
  const at = Math.max(
    COUNTED_DATES.findIndex(({ collection }) => collection === before?.collection),
    0,
  )
  const run = { actor: SYSTEM, township, edition, limit: BATCH, now }
  const part = await COUNTED_DATES[at]?.reckonAfter(before?.after ?? '', run)
  const left = (before?.left ?? 0) + (part?.left ?? 0)
  const next = COUNTED_DATES[part?.last ? at : at + 1]
  if (next) {
    const { collection } = next
    return { progress: { edition, collection, after: part?.last ?? '', left }, nextDueAt: now }
  }
  return left > 0
    ? { progress: null, nextDueAt: new Date(+now + AGAIN_MS) }
    : { progress: null, doneEdition: edition, nextDueAt: nextNight(now) }
}
