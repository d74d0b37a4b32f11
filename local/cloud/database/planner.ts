import type { StoredCollection, StoredIndex } from './catalog'
import type { Condition, Conditions } from './conditions'
import { conditionsOf } from './conditions'
import { encodeField } from './index-entries'
import type { Interval } from './interval'
import { prefixInterval, rangeInterval } from './interval'

/** Which rows of which index to walk, and in which direction. */
export interface Plan {
  /** `null`: every document, in the order of insertion. */
  index: StoredIndex | typeof ID_INDEX | null
  intervals: Interval[]
  reverse: boolean
  /** How many of the leading sort fields the walk serves. */
  sorted: number
  /** A document may come up more than once. */
  repeats: boolean
}

/** Every collection has it; its rows are the documents themselves. */
export const ID_INDEX = {
  id: 0,
  spec: { name: '_id_', keys: [['_id', 1]], unique: true },
  multikey: new Set<number>(),
} as const satisfies StoredIndex

/** Beyond this many points an `$in` is not split further. */
const MAX_POINTS = 200

export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

const SCAN: Plan = { index: null, intervals: [], reverse: false, sorted: 0, repeats: false }

/** @param knows whether the reader's snapshot has the index already */
export function planQuery(
  collection: StoredCollection,
  query: Record<string, unknown>,
  order: Order,
  limited: boolean,
  knows: (index: StoredIndex) => boolean = () => true,
): Plan {
  const conditions = conditionsOf(query)
  let best = SCAN
  let bestScore = 0
  for (const index of [ID_INDEX, ...collection.indexes.filter(knows)]) {
    const { plan, score } = planIndex(index, conditions, order, limited)
    if (score > bestScore) [best, bestScore] = [plan, score]
  }
  return best
}

function planIndex(
  index: StoredIndex,
  conditions: Conditions,
  order: Order,
  limited: boolean,
): { plan: Plan; score: number } {
  const { prefixes, depth, constants } = equalityPrefix(index, conditions)
  const range = rangeOn(index, depth, conditions)
  const direction = index.spec.keys[depth]?.[1] ?? 1
  const intervals = prefixes.map((prefix) =>
    range ? rangeInterval(prefix, range, direction) : prefixInterval(prefix),
  )
  const served =
    intervals.length <= 1 ? serve(index, depth, constants, order) : { sorted: 0, reverse: false }
  const plan: Plan = {
    index,
    intervals: intervals.sort((a, b) => Buffer.compare(a.from, b.from)),
    ...served,
    repeats: index.multikey.size > 0,
  }
  const exact = Boolean(index.spec.unique) && depth === index.spec.keys.length
  return { plan, score: score(depth, Boolean(range), exact, served.sorted, order, limited) }
}

/** The more fields are pinned the better; an order that needs no sorting is worth a range. */
function score(
  equalities: number,
  range: boolean,
  exact: boolean,
  sorted: number,
  order: Order,
  limited: boolean,
): number {
  const narrowed = equalities * 10 + (range ? 4 : 0) + (exact ? 50 : 0)
  if (sorted === 0) return narrowed
  // Walking a whole index only to have its order pays if the walk can stop early.
  if (narrowed === 0 && !limited) return 0
  return narrowed + (sorted === order.length ? 6 : 3) + (limited ? 3 : 0)
}

/** As many leading fields as have an equality, as the beginnings of the keys to look for. */
function equalityPrefix(
  index: StoredIndex,
  conditions: Conditions,
): { prefixes: Buffer[]; depth: number; constants: Set<string> } {
  let prefixes = [Buffer.alloc(0)]
  let depth = 0
  const constants = new Set<string>()
  for (const [field, direction] of index.spec.keys) {
    const equals = conditions.get(field)?.equals
    if (!equals || prefixes.length * equals.length > MAX_POINTS) break
    const parts = distinct(equals.map((value) => encodeField(value, direction)))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    // An array that holds the value holds others too: it sorts by those.
    if (parts.length === 1 && !index.multikey.has(depth)) constants.add(field)
    depth++
  }
  return { prefixes, depth, constants }
}

function rangeOn(
  index: StoredIndex,
  depth: number,
  conditions: Conditions,
): Pick<Condition, 'lower' | 'upper'> | null {
  const condition = conditions.get(index.spec.keys[depth]?.[0] ?? '')
  if (!condition) return null
  const { lower, upper } = condition
  if (!lower && !upper) return null
  // In an array one element may meet the lower bound and another the upper: one is enough here.
  return lower && upper && index.multikey.has(depth) ? { lower } : { lower, upper }
}

/** How much of the sort order the rows already have, from the field at `depth` on. */
function serve(
  index: StoredIndex,
  depth: number,
  constants: Set<string>,
  order: Order,
): { sorted: number; reverse: boolean } {
  let reverse: boolean | undefined
  let sorted = 0
  let position = depth
  for (const [field, direction] of order) {
    if (!constants.has(field)) {
      const key = index.spec.keys[position]
      const backwards = key?.[1] !== direction
      if (key?.[0] !== field || index.multikey.has(position)) break
      if (reverse !== undefined && reverse !== backwards) break
      reverse = backwards
      position++
    }
    sorted++
  }
  return { sorted, reverse: reverse ?? false }
}

function distinct(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}
