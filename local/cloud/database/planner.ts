import type { StoredCollection, StoredIndex } from './catalog'
import type { Condition, Conditions } from './conditions'
import { conditionsOf, disjunctionsOf } from './conditions'
import { encodeField } from './index-entries'
import type { Interval } from './interval'
import { prefixInterval, rangeInterval } from './interval'

/** One stretch of one index, in one direction. */
export interface Walk {
  index: StoredIndex
  interval: Interval
  reverse: boolean
}

export interface Plan {
  /** `null`: every document, in the order of insertion. */
  walks: Walk[] | null
  /** The leading sort fields that each walk serves: by those several walks are merged. */
  sortedBy: Order
  /** A document may come up more than once. */
  repeats: boolean
  /** The indexes' names. */
  index: string | null
}

interface Rated {
  plan: Plan
  score: number
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

const SCAN: Rated = { plan: { walks: null, sortedBy: [], repeats: false, index: null }, score: 0 }

/** @param knows whether the reader's snapshot has the index already */
export function planQuery(
  collection: StoredCollection,
  query: Record<string, unknown>,
  order: Order,
  limited: boolean,
  knows: (index: StoredIndex) => boolean = () => true,
): Plan {
  const indexes = [ID_INDEX, ...collection.indexes.filter(knows)]
  const best = (part: Record<string, unknown>): Rated => {
    const conditions = conditionsOf(part)
    return better(indexes.map((index) => planIndex(index, conditions, order, limited)))
  }
  const unions = disjunctionsOf(query).map((alternatives) =>
    union(alternatives.map((alternative) => best({ $and: [query, alternative] }))),
  )
  return better([best(query), ...unions]).plan
}

/** Each alternative of an `$or` by an index of its own; as good as the worst of them. */
function union(alternatives: Rated[]): Rated {
  const plans = alternatives.map(({ plan }) => plan)
  const walks = plans.flatMap((plan) => plan.walks ?? [])
  if (plans.length === 0 || plans.some((plan) => !plan.walks)) return SCAN
  const names = new Set(plans.map((plan) => plan.index))
  return {
    plan: {
      walks,
      sortedBy: plans
        .map((plan) => plan.sortedBy)
        .reduce((shortest, other) => (other.length < shortest.length ? other : shortest)),
      repeats: true,
      index: [...names].join(' + '),
    },
    score: Math.min(...alternatives.map(({ score }) => score)),
  }
}

function better(plans: Rated[]): Rated {
  return plans.reduce((best, next) => (next.score > best.score ? next : best), SCAN)
}

function planIndex(
  index: StoredIndex,
  conditions: Conditions,
  order: Order,
  limited: boolean,
): Rated {
  const { prefixes, depth, constants } = equalityPrefix(index, conditions)
  const range = rangeOn(index, depth, conditions)
  const direction = index.spec.keys[depth]?.[1] ?? 1
  const { sorted, reverse } = serve(index, depth, constants, order)
  const walks = prefixes.map((prefix): Walk => {
    const interval = range ? rangeInterval(prefix, range, direction) : prefixInterval(prefix)
    return { index, interval, reverse }
  })
  const exact = Boolean(index.spec.unique) && depth === index.spec.keys.length
  return {
    plan: {
      walks,
      sortedBy: order.slice(0, sorted),
      repeats: index.multikey.size > 0,
      index: index.spec.name,
    },
    score: score(depth, Boolean(range), exact, sorted, order, limited),
  }
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
