import { candidates } from './candidates'
import type { StoredCollection } from './catalog'
import type { Row } from './change'
import { invalid } from './errors'
import type { FindOptions } from './interface'
import { matcherFor } from './matcher'
import type { Order, Plan } from './planner'
import { planQuery } from './planner'
import { orderOf, Sorter, sortKey } from './sorting'
import type { Overlay, View } from './view'

export interface Counted {
  matched: number
  /** The index's name, `null` when every document was looked at. */
  index: string | null
  examined: number
}

export interface Found extends Counted {
  rows: Row[]
}

/** Finds whole documents: those that match, in order, `limit` of them after the first `offset`. */
export function runQuery(
  view: View,
  collection: StoredCollection,
  query: Record<string, unknown>,
  { order, offset = 0, limit = Infinity }: FindOptions = {},
): Found {
  if (!(offset >= 0) || !(limit >= 0)) throw invalid('offset 和 limit 不能是负数')
  const wanted = offset + limit
  const sort = orderOf(order)
  const plan = planQuery(collection, query, sort, limit !== Infinity, (i) => view.knows(i))
  const overlay = view.overlay(collection)
  const matches = matchesOf(view, collection, plan, query, wanted, overlay)
  let rows = take(matches.rows, plan, sort, wanted)
  if (overlay) rows = withOverlay(rows, overlay, query, sort, wanted)
  if (offset > 0) rows = rows.slice(offset)
  return {
    rows,
    matched: rows.length,
    index: plan.index,
    examined: matches.examined,
  }
}

/** Counts what matches, holding one document at a time. */
export function countQuery(
  view: View,
  collection: StoredCollection,
  query: Record<string, unknown>,
): Counted {
  const overlay = view.overlay(collection)
  if (!overlay && Object.keys(query).length === 0) {
    const [matched] = view.connection.row<[number]>(`SELECT count(*) FROM docs_${collection.id}`)!
    return { index: null, examined: 0, matched }
  }
  const plan = planQuery(collection, query, [], false, (i) => view.knows(i))
  const found = matchesOf(view, collection, plan, query, Infinity, overlay)
  let matched = overlay?.rows.filter((row) => matcherFor(query)(row.doc)).length ?? 0
  for (const _row of found.rows) matched++
  return { index: plan.index, examined: found.examined, matched }
}

interface Matches {
  rows: Iterable<Row>
  examined: number
}

/** Candidates that pass the whole query; `examined` counts as they are consumed. */
function matchesOf(
  view: View,
  collection: StoredCollection,
  plan: Plan,
  query: Record<string, unknown>,
  wanted: number,
  overlay: Overlay | null,
): Matches {
  const matches = matcherFor(query)
  const result: Matches = { rows: matching(), examined: 0 }
  return result

  function* matching(): Generator<Row> {
    for (const row of candidates(view.connection, collection, plan, wanted)) {
      if (overlay?.hidden.has(row.seq)) continue
      result.examined++
      if (matches(row.doc)) yield row
    }
  }
}

/** The first `wanted` rows in order, reading no further than needed. */
function take(rows: Iterable<Row>, plan: Plan, order: Order, wanted: number): Row[] {
  if (wanted === 0) return []
  if (plan.sortedBy.length < order.length) return takeSorted(rows, plan, order, wanted)
  const taken: Row[] = []
  for (const row of rows) if (taken.push(row) >= wanted) break
  return taken
}

/**
 * The walk serves the first fields of the order only (or none): rows that are equal in those are
 * sorted among themselves, and the walk may stop between two such groups.
 */
function takeSorted(rows: Iterable<Row>, plan: Plan, order: Order, wanted: number): Row[] {
  const sorter = new Sorter(order, wanted)
  const taken: Row[] = []
  let group: Buffer | null = null
  for (const row of rows) {
    const key = plan.sortedBy.length > 0 ? sortKey(row.doc, plan.sortedBy) : null
    if (group && key && !key.equals(group)) {
      for (const sorted of sorter.take()) taken.push(sorted)
      if (taken.length >= wanted) break
    }
    group = key
    sorter.add(row)
  }
  for (const sorted of sorter.take()) taken.push(sorted)
  return taken.length > wanted ? taken.slice(0, wanted) : taken
}

/** The first rows of what is committed and what the transaction wrote, together. */
function withOverlay(
  committed: Row[],
  overlay: Overlay,
  query: Record<string, unknown>,
  order: Order,
  wanted: number,
): Row[] {
  const matches = matcherFor(query)
  const own = overlay.rows.filter((row) => matches(row.doc))
  if (own.length === 0) return committed
  if (order.length === 0) return [...committed, ...own].slice(0, wanted)
  const sorter = new Sorter(order, wanted)
  for (const row of [...committed, ...own]) sorter.add(row)
  return sorter.take()
}
