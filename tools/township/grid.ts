/** Reads a spreadsheet into plain text, and refuses what would be misread. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'

/** A row of text by heading; `at` is its number in the spreadsheet. */
export interface GridRow {
  readonly at: number
  readonly cells: ReadonlyMap<string, string>
  /** Headings of the cells that the spreadsheet holds as days, also what was meant as a number. */
  readonly days: ReadonlySet<string>
}

export interface Grid {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly GridRow[]
}

export interface Problem {
  readonly sheet: string
  /** Null for the sheet or file as a whole. */
  readonly row: number | null
  readonly column: string
  readonly problem: string
}

/** The file cannot be read at all. The message says what to do about it. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
}

export const MOST_BYTES = 10 * 1024 * 1024
/** What 10 MB may unfold to; empty formatted rows and bombs unfold to more. */
const MOST_UNPACKED = 120 * 1024 * 1024
const MOST_ROWS = 60_000

/** Explanations for people. */
export const NOTES_SHEET = '说明'

export interface Read {
  readonly grids: readonly Grid[]
  readonly problems: readonly Problem[]
}

/** @throws FileProblem */
export async function readGrids(file: string): Promise<Read> {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new FileProblem(`没有这个文件：${file}`)
  if (size > MOST_BYTES) {
    const shown = String(Math.round(size / 1024 / 1024))
    throw new FileProblem(`文件有${shown} MB，最多10 MB。删掉图片和空行，或者分成几个文件再导入。`)
  }
  const bytes = readFileSync(file)
  if (/\.csv$/i.test(file)) return readCsv(path.basename(file).replace(/\.csv$/i, ''), bytes)
  refuseOtherFormats(bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  } catch {
    throw new FileProblem('这个文件打不开，可能坏了。用表格软件打开，另存为 .xlsx 再导入。')
  }
  const sheets = workbook.worksheets.filter(({ name }) => name.trim() !== NOTES_SHEET)
  const read = sheets.map(readSheet)
  return {
    grids: read.map(({ grid }) => grid),
    problems: read.flatMap(({ problems }) => problems),
  }
}

function refuseOtherFormats(bytes: Buffer): void {
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new FileProblem('这是旧的 .xls，或者加了密码。去掉密码，另存为 .xlsx 再导入。')
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    throw new FileProblem('这不是 .xlsx 表格。用表格软件另存为 .xlsx 再导入。')
  }
  let unpacked = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        return false
      },
    })
  } catch {
    throw new FileProblem('这个文件打不开，可能没传完。重新保存一次再导入。')
  }
  if (unpacked > MOST_UNPACKED) {
    throw new FileProblem('表格里空行或格式太多，展开太大。只留有字的行，粘贴到新表里再导入。')
  }
}

/** GBK is what spreadsheet programs in Chinese write unless they are told otherwise. */
async function readCsv(name: string, bytes: Buffer): Promise<Read> {
  const workbook = new ExcelJS.Workbook()
  const sheet = await workbook.csv.read(Readable.from([decoded(bytes)]), {
    map: (value: unknown) => value,
  })
  sheet.name = name
  const { grid, problems } = readSheet(sheet)
  return { grids: [grid], problems }
}

function decoded(bytes: Buffer): string {
  // UTF-16 (“Unicode 文本”) and whatever is no text at all.
  if (bytes.includes(0)) {
    throw new FileProblem('这个 .csv 里不是能认的文字。用表格软件打开，另存为 .xlsx 再导入。')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function readSheet(sheet: ExcelJS.Worksheet): { grid: Grid; problems: Problem[] } {
  const name = sheet.name.trim()
  const problems: Problem[] = mergedRanges(sheet).map((range) => ({
    sheet: name,
    row: Number(/\d+/.exec(range)?.[0] ?? 1),
    column: '',
    problem: `${range} 是合并的格子。取消合并，每一格都填上`,
  }))
  const titles: string[] = []
  const rows: GridRow[] = []
  const told = (row: number, column: string, problem: string): void => {
    problems.push({ sheet: name, row, column, problem })
  }
  sheet.eachRow({ includeEmpty: false }, (row, at) => {
    if (rows.length > MOST_ROWS) return
    const cells = new Map<string, string>()
    const days = new Set<string>()
    row.eachCell({ includeEmpty: false }, (cell, index) => {
      const title = titles[index] ?? ''
      const { text, problem } = textOf(cell.value)
      if (cell.value instanceof Date) days.add(title)
      if (problem !== '') told(at, title, problem)
      if (text === '') return
      if (at === 1) titles[index] = text
      else if (title !== '') cells.set(title, text)
      else told(at, `第${String(index)}列`, `“${text.slice(0, 20)}”上面没有标题`)
    })
    if (at > 1 && cells.size > 0) rows.push({ at, cells, days })
  })
  if (rows.length > MOST_ROWS) told(MOST_ROWS, '', `超过${String(MOST_ROWS)}行，分成几个文件再导入`)
  return { grid: { name, titles: titles.filter(Boolean), rows }, problems }
}

const mergedRanges = (sheet: ExcelJS.Worksheet): readonly string[] =>
  (sheet.model as unknown as { merges?: readonly string[] }).merges ?? []

const sentence = (text: string) => ({ text: text.normalize('NFC').trim(), problem: '' })
const wrong = (problem: string) => ({ text: '', problem })

function textOf(value: ExcelJS.CellValue): { text: string; problem: string } {
  if (value === null || value === undefined) return sentence('')
  if (typeof value === 'string') return sentence(value)
  if (typeof value === 'number') return sentence(String(value))
  if (typeof value === 'boolean') return sentence(value ? '是' : '否')
  if (value instanceof Date) {
    return Number.isNaN(+value) ? wrong('日子不对') : sentence(value.toISOString().slice(0, 10))
  }
  if ('formula' in value || 'sharedFormula' in value) {
    return wrong('是公式，不能导入。复制，再“粘贴为数值”')
  }
  if ('error' in value) return wrong(`是错误值 ${value.error}，请改成字`)
  if ('richText' in value) return sentence(value.richText.map(({ text }) => text).join(''))
  if ('hyperlink' in value) return textOf(value.text)
  return wrong('这一格的内容认不出来，请改成字')
}
