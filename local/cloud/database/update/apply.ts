import { update } from 'mingo/updater'
import { cloneDeep, isEqual } from 'mingo/util'
import { refused } from '../errors'
import type { Document } from '../interface'
import { MINGO_OPTIONS } from '../operators/context'
import { copyOf } from '../stored-text'
import type { Changes } from './operators'
import { checkTargets, simplified } from './operators'
import { isPlainObject } from '../plain-object'
import { withPlainPaths } from './positional'

/** The document after the change; the one given is not touched. */
export function applied(
  before: Document,
  query: Record<string, unknown>,
  changes: Changes,
  now: Date,
): Document {
  const doc = copyOf(before)
  const plain = withoutSameId(doc, withPlainPaths(doc, query, changes))
  checkTargets(doc, plain)
  const simple = cloneDeep(simplified(doc, plain, now))
  const options = { cloneMode: 'deep', queryOptions: MINGO_OPTIONS } as const
  update(doc as Record<string, unknown>, simple, [], {}, options)
  return doc
}

/** A new document from a change that found none to change. */
export function upserted(
  query: Record<string, unknown>,
  changes: Changes,
  newId: () => unknown,
  now: Date,
): Document {
  const { $setOnInsert = {}, ...others } = changes
  const start = pinned(query)
  const merged = { ...others, $set: { ...others.$set, ...$setOnInsert } }
  const { _id = start._id ?? newId(), ...set } = merged.$set as Record<string, unknown>
  const doc = applied({ ...start, _id }, query, { ...merged, $set: set }, now)
  return { ...doc, _id }
}

/** The fields a query pins to one value: an upsert begins with them. */
export function pinned(query: Record<string, unknown>): Document {
  const doc: Document = {}
  for (const [field, expression] of Object.entries(query)) {
    const operators = isPlainObject(expression) ? Object.keys(expression) : []
    const value = operators[0] === '$eq' ? (expression as { $eq: unknown }).$eq : expression
    const isCondition = operators.some((key) => key.startsWith('$') && key !== '$eq')
    if (field.startsWith('$') || isCondition || value instanceof RegExp) continue
    setAt(doc, field.split('.'), value)
  }
  return doc
}

/** Setting `_id` to what it is already is allowed, anything else is not (mingo refuses both). */
function withoutSameId(doc: Document, changes: Changes): Changes {
  if (!changes.$set || !('_id' in changes.$set)) return changes
  const { _id, ...set } = changes.$set
  if (!isEqual(_id, doc._id)) {
    throw refused("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return { ...changes, $set: set }
}

function setAt(doc: Record<string, unknown>, path: string[], value: unknown): void {
  let holder = doc
  for (const part of path.slice(0, -1)) {
    holder = (holder[part] ??= {}) as Record<string, unknown>
  }
  holder[path.at(-1)!] = value
}
