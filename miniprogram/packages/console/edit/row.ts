/** One of several: the row that is open in the sheet. */
import { checkAll, rowsOf } from '../../../shared/form/fields'
import type { Field, Value, Values } from '../../../shared/form/fields'

export interface OpenRow {
  readonly field: Field
  /** −1 while it is new. */
  readonly index: number
  readonly values: Values
  readonly touched: boolean
  readonly errors: Readonly<Record<string, string>>
}

/** With `checked`, what is wrong with it shows at once. */
export function openRow(field: Field, value: Value, index: number, checked: boolean): OpenRow {
  const values = rowsOf(value)[index] ?? field.rows?.fresh?.() ?? {}
  const errors = checked && index >= 0 ? checkAll(field.rows?.fields ?? [], values) : {}
  return { field, index, values, touched: false, errors }
}

/** The list with this row as it is now; a new one in which nothing was written is none. */
export function withRow(value: Value, { index, values, touched }: OpenRow): readonly Values[] {
  const rows = rowsOf(value)
  if (index < 0) return touched ? [...rows, values] : rows
  return rows.map((row, n) => (n === index ? values : row))
}

export const withoutRow = (value: Value, { index }: OpenRow): readonly Values[] =>
  rowsOf(value).filter((_row, n) => n !== index)

/** The order is what people read: one place up. */
export function movedUp(value: Value, row: OpenRow): readonly Values[] {
  const above = Math.max(0, row.index - 1)
  const rest = withoutRow(value, row)
  return [...rest.slice(0, above), row.values, ...rest.slice(above)]
}
