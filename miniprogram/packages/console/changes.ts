/**
 * Two administrators at once. What one wrote is kept beside what was there when they began; what
 * another changed meanwhile shows in each field that both touched, and nothing is lost.
 */
import type { Value, Values } from '../../shared/form/fields'

/** A form that was begun: what was written, and what stood there before, by field. */
export interface Begun {
  readonly mine: Values
  readonly before: Values
}

export const NOTHING: Begun = { mine: {}, before: {} }

const same = (a: Value, b: Value): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** One field is written; what stood there is kept the first time. */
export function write(begun: Begun, there: Values, key: string, value: Value): Begun {
  const before = key in begun.before ? begun.before : { ...begun.before, [key]: there[key] ?? null }
  return { mine: { ...begun.mine, [key]: value }, before }
}

export const merged = (there: Values, { mine }: Begun): Values => ({ ...there, ...mine })

/** What another wrote, in fields that were written here too and read differently. */
export const others = (there: Values, { mine, before }: Begun): Values =>
  Object.fromEntries(
    Object.keys(mine)
      .filter((key) => !same(there[key], before[key]) && !same(there[key], mine[key]))
      .map((key) => [key, there[key]]),
  )

/** The other one is right: what was written here is given up, in this field. */
export function giveUp({ mine, before }: Begun, key: string): Begun {
  const without = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
  return { mine: without(mine), before: without(before) }
}
