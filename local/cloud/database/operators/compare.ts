import { encodeKey } from '../key'

/** MongoDB's order of any two values, as aggregation expressions use it: a missing one is the least. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return encodeKey(a).compare(encodeKey(b))
}
