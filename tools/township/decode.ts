/** From sheets to the township's files: everything that is wrong is told by sheet, row and column. */
import { checkSeed } from '../../seed/read'
import { referenceProblems } from '../../seed/references'
import type { SeedData } from '../../seed/schema'
import { plainIssue } from '../../cloudfunctions/core/kernel/input'
import type { Grid, GridRow, Problem } from './grid'
import { CellProblem, date } from './kinds'
import { SHEETS } from './sheets'
import type { FileName, Sheet } from './sheets'

export type Row = Record<string, unknown>
export type Files = Record<FileName | 'residents', Row>

interface Decoded {
  readonly files: Files
  readonly problems: readonly Problem[]
  /** Complete and right; only when there are no problems. */
  readonly data: SeedData
}

/** 3-5, a house number, is the fifth of March to a spreadsheet. */
const TURNED_INTO_A_DAY = '被表格软件当成日子了。把这一格设成文本，照原样再写一次'

/** Where each row of the files came from, e.g. `items 3 materials 0`. */
type Places = Map<string, { readonly sheet: Sheet; readonly row: number }>

/**
 * Puts the sheets in the place of what the files said; sheets that are not there leave their part as
 * it is. Rows keep what has no column.
 */
export function decode(grids: readonly Grid[], base: Files): Decoded {
  const problems: Problem[] = []
  const places: Places = new Map()
  const files = structuredClone(base)
  for (const sheet of SHEETS) {
    const grid = grids.find(({ name }) => name === sheet.name)
    if (!grid) continue
    problems.push(...headingProblems(sheet, grid))
    if (sheet.into === undefined) decodeRows(sheet, grid, files, places, problems)
    else decodeDetails(sheet, grid, files, places, problems)
  }
  problems.push(...unknownSheets(grids), ...sheetsTwice(grids))
  if (problems.length > 0) return { files, problems, data: null as unknown as SeedData }
  const { data, wrong } = checkSeed(files)
  const told =
    wrong.length > 0
      ? wrong.map(({ name, issue }) => placed(places, name, issue.path, plainIssue(issue)))
      : referenceProblems(data).map(({ file, row, field, problem }) =>
          placed(
            places,
            file.replace(/\.json.*/, ''),
            [...indexIn(files, file, row), field],
            problem,
          ),
        )
  return { files, problems: told, data }
}

function unknownSheets(grids: readonly Grid[]): Problem[] {
  const known = SHEETS.map(({ name }) => name)
  const strange = grids.filter(({ name }) => !known.includes(name))
  const names = known.join('、')
  const told = strange.map(({ name }) => ({
    sheet: name,
    row: null,
    column: '',
    problem: `没有这张表。表名只能是：${names}`,
  }))
  return grids.length > 0 ? told : [{ sheet: '', row: null, column: '', problem: '一张表也没有' }]
}

/** `村` and `村 ` look the same to people. */
function sheetsTwice(grids: readonly Grid[]): Problem[] {
  const names = grids.map(({ name }) => name)
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((sheet) => ({ sheet, row: null, column: '', problem: '这张表有两张，只留一张' }))
}

function headingProblems({ name, columns }: Sheet, { titles }: Grid): Problem[] {
  const known = columns.map(({ title }) => title)
  const told = (column: string, problem: string) => ({ sheet: name, row: 1, column, problem })
  return [
    ...known.filter((title) => !titles.includes(title)).map((title) => told(title, '少了这一列')),
    ...titles.filter((title) => !known.includes(title)).map((title) => told(title, '没有这一列')),
    ...titles
      .filter((title, at) => titles.indexOf(title) !== at)
      .map((title) => told(title, '这一列有两个')),
  ]
}

function decodeRows(
  sheet: Sheet,
  grid: Grid,
  files: Files,
  places: Places,
  problems: Problem[],
): void {
  const file = files[sheet.file]
  const before = rowsOf(file, sheet.list)
  const known = new Map(before.map((row) => [keyOf(sheet, row), row]))
  const seen = new Set<string>()
  const rows = grid.rows.map((cells, index) => {
    places.set(`${sheet.file} ${String(index)}`, { sheet, row: cells.at })
    const row = decodeRow(sheet, cells, problems)
    // Told here, before the details of a matter whose code was mistyped are all found to be nobody's.
    if (seen.has(keyOf(sheet, row))) problems.push(repeated(sheet, cells.at))
    seen.add(keyOf(sheet, row))
    const old = sheet.list === '' ? file : known.get(keyOf(sheet, row))
    return merged(sheet, old ?? EMPTY[sheet.name] ?? {}, row)
  })
  if (sheet.list !== '') file[sheet.list] = rows
  else if (rows.length === 1) Object.assign(file, rows[0])
  else problems.push({ sheet: sheet.name, row: null, column: '', problem: '要有一行，只能有一行' })
  if (sheet.file === 'calendar') file.verifiedUntil = lastDayOf(rows)
}

const repeated = ({ name, key, columns }: Sheet, row: number): Problem => ({
  sheet: name,
  row,
  column: columns.find(({ field }) => field === key.at(-1))?.title ?? '',
  problem: '和前面的重复',
})

/** What a new row has besides its columns. */
const EMPTY: Readonly<Record<string, Row>> = { 事项: { materials: [], steps: [] } }

/** 放假安排 is published for whole years. */
const lastDayOf = (rows: readonly Row[]): string =>
  `${
    rows
      .map(({ date }) => String(date).slice(0, 4))
      .sort()
      .at(-1) ?? '2000'
  }-12-31`

function decodeDetails(
  sheet: Sheet,
  grid: Grid,
  files: Files,
  places: Places,
  problems: Problem[],
): void {
  const parents = rowsOf(files[sheet.file], sheet.list)
  const [key = ''] = sheet.key
  const indexOf = new Map(parents.map((row, index) => [row[key], index]))
  const into = sheet.into ?? ''
  const lists = parents.map((): Row[] => [])
  for (const cells of grid.rows) {
    const { [key]: parent, ...row } = decodeRow(sheet, cells, problems)
    const index = indexOf.get(parent)
    const list = lists[index ?? -1]
    if (index === undefined || !list) {
      const problem = `没有编号是“${typeof parent === 'string' ? parent : ''}”的事项`
      problems.push({
        sheet: sheet.name,
        row: cells.at,
        column: sheet.columns[0]?.title ?? '',
        problem,
      })
      continue
    }
    places.set(`${sheet.file} ${String(index)} ${into} ${String(list.length)}`, {
      sheet,
      row: cells.at,
    })
    list.push(row)
  }
  for (const [index, parent] of parents.entries()) parent[into] = lists[index]
}

function decodeRow(sheet: Sheet, { at, cells, days }: GridRow, problems: Problem[]): Row {
  const row: Row = {}
  for (const { title, field, kind } of sheet.columns) {
    try {
      if (days.has(title) && kind !== date) throw new CellProblem(TURNED_INTO_A_DAY)
      set(row, field, kind.read(cells.get(title) ?? ''))
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.push({ sheet: sheet.name, row: at, column: title, problem: error.message })
    }
  }
  return row
}

/** The old row with the new columns; an undefined one is taken away. */
function merged(sheet: Sheet, old: Row, row: Row): Row {
  const result = structuredClone(old)
  for (const { field } of sheet.columns) set(result, field, get(row, field))
  return result
}

const rowsOf = (file: Row, list: string): Row[] => (file[list] as Row[] | undefined) ?? []

export const keyOf = ({ key }: Pick<Sheet, 'key'>, row: Row): string =>
  key.map((field) => String(row[field])).join(' ')

export function get(row: Row, field: string): unknown {
  return field.split('.').reduce<unknown>((value, name) => (value as Row | undefined)?.[name], row)
}

function set(row: Row, field: string, value: unknown): void {
  const names = field.split('.')
  const last = names.pop() ?? ''
  const inner = names.reduce<Row>((one, name) => (one[name] ??= {}) as Row, row)
  if (value === undefined) Reflect.deleteProperty(inner, last)
  else inner[last] = value
}

/** References are told by `第3行 MZ-05`: the place in the list, counted from 1. */
function indexIn(files: Files, file: string, row: string): (string | number)[] {
  const sheet = SHEETS.find(({ file: name }) => `${name}.json` === file)
  const index = Number(/^第(\d+)行/.exec(row)?.[1]) - 1
  return sheet && rowsOf(files[sheet.file], sheet.list)[index] ? [sheet.list, index] : []
}

/** A path in a file as a place in a sheet. */
function placed(
  places: Places,
  file: string,
  fields: readonly PropertyKey[],
  problem: string,
): Problem {
  const [, index, ...rest] = fields.map(String)
  const detail = places.get([file, index, ...rest.slice(0, 2)].join(' '))
  const [place, inside] = detail
    ? [detail, rest.slice(2)]
    : [places.get([file, index].join(' ')), rest]
  const sheet = place?.sheet ?? SHEETS.find((one) => one.file === file)
  const field = (index === undefined || place === undefined ? fields.map(String) : inside).join('.')
  const column = sheet?.columns.find(
    (one) => field === one.field || field.startsWith(`${one.field}.`),
  )
  return {
    sheet: sheet?.name ?? `${file}.json`,
    row: (place ?? places.get(`${file} 0`))?.row ?? null,
    column: column?.title ?? field,
    problem,
  }
}
