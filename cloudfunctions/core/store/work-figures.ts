/** 办事的数: counted from the documents themselves, kept per day, always written over. */
import { countCase, isUnanswered } from '../domain/bulletin/count'
import type { CountedCase, Part } from '../domain/bulletin/count'
import { sparse } from '../domain/bulletin/figures'
import type { Figures } from '../domain/bulletin/figures'
import { addSums, sumParts } from '../domain/bulletin/table'
import type { Sums } from '../domain/bulletin/table'
import { endOfDay } from '../domain/deadline'
import { calendarOf } from '../kernel/township-calendar'
import { find, updateOne } from './database'
import type { FindOptions } from './database'
import { deadlineFactsOf } from './deadline-facts'
import type { ItemDocument } from './documents/catalog'
import type { CaseDocument } from './documents/case'
import type { WorkRollup } from './documents/rollup'
import type { Slot } from './documents/slot'
import { queueParts, visitParts } from './legwork-figures'
import { paged } from './paged'
import { blockedParts, deskParts, followUpParts, warningParts } from './watch-figures'
import { insertNew } from './insert-new'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/**
 * Without persons, papers and hashes: none of it is counted. Without `schema` too, because a part of
 * a document is not brought up to date: the count reads what every version has.
 */
const COUNTED: FindOptions['projection'] = {
  schema: 0,
  applicant: 0,
  materials: 0,
  note: 0,
  steps: 0,
  out: 0,
  queryCode: 0,
  queryHash: 0,
  'rating.comment': 0,
  'rerating.comment': 0,
  'log.said': 0,
  'log.key': 0,
  'log.content': 0,
  'log.commitment': 0,
  'log.prev': 0,
  'log.hash': 0,
}

type Counted = CountedCase &
  Pick<CaseDocument, '_id' | 'open' | 'extension'> & { readonly touchedAt: Date }

/** Matters in which something happened at or after this moment. */
const touchedSince = (township: string, from: Date) =>
  paged<Counted>('cases', { township, touchedAt: { $gte: from } }, 'touchedAt', COUNTED)

interface Day {
  readonly parts: Part[]
  readonly items: Record<string, { n: number; days: number }>
}

/**
 * Counts the days from `from` up to and including `to`, as things stood at the end of `to`, and
 * writes each day over whatever was there. Twice is the same as once.
 */
export async function recountDays(
  township: string,
  from: BusinessDate,
  to: BusinessDate,
): Promise<Sums> {
  const days = new Map<BusinessDate, Day>()
  for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, { parts: [], items: {} })
  const asOf = endOfDay(to)
  const calendar = calendarOf(township)
  const span = { $gte: instantOf(from), $lt: asOf }
  const units = await unitsOfItems(township)
  for await (const doc of touchedSince(township, instantOf(from))) {
    for (const part of countCase(deadlineFactsOf(doc), asOf, calendar)) {
      const day = days.get(part.day)
      day?.parts.push(part)
      if (day && part.figures.completed) countItem(day, doc.itemCode, part.figures)
    }
  }
  const others = await Promise.all([
    bookings(township, from, to, units),
    queueParts(township, { $gte: from, $lte: to }, units),
    visitParts(township, span),
    warningParts(township, span, asOf),
    blockedParts(township, span),
    deskParts(township, span),
    followUpParts(township, span),
  ])
  for (const part of others.flat()) days.get(part.day)?.parts.push(part)
  const sums: Sums[] = []
  for (const [day, { parts, items }] of days) {
    const sum = sumParts(parts)
    sums.push(sum)
    await overwrite({
      _id: `${township}:work:${day}`,
      township,
      schema: 1,
      kind: 'work',
      day,
      units: sparseAll(sum.units),
      villages: sparseAll(sum.villages),
      items,
    })
  }
  return addSums(sums)
}

function countItem({ items }: Day, code: string, { handleDays = 0 }: Partial<Figures>): void {
  const { n, days } = items[code] ?? { n: 0, days: 0 }
  items[code] = { n: n + 1, days: days + handleDays }
}

const sparseAll = (sums: Sums['units']): Sums['units'] =>
  Object.fromEntries(Object.entries(sums).map(([id, figures]) => [id, sparse(figures)]))

async function overwrite(rollup: WorkRollup): Promise<void> {
  const { _id, ...content } = rollup
  if (await updateOne('rollups', { _id, township: rollup.township }, { $set: content })) return
  await insertNew('rollups', rollup)
}

type BookedSlot = Pick<Slot, '_id' | 'venueId' | 'date' | 'seats'>

/** 预约: each matter of each seat is one, on the day of the slot; cancelled seats are gone. */
async function bookings(
  township: string,
  from: BusinessDate,
  to: BusinessDate,
  units: ReadonlyMap<string, string>,
): Promise<Part[]> {
  const slots = paged<BookedSlot>(
    'slots',
    { township, date: { $gte: from, $lte: to }, 'seats.0': { $exists: true } },
    'date',
    { venueId: 1, date: 1, 'seats.items': 1 },
  )
  const parts: Part[] = []
  for await (const { venueId, date, seats } of slots) {
    for (const { code } of seats.flatMap(({ items }) => items)) {
      const unit = units.get(code) ?? ''
      parts.push({ day: date, unit, villageId: venueId, figures: { booked: 1 } })
    }
  }
  return parts
}

async function unitsOfItems(township: string): Promise<Map<string, string>> {
  const items = await find<Pick<ItemDocument, 'code' | 'department'>>(
    'items',
    { township },
    { limit: 1000, projection: { code: 1, department: 1 } },
  )
  return new Map(items.map(({ code, department }) => [code, department]))
}

/** 没有答复: matters that at the end of the day had been handed in and not been answered. */
export async function unansweredAt(
  township: string,
  day: BusinessDate,
): Promise<Omit<Part, 'day'>[]> {
  const asOf = endOfDay(day)
  const seen = new Set<string>()
  const parts: Omit<Part, 'day'>[] = []
  const take = (doc: Counted) => {
    if (seen.has(doc._id) || !isUnanswered(doc, asOf)) return
    seen.add(doc._id)
    parts.push({ unit: doc.unit, villageId: doc.villageId, figures: { unanswered: 1 } })
  }
  const open = paged<Counted>('cases', { township, open: true }, '_id', COUNTED)
  for await (const doc of open) take(doc)
  for await (const doc of touchedSince(township, asOf)) take(doc)
  return parts
}
