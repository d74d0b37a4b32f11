import type { Bound, Condition, Conditions } from './conditions'
import { encodeKey } from './key'

/** What several alternatives have in common: for each field that all of them constrain. */
export function hullOf(branches: Conditions[]): Conditions {
  const hull: Conditions = new Map()
  for (const field of branches[0]?.keys() ?? []) {
    const all = branches.map((branch) => branch.get(field))
    const conditions = all.filter((condition) => condition !== undefined)
    if (conditions.length === branches.length) hull.set(field, hullOfField(conditions))
  }
  return hull
}

function hullOfField(conditions: Condition[]): Condition {
  const points = conditions.map((condition) => condition.equals)
  if (points.every((values) => values !== undefined)) return { equals: points.flat() }
  return {
    lower: outermost(conditions, 'lower', -1),
    upper: outermost(conditions, 'upper', 1),
  }
}

/** The least lower bound, or the greatest upper one; none if an alternative has none. */
function outermost(
  conditions: Condition[],
  side: 'lower' | 'upper',
  direction: 1 | -1,
): Bound | undefined {
  const bounds = conditions.flatMap((condition): (Bound | undefined)[] =>
    condition.equals
      ? condition.equals.map((value) => ({ value, inclusive: true }))
      : [condition[side]],
  )
  const known = bounds.filter((bound) => bound !== undefined)
  if (known.length < bounds.length || known.length === 0) return undefined
  // A range never leaves the type of its bound, so bounds of several types have no hull.
  const ranked = known.map((bound) => ({ bound, key: encodeKey(bound.value) }))
  if (ranked.some(({ key }) => key[0] !== ranked[0]!.key[0])) return undefined
  const further = (a: Buffer, b: Buffer) => direction * a.compare(b)
  return ranked.reduce((best, next) => {
    const order = further(next.key, best.key)
    return order > 0 || (order === 0 && next.bound.inclusive) ? next : best
  }).bound
}
