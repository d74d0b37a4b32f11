/**
 * The figures of a month counted once more, by somebody else: straight from the raw events, with
 * plain loops and its own arithmetic of days. Shares nothing with the program's count.
 */
import { dataFile } from '../domain/support/township'
import type { Admin } from './admin'

interface RawCase {
  _id: string
  unit: string
  villageId: string
  agentId: string | null
  mode: string
  commitDays: number
  log: { at: Date; action: string; said: { text: string } | null }[]
}

interface RawSlot {
  venueId: string
  seats: { items: { code: string }[] }[]
}

export type Counts = Record<string, Record<string, number>>

const SPECIAL = new Map(
  dataFile<{ days: { date: string; off: boolean }[] }>('calendar').days.map(({ date, off }) => [
    date,
    off,
  ]),
)

const shanghai = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)

function works(day: string): boolean {
  const off = SPECIAL.get(day)
  if (off !== undefined) return !off
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
}

/** The working days after one day, up to and with another. */
function workdays(from: string, to: string): number {
  let n = 0
  const day = new Date(`${from}T12:00:00Z`)
  for (;;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const text = day.toISOString().slice(0, 10)
    if (text > to) return n
    if (works(text)) n++
  }
}

/** The day by which it was promised; at once means that day, or the next on which people work. */
function lastDay(from: string, days: number): string {
  const day = new Date(`${from}T12:00:00Z`)
  const text = () => day.toISOString().slice(0, 10)
  let left = days === 0 && !works(text()) ? 1 : days
  while (left > 0) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (works(text())) left--
  }
  return text()
}

const LEVELS: Record<string, string> = {
  非常满意: 'level5',
  满意: 'level4',
  基本满意: 'level3',
  不满意: 'level2',
  非常不满意: 'level1',
}

/** By department and by village, only what is not zero. */
export async function recountMonth(
  admin: Admin,
  month: string,
): Promise<{ departments: Counts; villages: Counts }> {
  const departments: Counts = {}
  const villages: Counts = {}
  const add = (unit: string, village: string, figure: string, n = 1) => {
    if (n === 0) return
    for (const [counts, id] of [
      [departments, unit],
      [villages, village],
    ] as const) {
      counts[id] ??= {}
      counts[id][figure] = (counts[id][figure] ?? 0) + n
    }
  }
  for (const doc of await casesOf(admin, month)) {
    const on: Record<string, string> = {}
    let answered = false
    let received = false
    for (const { at, action, said } of doc.log) {
      const day = shanghai(at)
      if (day.slice(0, 7) > month) continue
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
      if (action === 'accept' || action === 'deemAccept') {
        add(doc.unit, doc.villageId, 'accepted')
        if (doc.agentId || doc.mode === 'proxy') add(doc.unit, doc.villageId, 'proxy')
      }
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
