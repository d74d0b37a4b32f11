/**
 * What forms are made of: one row per field, read and written alike. What is asked (an order, a
 * mediation) and a thing of the township (an item, a place, a text) is a table of fields; there is
 * no page per form.
 */

/** `null` is “nothing here”, where the thing allows it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly string[]
  | readonly Values[]
  | { readonly latitude: number; readonly longitude: number }

export interface Values {
  readonly [key: string]: Value
}

export interface Choice {
  readonly key: string
  readonly text: string
}

/** Choices that are fetched when the form opens; the form's package knows from where. */
export type Source = 'units' | 'categories' | 'villages' | 'people' | 'parties'

/**
 * `line` and `area` are text, `lines` a list with one entry a line, `number` a whole number, `choice`
 * one and `many` several of a few, `yes` yes or no, `rows` a list of things with fields of their own,
 * `location` a point on the map.
 */
export type Kind =
  | 'line'
  | 'area'
  | 'lines'
  | 'number'
  | 'choice'
  | 'many'
  | 'yes'
  | 'date'
  | 'time'
  | 'rows'
  | 'location'

export interface Field {
  readonly key: string
  readonly label: string
  readonly kind: Kind
  readonly help?: string
  /** What stands in an empty field: an example. The label when left out. */
  readonly hint?: string
  /** What stands there at the start. */
  readonly start?: string
  /** A day from today on, so many days ahead at the most. */
  readonly ahead?: number
  /** Longest text, highest number, most rows. */
  readonly most?: number
  readonly choices?: readonly Choice[]
  readonly from?: Source
  /** May stay empty: an empty text is then '', an empty number or point `null`. */
  readonly optional?: boolean
  /** An empty text is `null` where the thing says so. */
  readonly nullable?: boolean
  /** Asked only when the answers so far make it matter. */
  readonly when?: (values: Values) => boolean
  readonly rows?: Rows
}

export interface Rows {
  readonly fields: readonly Field[]
  /** `加一样材料` */
  readonly add: string
  readonly title: (row: Values) => string
  readonly note: (row: Values) => string
  /** What a new one has that nobody types. */
  readonly fresh?: () => Values
}

const MOST_TEXT = 600
const MOST_NUMBER = 999
const MOST_ROWS = 40

export const shownFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(({ when }) => when?.(values) ?? true)

export const rowsOf = (value: Value): readonly Values[] =>
  Array.isArray(value) ? (value as readonly Values[]) : []

export const linesOf = (value: Value): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []

export const textOf = (value: Value): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const cleanText = ({ nullable }: Field, value: Value): Value => {
  const text = textOf(value).trim()
  return nullable && !text ? null : text
}

const CLEAN: Readonly<Partial<Record<Kind, (field: Field, value: Value) => Value>>> = {
  lines: (_field, value) =>
    linesOf(value)
      .map((line) => line.trim())
      .filter(Boolean),
  many: (_field, value) => linesOf(value),
  number: (_field, value) => (textOf(value).trim() === '' ? null : Number(value)),
  yes: (_field, value) => value === true,
  rows: ({ rows }, value) => rowsOf(value).map((row) => cleanAll(rows?.fields ?? [], row)),
  location: (_field, value) => value ?? null,
}

/** What was typed as what is sent: trimmed, numbers as numbers, empty lines dropped. */
export const clean = (field: Field, value: Value): Value =>
  (CLEAN[field.kind] ?? cleanText)(field, value)

/** What is not asked of a thing like this is not sent either. */
export const cleanAll = (fields: readonly Field[], values: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    shownFields(fields, values).map((field) => [field.key, clean(field, values[field.key])]),
  ),
})

type Check = (field: Field, value: Value) => string

const checkText: Check = ({ kind, optional, most = MOST_TEXT }, value) => {
  const text = textOf(value).trim()
  if (!text && !optional) return kind === 'choice' ? '选一个' : '还没填'
  return text.length > most ? `太长了，最多${String(most)}个字` : ''
}

const checkLines: Check = ({ optional, most = MOST_ROWS }, value) => {
  const lines = linesOf(value).filter((line) => line.trim())
  if (lines.length === 0 && !optional) return '还没写'
  if (lines.length > most) return `太多了，最多${String(most)}条`
  return lines.some((line) => line.length > MOST_TEXT) ? '有一条太长了，分成两条' : ''
}

const checkNumber: Check = ({ optional, most = MOST_NUMBER }, value) => {
  const text = textOf(value).trim()
  if (!text) return optional ? '' : '还没填'
  if (!/^\d+$/.test(text)) return '写整数，如 5'
  return Number(text) > most ? `太大了，最多${String(most)}` : ''
}

const checkRows: Check = ({ optional, most = MOST_ROWS, rows }, value) => {
  const all = rowsOf(value)
  if (all.length === 0 && !optional) return '至少要有一条'
  if (all.length > most) return `太多了，最多${String(most)}条`
  const wrong = all.findIndex((row) => Object.keys(checkAll(rows?.fields ?? [], row)).length > 0)
  return wrong < 0 ? '' : `第${String(wrong + 1)}条没填好，点开看看`
}

const CHECKS: Readonly<Partial<Record<Kind, Check>>> = {
  lines: checkLines,
  many: checkLines,
  number: checkNumber,
  rows: checkRows,
  yes: () => '',
  location: () => '',
}

/** What is missing or wrong, by field; empty when it can be sent. */
export function checkAll(fields: readonly Field[], values: Values): Record<string, string> {
  const wrong = shownFields(fields, values).flatMap((field) => {
    const error = (CHECKS[field.kind] ?? checkText)(field, values[field.key])
    return error ? [[field.key, error] as const] : []
  })
  return Object.fromEntries(wrong)
}
