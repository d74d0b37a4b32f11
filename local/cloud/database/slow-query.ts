import { conditionsOf } from './conditions'
import type { Order } from './planner'

/** More documents than this looked at for one query is worth a word. */
export const SLOW_EXAMINED = 1000

/** The index that would help: what is equal first, then the order, then what is a range. */
export function suggestedIndex(query: Record<string, unknown>, order: Order): string[] {
  const conditions = [...conditionsOf(query)]
  const equal = conditions.filter(([, condition]) => condition.equals).map(([field]) => field)
  const ranges = conditions.filter(([, condition]) => !condition.equals).map(([field]) => field)
  const ordered = order.map(([field, direction]) => (direction === 1 ? field : `-${field}`))
  const pinned = new Set(equal)
  const rest = [...ordered.filter((field) => !pinned.has(field.replace(/^-/, ''))), ...ranges]
  const named = new Set<string>()
  return [...equal, ...rest].filter((field) => {
    const plain = field.replace(/^-/, '')
    return !named.has(plain) && Boolean(named.add(plain))
  })
}
