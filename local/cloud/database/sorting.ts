import type { Row } from './change'
import { invalid } from './errors'
import { fieldValues } from './field-values'
import { encodeField } from './index-entries'
import type { Order } from './planner'

/** Checks an order as it comes from a request. */
export function orderOf(order: Record<string, 1 | -1> | undefined): Order {
  const entries = Object.entries(order ?? {})
  for (const [field, direction] of entries) {
    if (!field || (direction !== 1 && direction !== -1)) throw invalid(`排序不合规：${field}`)
  }
  return entries
}

/** A document's place in an order, in the same bytes as an index has: one comparison sorts. */
export function sortKey(doc: object, order: Order): Buffer {
  const parts = order.map(([field, direction]) => {
    const keys = fieldValues(doc, field).values.map((value) => encodeField(value, direction))
    // An array stands where its least element does (its greatest, in a descending order).
    return keys.reduce((least, key) => (key.compare(least) < 0 ? key : least))
  })
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

interface Ranked {
  key: Buffer
  row: Row
}

/**
 * Gathers rows and gives back the first `wanted` in order. It never holds many more than those:
 * sorting a large collection for one page must not load it.
 */
export class Sorter {
  private ranked: Ranked[] = []

  constructor(
    private readonly order: Order,
    private readonly wanted: number,
  ) {}

  add(row: Row): void {
    this.ranked.push({ key: sortKey(row.doc, this.order), row })
    if (this.ranked.length >= 2 * this.wanted + 1000) this.trim()
  }

  /** The rows so far, in order; the sorter is empty afterwards. */
  take(): Row[] {
    this.trim()
    const rows = this.ranked.map(({ row }) => row)
    this.ranked = []
    return rows
  }

  private trim(): void {
    this.ranked.sort((a, b) => Buffer.compare(a.key, b.key))
    if (this.ranked.length > this.wanted) this.ranked.length = this.wanted
  }
}
