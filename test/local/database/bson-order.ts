import { Binary, ObjectId } from 'bson'

/** MongoDB's order of values, written down plainly: what the encoded keys are measured against. */
const RANKS: readonly ((value: unknown) => boolean)[] = [
  (value) => value === null || value === undefined,
  (value) => typeof value === 'number',
  (value) => typeof value === 'string',
  (value) => value !== null && typeof value === 'object' && value.constructor === Object,
  Array.isArray,
  (value) => value instanceof Binary,
  (value) => value instanceof ObjectId,
  (value) => typeof value === 'boolean',
  (value) => value instanceof Date,
  (value) => value instanceof RegExp,
]

export function compareBson(a: unknown, b: unknown): number {
  const rank = rankOf(a)
  if (rank !== rankOf(b)) return rank - rankOf(b)
  if (typeof a === 'number') return compareNumbers(a, b as number)
  if (typeof a === 'string') return Buffer.from(a).compare(Buffer.from(b as string))
  if (typeof a === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date) return a.getTime() - (b as Date).getTime()
  if (Array.isArray(a)) return compareLists(a, b as unknown[], compareBson)
  if (a instanceof Binary) return compareBinary(a, b as Binary)
  if (a instanceof ObjectId) return Buffer.from(a.id).compare(Buffer.from((b as ObjectId).id))
  if (a instanceof RegExp)
    return compareBson([a.source, a.flags], [(b as RegExp).source, (b as RegExp).flags])
  if (a === null || a === undefined) return 0
  return compareLists(Object.entries(a), Object.entries(b as object), compareFields)
}

/** Where a document stands when sorted by a field: arrays by their least or greatest element. */
export function compareForSort(a: unknown, b: unknown, direction: 1 | -1): number {
  const pick = (value: unknown) =>
    Array.isArray(value)
      ? [...(value as unknown[])].sort((x, y) => direction * compareBson(x, y))[0]
      : value
  return direction * compareBson(pick(a), pick(b))
}

function rankOf(value: unknown): number {
  return RANKS.findIndex((matches) => matches(value))
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : a > b ? 1 : 0
}

function compareBinary(a: Binary, b: Binary): number {
  const [x, y] = [Buffer.from(a.value()), Buffer.from(b.value())]
  return x.length - y.length || a.sub_type - b.sub_type || x.compare(y)
}

/** Type of the value, then the field's name, then the value. */
function compareFields(
  [name, value]: [string, unknown],
  [other, others]: [string, unknown],
): number {
  return rankOf(value) - rankOf(others) || compareBson(name, other) || compareBson(value, others)
}

function compareLists<T>(a: T[], b: T[], compare: (x: T, y: T) => number): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}
