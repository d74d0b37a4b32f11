/**
 * `core/store/database.ts` without a cloud: the requests of a matter's life over documents in memory,
 * for thousands of lives in one process. Plain conditions and the five operators that matters are
 * written with stand here, everything else is the local cloud's own matcher or an error; what the
 * SDK and the wire do is looked at in `test/functions`.
 */
import { COLLECTIONS } from '../../../cloudfunctions/core/store/collections'
import type { CollectionDeclaration } from '../../../cloudfunctions/core/store/collections'
import type { FindOptions, Query, Update } from '../../../cloudfunctions/core/store/database'
import { matcherFor } from '../../../local/cloud/database/matcher'
import { copyOf } from '../../../local/cloud/database/stored-text'
import { isPlainObject } from '../../../local/cloud/database/plain-object'

type Document = Record<string, unknown> & { readonly _id: string }

const UNIQUE = new Map(
  COLLECTIONS.map(({ name, indexes }: CollectionDeclaration) => [
    name,
    indexes.filter(({ unique }) => unique).map(({ name: index, keys }) => ({ index, keys })),
  ]),
)

export class DuplicateError extends Error {
  override readonly name = 'DuplicateError'
  constructor(readonly index: string) {
    super(`duplicate key in ${index}`)
  }
}

const stored = new Map<string, Map<string, Document>>()
const updates: { readonly collection: string; readonly update: Update }[] = []
let trips = 0

const all = (name: string): Map<string, Document> => {
  const docs = stored.get(name) ?? new Map<string, Document>()
  stored.set(name, docs)
  return docs
}

/** Forgets everything and starts with these documents. */
export function startWith(collections: Readonly<Record<string, readonly Document[]>>): void {
  stored.clear()
  updates.length = 0
  for (const [name, docs] of Object.entries(collections)) {
    stored.set(name, new Map(docs.map((doc) => [doc._id, doc])))
  }
}

/** The updates of a collection since the last time it was asked. */
export function takeUpdates(collection: string): Update[] {
  return updates
    .splice(0)
    .filter((one) => one.collection === collection)
    .map(({ update }) => update)
}

export const tripCount = (): number => trips

/** By `_id` it is one look-up, as it is for an index. */
function matching(name: string, query: Query): Document[] {
  trips++
  const { _id } = query
  const candidates = typeof _id === 'string' ? [all(name).get(_id)] : [...all(name).values()]
  const fits = matcher(query)
  return candidates.filter((doc) => doc !== undefined).filter(fits)
}

/** Plain conditions are compared here, many times faster than by the matcher for all of them. */
function matcher(query: Query): (doc: object) => boolean {
  const conditions = Object.entries(query)
  const plain = conditions.filter(([field, value]) => isPlain(field, value))
  const others = matcherFor(Object.fromEntries(conditions.filter((one) => !plain.includes(one))))
  return (doc) => plain.every(([field, value]) => (doc as Query)[field] === value) && others(doc)
}

/** A field of the document itself, never a list, and the value it must have. */
const isPlain = (field: string, value: unknown): boolean =>
  !/[.$]/.test(field) && ['string', 'number', 'boolean'].includes(typeof value)

const compared = (one: unknown, other: unknown): number =>
  (one as number) < (other as number) ? -1 : (one as number) > (other as number) ? 1 : 0

export function find<Doc>(
  name: string,
  query: Query,
  { order = [], limit = 100 }: FindOptions = {},
): Promise<Doc[]> {
  const found = matching(name, query).sort((one, other) => {
    for (const [field, direction] of order) {
      const difference = compared(one[field], other[field])
      if (difference !== 0) return direction === 'asc' ? difference : -difference
    }
    return 0
  })
  return Promise.resolve(found.slice(0, limit) as Doc[])
}

export async function findOne<Doc>(name: string, query: Query): Promise<Doc | null> {
  const [doc] = await find<Doc>(name, query, { limit: 1 })
  return doc ?? null
}

export async function insert(name: string, given: object | readonly object[]): Promise<void> {
  trips++
  const docs = ([given].flat() as Document[]).map(copyOf)
  for (const doc of docs) refuseDuplicate(name, doc)
  for (const doc of docs) all(name).set(doc._id, doc)
  return Promise.resolve()
}

function refuseDuplicate(name: string, doc: Document): void {
  if (all(name).has(doc._id)) throw new DuplicateError('_id_')
  for (const { index, keys } of UNIQUE.get(name) ?? []) {
    const same = (other: Document) => keys.every(([field]) => other[field] === doc[field])
    if ([...all(name).values()].some(same)) throw new DuplicateError(index)
  }
}

export function updateOne(name: string, query: Query, update: Update): Promise<boolean> {
  const [doc] = matching(name, query)
  if (!doc) return Promise.resolve(false)
  let changed: Document = doc
  for (const [operator, fields] of Object.entries(update)) {
    const change = OPERATORS[operator]
    if (!change) throw new Error(`${operator} is not for lives in memory`)
    for (const [field, operand] of Object.entries(fields)) {
      if (field.includes('.')) throw new Error(`${field} is not for lives in memory`)
      changed = { ...changed, [field]: change(changed[field], operand) }
    }
  }
  all(name).set(doc._id, changed)
  updates.push({ collection: name, update })
  return Promise.resolve(true)
}

/** What becomes of a field; documents are never changed in place. */
const OPERATORS: Readonly<Record<string, (before: unknown, operand: unknown) => unknown>> = {
  $set: (_before, value) => copied(value),
  $unset: () => undefined,
  $inc: (before, by) => Number(before) + Number(by),
  $push: (before, value) => [...(before as unknown[]), ...eachOf(value)],
  $pull: (before, condition) => {
    const fits = matcher(condition as Query)
    return (before as object[]).filter((one) => !fits(one))
  },
}

const eachOf = (value: unknown): unknown[] =>
  (isPlainObject(value) && Array.isArray(value.$each) ? value.$each : [value]).map(copied)

/** As it would come back from the cloud: nothing shared, nothing undefined. */
const copied = (value: unknown): unknown => copyOf({ value }).value
