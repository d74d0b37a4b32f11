/**
 * The figures of a month counted once more, by somebody else: straight from the raw events, with
 * plain loops and its own arithmetic of days. Shares nothing with the program's count.
 */
import { dataFile } from '../domain/support/township'
import type { Admin } from './admin'
import type { Seen } from './month-life'
import { deemedDay, lastDay, LEVELS, shanghai, workdays } from './recount-rules'
import { recountWatch } from './recount-watch'

export interface RawCase {
  _id: string
  unit: string
  villageId: string
  agentId: string | null
  mode: string
  commitDays: number
  log: { at: Date; action: string; by: string; said: { text: string } | null }[]
}

interface RawSlot {
  venueId: string
  seats: { items: { code: string }[] }[]
}

export type Counts = Record<string, Record<string, number>>

export type Add = (unit: string, village: string, figure: string, n?: number) => void

/** By department and by village, only what is not zero. */
export async function recountMonth(
  admin: Admin,
  month: string,
  seen: Seen,
): Promise<{ departments: Counts; villages: Counts }> {
  const departments: Counts = {}
  const villages: Counts = {}
  const add: Add = (unit, village, figure, n = 1) => {
    if (n === 0) return
    for (const [counts, id] of [
      [departments, unit],
      [villages, village],
    ] as const) {
      counts[id] ??= {}
      const sum = (counts[id][figure] ?? 0) + n
      if (sum === 0) delete counts[id][figure]
      else counts[id][figure] = sum
    }
  }
  const staff = new Set(
    (await admin.find<{ _id: string }>('accounts', { staff: { $ne: null } })).map(({ _id }) => _id),
  )
  const cases = await casesOf(admin, month)
  for (const doc of cases) {
    const on: Record<string, string> = {}
    const deemed = deemedDay(doc)
    const accept = () => {
      add(doc.unit, doc.villageId, 'accepted')
      if (doc.agentId || doc.mode === 'proxy') add(doc.unit, doc.villageId, 'proxy')
    }
    if (deemed?.startsWith(month)) accept()
    let answered = false
    let received = false
    let notices = 0
    for (const { at, by, action: name, said } of doc.log) {
      const action = name === 'intake' ? 'submit' : name
      const day = shanghai(at)
      if (day.slice(0, 7) > month) continue
      if (name === 'intake') add(doc.unit, doc.villageId, 'trips')
      if (action === 'supplement' && staff.has(by) && by !== doc.agentId) {
        add(doc.unit, doc.villageId, 'trips')
      }
      if (action === 'carry' || action === 'forward') add(doc.unit, doc.villageId, 'errands')
      if (action === 'deliver') {
        const how = (said?.text ?? '').split('，')[0] ?? ''
        if (how === '自己来取') add(doc.unit, doc.villageId, 'trips')
        if (how.startsWith('干部') || how.startsWith('代办员')) {
          add(doc.unit, doc.villageId, 'errands')
        }
      }
      if (action === 'notifySupplement') {
        add(doc.unit, doc.villageId, 'supplements')
        if (++notices > 1) add(doc.unit, doc.villageId, 'secondNotices')
      }
      if (action === 'submit' && day.startsWith(month)) add(doc.unit, doc.villageId, 'received')
      if (action === 'decide' && !answered && day.startsWith(month)) {
        add(doc.unit, doc.villageId, 'answered')
      }
      if (on[action] === undefined) on[action] = day
      // 视为已受理: the clock runs from the day it was handed in.
      if (action === 'deemAccept') on.accept = on.submit ?? ''
      if (action === 'submit') received = true
      if (action === 'decide') answered = true
      if (!day.startsWith(month)) continue
      if (action === 'accept') accept()
      if (action === 'rate') add(doc.unit, doc.villageId, LEVELS[said?.text ?? ''] ?? 'unknown')
      if (action === 'complete') {
        const took = workdays(on.accept ?? '', on.decide ?? '')
        add(doc.unit, doc.villageId, 'completed')
        add(doc.unit, doc.villageId, 'handleDays', took)
        add(doc.unit, doc.villageId, 'commitDays', doc.commitDays)
        add(doc.unit, doc.villageId, 'totalDays', workdays(on.submit ?? '', on.decide ?? ''))
        const due = lastDay(on.accept ?? '', doc.commitDays)
        if ((on.decide ?? '') <= due) add(doc.unit, doc.villageId, 'onTime')
      }
    }
    if (received && !answered) add(doc.unit, doc.villageId, 'unanswered')
  }
  const units = new Map(
    dataFile<{ items: { code: string; department: string }[] }>('items').items.map(
      ({ code, department }) => [code, department],
    ),
  )
  for (const { venueId, seats } of await slotsOf(admin, month)) {
    for (const { items } of seats) {
      for (const { code } of items) add(units.get(code) ?? '', venueId, 'booked')
    }
  }
  const unitOf = (code: string) => units.get(code) ?? ''
  for (const { code, venueId } of seen.kept) add(unitOf(code), venueId, 'kept')
  for (const { code, venueId } of seen.came) add(unitOf(code), venueId, 'came')
  for (const id of seen.blocked) {
    const doc = cases.find(({ _id }) => _id === id)
    if (doc) add(doc.unit, doc.villageId, 'blockedNotices')
  }
  await recountWatch(admin, month, cases, add)
  return { departments, villages }
}

/** The days of a month: one day's documents go into one answer. */
const daysOf = (month: string): string[] =>
  Array.from({ length: 31 }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`)

async function byDay<Doc>(
  admin: Admin,
  collection: string,
  month: string,
  query: (day: string) => Record<string, unknown>,
): Promise<Doc[]> {
  const docs: Doc[] = []
  for (const day of daysOf(month)) docs.push(...(await admin.find<Doc>(collection, query(day))))
  return docs
}

/** Matters by the day on which they were handed in, which their number begins with. */
const casesOf = (admin: Admin, month: string) =>
  byDay<RawCase>(admin, 'cases', month, (day) => {
    const start = day.slice(5).replace('-', '')
    return { number: { $gte: start, $lt: `${start}-a` } }
  })

const slotsOf = (admin: Admin, month: string) =>
  byDay<RawSlot>(admin, 'slots', month, (date) => ({ date, 'seats.0': { $exists: true } }))
