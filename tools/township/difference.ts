/** What an import would change, before it does. */
import { get, keyOf } from './decode'
import type { Files, Row } from './decode'
import { rowsOf } from './encode'
import { SHEETS } from './sheets'
import type { Sheet } from './sheets'

export interface SheetDifference {
  readonly sheet: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** `MZ-05：承诺工作日 10 → 7` */
  readonly changed: readonly string[]
}

export function differenceOf(before: Files, after: Files): SheetDifference[] {
  return SHEETS.map((sheet) => sheetDifference(sheet, rowsOf(sheet, before), rowsOf(sheet, after)))
}

function sheetDifference(
  sheet: Sheet,
  before: readonly Row[],
  after: readonly Row[],
): SheetDifference {
  const old = named(sheet, before)
  const fresh = named(sheet, after)
  return {
    sheet: sheet.name,
    added: [...fresh.keys()].filter((key) => !old.has(key)),
    removed: [...old.keys()].filter((key) => !fresh.has(key)),
    changed: [...fresh].flatMap(([key, row]) => {
      const was = old.get(key)
      const words = was ? changedColumns(sheet, was, row) : ''
      return words === '' ? [] : [`${key}：${words}`]
    }),
  }
}

/** Details have no key of their own: their place below their matter tells them apart. */
function named(sheet: Sheet, rows: readonly Row[]): Map<string, Row> {
  const counts = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const key = keyOf(sheet, row)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return [sheet.into === undefined ? key : `${key} 第${String(count)}条`, row]
    }),
  )
}

const LONGEST = 24
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line || '（空）'
}

const changedColumns = ({ columns }: Sheet, before: Row, after: Row): string =>
  columns
    .map(({ title, field, kind }) => ({
      title,
      was: kind.write(get(before, field)),
      is: kind.write(get(after, field)),
    }))
    .filter(({ was, is }) => was !== is)
    .map(({ title, was, is }) => `${title} ${short(was)} → ${short(is)}`)
    .join('；')

export const isSame = ({ added, removed, changed }: SheetDifference): boolean =>
  added.length + removed.length + changed.length === 0

const MOST_SHOWN = 12

/** As it is printed: one line for each sheet, then what changed. */
export function differenceLines(differences: readonly SheetDifference[]): string[] {
  const some = (what: string, rows: readonly string[]): string[] =>
    rows.length === 0
      ? []
      : [
          `  ${what}${String(rows.length)}：`,
          ...rows.slice(0, MOST_SHOWN).map((row) => `    ${row}`),
          ...(rows.length > MOST_SHOWN ? [`    还有${String(rows.length - MOST_SHOWN)}条`] : []),
        ]
  const told = differences.filter((one) => !isSame(one))
  if (told.length === 0) return ['和现在的一样，没有要改的。']
  return told.flatMap(({ sheet, added, removed, changed }) => [
    `${sheet}：`,
    ...some('新增', added),
    ...some('改动', changed),
    ...some('去掉', removed),
  ])
}
