/**
 * 重新算日子: when the holidays of a year become known or change, every open matter is reckoned by
 * the new calendar. In batches that go on where the last one ended; a matter that is right already is
 * not written, so twice, late, in parallel or half done is the same.
 */
import { hashId } from '../../core/kernel/hash'
import { calendarInForce } from '../../core/kernel/township-calendar'
import { openCasesAfter } from '../../core/store/calendar'
import { readAgain, setNextDue } from '../../core/store/due'
import { advanceSettings } from '../../core/store/settings'
import type { CalendarSettings } from '../../core/store/documents/calendar'
import type { CaseDocument } from '../../core/store/documents/case'
import { dueAtOf } from '../../case/deadlines'
import { reckoningStep } from '../../case/reckon'
import { takeStepAs } from '../../case/step'
import { nextNight } from './night'
import { SYSTEM } from './on-time'

/** A case with a long story takes tens of kilobytes, and one answer of the cloud holds a megabyte. */
const BATCH = 25
const BATCHES_A_TICK = 40
/** Somebody may take a step at the same moment. */
const MOST_TRIES = 3
/** What could not be written is looked at again so soon. */
const AGAIN_MS = 3600_000

/** Looks every night as well: a new version of the program may bring a new calendar. */
export async function reckonAgain(settings: CalendarSettings, now: Date): Promise<void> {
  const { edition } = calendarInForce(settings.township)
  let current = settings
  for (let n = 0; n < BATCHES_A_TICK; n++) {
    const done =
      edition === current.doneEdition
        ? { progress: null, nextDueAt: nextNight(now) }
        : await reckonBatch(current, edition, now)
    await advanceSettings(current, done)
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
  const before = progress?.edition === edition ? progress : { edition, after: '', left: 0 }
  const batch = await openCasesAfter(township, before.after, BATCH)
  let { left } = before
  for (const doc of batch) if (!(await reckon(doc, edition, now))) left++
  const last = batch.at(-1)
  if (last && batch.length === BATCH) {
    return { progress: { edition, after: last._id, left }, nextDueAt: now }
  }
  return left > 0
    ? { progress: null, nextDueAt: new Date(+now + AGAIN_MS) }
    : { progress: null, doneEdition: edition, nextDueAt: nextNight(now) }
}

/** True when the matter is right; one that cannot be written does not hold up the others. */
async function reckon(first: CaseDocument, edition: string, now: Date): Promise<boolean> {
  try {
    let doc: CaseDocument | undefined = first
    for (let tries = 0; doc?.open && tries < MOST_TRIES; tries++) {
      const step = reckoningStep(doc)
      if (!step) {
        await remind(doc, now)
        return true
      }
      const key = hashId('reckon', doc._id, edition, doc.v)
      if (await takeStepAs(SYSTEM, doc, { key, content: key }, now, step)) return true
      doc = await readAgain<CaseDocument>('cases', doc)
    }
    return doc?.open !== true
  } catch (error) {
    const why = error instanceof Error ? error.stack : String(error)
    console.error(JSON.stringify({ job: 'reckon', id: first._id, error: why }))
    return false
  }
}

/** When it does something by itself; what is due or has notices left is looked at anyway. */
async function remind(doc: CaseDocument, now: Date): Promise<void> {
  const { nextDueAt, out } = doc
  const due = dueAtOf(doc)
  if (out.length > 0 || (nextDueAt && nextDueAt <= now) || +(due ?? 0) === +(nextDueAt ?? 0)) return
  await setNextDue('cases', doc, due)
}
