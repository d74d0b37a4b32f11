/** 预警: read off the matters, recorded once each. */
import { calendarOf } from '../kernel/township-calendar'
import { hashId } from '../kernel/hash'
import type { OutageDays, WarningFacts } from '../domain/warnings'
import { find } from './database'
import type { FindOptions } from './database'
import { deadlineFactsOf } from './deadline-facts'
import type { CaseDocument } from './documents/case'
import type { MatterEvent } from './documents/matter'
import type { OutageDocument, WarningDocument } from './documents/warning'
import { insertNew } from './insert-new'
import { deadlineClock, deemedFrom } from '../domain/deadline'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'

/** Whole matters: one answer of the cloud holds a megabyte, and a matter grows with its log. */
const PAGE = 40

/** What of the log says when and by whom is enough. */
const WITHOUT_WORDS: FindOptions['projection'] = {
  'log.said': 0,
  'log.key': 0,
  'log.content': 0,
  'log.commitment': 0,
  'log.prev': 0,
  'log.hash': 0,
}

/** What villagers and the clock do is no look at the papers. */
const NOT_LOOKING = new Set([
  'submit',
  'intake',
  'ask',
  'urge',
  'supplement',
  'deemAccept',
  'carry',
  'called',
])

/** Steps that answer the application, whatever the answer is. */
const ANSWERS = new Set(['decide', 'refuse', 'withdraw', 'withdrawLate', 'complete'])

/** Steps by which the result is in the villager's hands. */
const HANDS_OVER = new Set(['deliver', 'complete'])

/** The moments that count, from the log since it was opened (again). */
export function warningFactsOf(doc: CaseDocument, now: Date): WarningFacts {
  const from = doc.log.findLastIndex(({ action }) => action === 'reopen')
  const log = from === -1 ? doc.log.slice(1) : doc.log.slice(from)
  const first = (of: (event: MatterEvent) => boolean) => log.find(of)?.at ?? null
  const closedAt = doc.open ? null : (doc.log.at(-1)?.at ?? null)
  const calendar = calendarOf(doc.township)
  const deemedAt = deemedFrom(doc.receivedOn, calendar)
  // The timer that says so may be late.
  const waits = doc.state === 'received' && doc.supplements.length === 0
  const deemed = waits ? deemedAt <= now : doc.acceptedHow === 'deemed' && from === -1
  const clock = deadlineClock(deadlineFactsOf(doc), businessDate(now), calendar)
  return {
    receivedOn: doc.receivedOn,
    lookedAt: first(({ action, by }) => by !== 'system' && !NOT_LOOKING.has(action)) ?? closedAt,
    acceptedOn: waits && deemed ? doc.receivedOn : doc.acceptedOn,
    ...(deemed ? { deemedAt } : {}),
    commitDays: doc.commitDays,
    due: clock.due,
    decidedAt: first(({ action }) => ANSWERS.has(action)) ?? closedAt,
    deliveredAt: first(({ action }) => HANDS_OVER.has(action)) ?? closedAt,
  }
}

/**
 * Matters that may have deserved a warning since `since`: what is open, and what was closed after
 * it. In batches, so that a large township does not fill the memory.
 */
export async function* mattersSince(
  township: string,
  since: Date,
): AsyncGenerator<readonly CaseDocument[]> {
  for (const state of [{ open: true }, { open: false, touchedAt: { $gte: since } }]) {
    let last = ''
    for (;;) {
      const batch = await find<CaseDocument>(
        'cases',
        { township, ...state, _id: { $gt: last } },
        { order: [['_id', 'asc']], limit: PAGE, projection: WITHOUT_WORDS },
      )
      yield batch
      const end = batch.at(-1)
      if (!end || batch.length < PAGE) break
      last = end._id
    }
  }
}

/** Outages that can still matter for a deadline that passes now. */
const OUTAGE_REACH_DAYS = 120

export const outagesBefore = (township: string, now: Date): Promise<OutageDocument[]> =>
  find<OutageDocument>(
    'outages',
    { township, until: { $gte: addDays(businessDate(now), -OUTAGE_REACH_DAYS) } },
    { order: [['until', 'desc']], limit: 500 },
  )

export const outageDays = (outages: readonly OutageDocument[]): OutageDays[] =>
  outages.map(({ from, until }) => ({ from, until }))

/** One warning per matter, step, colour and last day. */
export const warningId = (
  caseId: string,
  { step, colour, due }: Pick<WarningDocument, 'step' | 'colour' | 'due'>,
): string => hashId('warning', caseId, step, colour, due)

/** True when it is new; false when it was recorded before. */
export async function recordWarning(doc: WarningDocument): Promise<boolean> {
  return insertNew('warnings', doc)
}

/** Warnings whose last day lies on or after that day: what an outage may excuse. */
export const warningsFrom = (township: string, from: string): Promise<WarningDocument[]> =>
  find<WarningDocument>(
    'warnings',
    { township, due: { $gte: from } },
    { order: [['due', 'asc']], limit: 1000 },
  )
