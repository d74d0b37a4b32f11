/** A field as the page draws it: everything said, nothing left to work out in the template. */
import { addDays, businessDate } from '../dates'
import { linesOf, rowsOf, shownFields, textOf } from './fields'
import type { Choice, Field, Kind, Source, Value, Values } from './fields'

export interface DrawnField {
  readonly key: string
  readonly label: string
  readonly kind: Kind
  readonly help: string
  readonly hint: string
  /** What stands where nothing is picked yet; empty for what is not picked. */
  readonly pick: string
  /** First and last day or time that can be picked. */
  readonly earliest: string
  readonly latest: string
  readonly text: string
  readonly choices: readonly (Choice & { readonly on: boolean })[]
  readonly rows: readonly { readonly title: string; readonly note: string }[]
  readonly add: string
  readonly error: string
  /** What somebody else wrote here meanwhile; empty when nobody did. */
  readonly other: string
}

export type Fetched = Readonly<Partial<Record<Source, readonly Choice[]>>>

export interface Drawing {
  readonly fetched: Fetched
  readonly errors: Readonly<Record<string, string>>
  readonly others: Values
}

const YES_NO: readonly Choice[] = [
  { key: 'yes', text: '是' },
  { key: 'no', text: '否' },
]

export const choicesOf = ({ kind, choices, from }: Field, fetched: Fetched): readonly Choice[] =>
  kind === 'yes' ? YES_NO : (choices ?? (from ? (fetched[from] ?? []) : []))

type Tell = (value: Value, word: (key: string) => string, field: Field) => string

const TELL: Readonly<Partial<Record<Kind, Tell>>> = {
  yes: (value, word) => (value === undefined ? '' : word(value === true ? 'yes' : 'no')),
  choice: (value, word) => word(textOf(value)),
  many: (value, word) => linesOf(value).map(word).join('、'),
  lines: (value) => linesOf(value).join('\n'),
  rows: (value, _word, { rows }) =>
    rowsOf(value)
      .map((row) => rows?.title(row) ?? '')
      .join('\n'),
  location: (value) => (value ? '地图上标了' : ''),
}

/** A value as a person reads it. */
export function told(field: Field, value: Value, fetched: Fetched): string {
  const choices = choicesOf(field, fetched)
  const word = (key: string) => choices.find((one) => one.key === key)?.text ?? key
  return TELL[field.kind]?.(value, word, field) ?? textOf(value)
}

function isOn({ kind }: Field, value: Value, key: string): boolean {
  if (kind === 'yes') return value === (key === 'yes')
  return kind === 'many' ? linesOf(value).includes(key) : value === key
}

export const draw = (
  fields: readonly Field[],
  values: Values,
  { fetched, errors, others }: Drawing,
): DrawnField[] =>
  shownFields(fields, values).map((field) => {
    const { key, label, kind, help = '', hint, rows } = field
    const value = values[key]
    return {
      key,
      label,
      kind,
      help,
      hint: hint ?? (kind === 'lines' ? '一行一条' : label),
      pick: PICK[kind] ?? '',
      ...limitsOf(field),
      text: told(field, value, fetched),
      choices: choicesOf(field, fetched).map((one) => ({
        ...one,
        on: isOn(field, value, one.key),
      })),
      rows:
        kind === 'rows' && rows
          ? rowsOf(value).map((row) => ({ title: rows.title(row), note: rows.note(row) }))
          : [],
      add: rows?.add ?? '',
      error: errors[key] ?? '',
      other: key in others ? told(field, others[key], fetched) || '（空着）' : '',
    }
  })

const PICK: Readonly<Partial<Record<Kind, string>>> = {
  date: '选一天',
  time: '选时间',
  location: '站在那里，点这里标',
}

/** Without a limit of its own a day is any day, a time any time. */
function limitsOf({ kind, ahead }: Field): Pick<DrawnField, 'earliest' | 'latest'> {
  if (kind === 'time') return { earliest: '00:00', latest: '23:59' }
  if (ahead === undefined) return { earliest: '1900-01-01', latest: '2099-12-31' }
  const today = businessDate(new Date())
  return { earliest: today, latest: addDays(today, ahead) }
}

/** What a tap on a choice makes of the value. */
export function chosen({ kind }: Pick<Field, 'kind'>, value: Value, key: string): Value {
  if (kind === 'yes') return key === 'yes'
  if (kind !== 'many') return key
  const before = linesOf(value)
  return before.includes(key) ? before.filter((one) => one !== key) : [...before, key]
}

/** What was typed, as the field keeps it. */
export const typed = ({ kind }: Pick<Field, 'kind'>, text: string): Value =>
  kind === 'lines' ? text.split('\n') : text
