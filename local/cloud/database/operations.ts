import { randomBytes } from 'node:crypto'
import type { StoredCollection } from './catalog'
import type { Change } from './change'
import { insertion, removal, replacement } from './change'
import { duplicateKey, invalid, refused } from './errors'
import type { Document, UpdateOptions } from './interface'
import { encodeKey } from './key'
import type { Found } from './run-query'
import { runQuery } from './run-query'
import { applied, pinned, upserted } from './update/apply'
import { checkedChanges } from './update/operators'
import type { View } from './view'
import { rowById } from './view'

/**
 * What a request would change, worked out against what its reader sees. Nothing here writes: plain
 * requests and transactions differ only in what becomes of the changes.
 */
export interface Outcome<T> {
  changes: Change[]
  result: T
}

type Query = Record<string, unknown>

export function inserting(
  view: View,
  collection: StoredCollection,
  docs: Document[],
): Outcome<unknown[]> {
  const taken = new Set<string>()
  const changes = docs.map((doc) => {
    const change = insertion(collection, withId(doc))
    const id = change.key.toString('latin1')
    if (taken.has(id) || rowById(view, collection, change.key)) {
      throw duplicateId(collection, change.after!.doc._id)
    }
    taken.add(id)
    return change
  })
  return { changes, result: changes.map((change) => change.after!.doc._id) }
}

export interface Updated {
  updated: number
  upsertId: unknown
  /** The first document that matched, as it is afterwards. */
  doc: Document | null
  found: Found
}

export function updating(
  view: View,
  collection: StoredCollection,
  query: Query,
  change: Record<string, unknown>,
  { multi = false, merge = true, upsert = false }: UpdateOptions,
  now: Date,
): Outcome<Updated> {
  const next = merge ? merging(query, change, now) : replacing(change)
  const found = runQuery(view, collection, query, multi ? {} : { limit: 1 })
  if (found.rows.length === 0 && upsert) {
    const doc = merge
      ? upserted(query, checkedChanges(change), newId, now)
      : replaced(query, change)
    const [inserted] = inserting(view, collection, [doc]).changes
    const result = { updated: 0, upsertId: doc._id, doc, found }
    return { changes: [inserted!], result }
  }
  let first: Document | null = null
  const changes = found.rows.flatMap((row) => {
    const after = next(row.doc)
    first ??= after
    return replacement(collection, row, after) ?? []
  })
  return { changes, result: { updated: changes.length, upsertId: null, doc: first, found } }
}

export function removing(
  view: View,
  collection: StoredCollection,
  query: Query,
  multi: boolean,
): Outcome<Found> {
  const found = runQuery(view, collection, query, multi ? {} : { limit: 1 })
  return { changes: found.rows.map((row) => removal(collection, row)), result: found }
}

/** Upserts by `_id`, for seeding. */
export function loading(
  view: View,
  collection: StoredCollection,
  docs: Document[],
): Outcome<number> {
  const byId = new Map(docs.map(withId).map((doc) => [encodeKey(doc._id).toString('latin1'), doc]))
  const changes = [...byId.values()].flatMap((doc) => {
    const before = rowById(view, collection, encodeKey(doc._id))
    return before ? (replacement(collection, before, doc) ?? []) : insertion(collection, doc)
  })
  return { changes, result: docs.length }
}

function merging(query: Query, change: Record<string, unknown>, now: Date) {
  const changes = checkedChanges(change)
  return (doc: Document) => applied(doc, query, changes, now)
}

function replacing(change: Record<string, unknown>) {
  return (doc: Document): Document => {
    const { _id = doc._id, ...fields } = change
    if (encodeKey(_id).compare(encodeKey(doc._id)) !== 0) throw refused('文档的 _id 不能改')
    return { _id: doc._id, ...fields }
  }
}

function replaced(query: Query, change: Record<string, unknown>): Document {
  return withId({ _id: pinned(query)._id, ...change })
}

function withId(doc: Document): Document {
  const { _id = newId(), ...fields } = doc
  if (Array.isArray(_id) || _id instanceof RegExp) throw invalid('_id 不能是数组或正则')
  return { _id, ...fields }
}

function newId(): string {
  return randomBytes(16).toString('hex')
}

function duplicateId(collection: StoredCollection, id: unknown) {
  return duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(id)} }`)
}
