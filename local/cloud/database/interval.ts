import type { Condition } from './conditions'
import { encodeField } from './index-entries'
import { encodeKey, inverted, successor } from './key'

/** Keys from `from` (included) to `to` (excluded). */
export interface Interval {
  from: Buffer
  to: Buffer
}

/** Every key: no key begins with FF. */
const EVERYTHING: Interval = { from: Buffer.alloc(0), to: Buffer.from([0xff]) }

/** Every key that begins with `prefix`. */
export function prefixInterval(prefix: Buffer): Interval {
  return prefix.length === 0 ? EVERYTHING : { from: prefix, to: successor(prefix) }
}

/**
 * The keys that begin with `prefix` and whose next field lies in a range. A range never leaves the
 * type of its bound: `{$gt: 5}` finds no strings.
 */
export function rangeInterval(
  prefix: Buffer,
  { lower, upper }: Pick<Condition, 'lower' | 'upper'>,
  direction: 1 | -1,
): Interval {
  const bound = (lower ?? upper)!
  const type = encodeKey(bound.value).subarray(0, 1)
  const whole = prefixInterval(Buffer.concat([prefix, direction === 1 ? type : inverted(type)]))
  const at = (value: unknown) => Buffer.concat([prefix, encodeField(value, direction)])
  // In a descending field the upper bound is where the walk begins.
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower]
  return {
    from: first ? edge(at(first.value), first.inclusive) : whole.from,
    to: last ? edge(at(last.value), !last.inclusive) : whole.to,
  }
}

/** Just before the keys that begin with `key`, or just after them. */
function edge(key: Buffer, before: boolean): Buffer {
  return before ? key : successor(key)
}
