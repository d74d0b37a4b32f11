/** From the township's files to a workbook that people can fill in. */
import ExcelJS from 'exceljs'
import type { Files, Row } from './decode'
import { get } from './decode'
import { NOTES_SHEET } from './grid'
import { SHEETS } from './sheets'
import type { Sheet } from './sheets'

const INK = 'FF1A6A4A'
const PAPER = 'FFE3EFE6'
const TEXT_FORMAT = '@'
/** Rows that offer their choices before they are filled in. */
const READY_ROWS = 500

const NOTES = [
  '这是一个乡的全部资料，一张表一类。填好以后：npm run township -- import 文件.xlsx 先看有什么不同，加 --apply 才写进去。',
  '每张表第一行是标题，不要改、不要合并；鼠标放在标题上看怎么填。一行一条，不要用公式。',
  '编号是别的表用来认它的：部门、大类、村、人员的编号用小写字母和数字；事项编号像 MZ-05。',
  '“材料”和“流程”一行一样，按“事项编号”归到事项。',
  '少带几张表也行：没有的表保持原样。',
]

export function workbookOf(files: Files): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const notes = workbook.addWorksheet(NOTES_SHEET)
  notes.getColumn(1).width = 110
  for (const note of NOTES) notes.addRow([note]).alignment = { wrapText: true }
  for (const sheet of SHEETS) addSheet(workbook, sheet, rowsOf(sheet, files))
  return workbook
}

/** The rows of a sheet; those of a detail sheet carry the code of the row they belong to. */
export function rowsOf(sheet: Sheet, files: Files): Row[] {
  const file = files[sheet.file]
  if (sheet.list === '') return [file]
  const rows = (file[sheet.list] as Row[] | undefined) ?? []
  const { into, key } = sheet
  if (into === undefined) return rows
  const [name = ''] = key
  return rows.flatMap((row) =>
    ((row[into] as Row[] | undefined) ?? []).map((detail) => ({ ...detail, [name]: row[name] })),
  )
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet, rows: readonly Row[]): void {
  const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map(({ title, field, kind }) => ({
    header: title,
    key: field,
    width: widthOf(title, kind.hint),
    // Text: a phone keeps its leading zero, a code like 1-2 does not become a date.
    style: { numFmt: TEXT_FORMAT, alignment: { wrapText: true, vertical: 'top' } },
  }))
  const head = page.getRow(1)
  head.font = { bold: true, color: { argb: INK } }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: PAPER } }
  for (const [index, { kind }] of sheet.columns.entries()) {
    if (kind.hint !== '') head.getCell(index + 1).note = kind.hint
  }
  for (const row of rows) {
    page.addRow(sheet.columns.map(({ field, kind }) => kind.write(get(row, field)) || null))
  }
  addChoices(page, sheet)
}

function addChoices(page: ExcelJS.Worksheet, { columns }: Sheet): void {
  const last = Math.max(page.rowCount, READY_ROWS)
  // exceljs has ranges of validations, its types do not.
  const { dataValidations } = page as unknown as {
    dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void }
  }
  for (const [index, { kind }] of columns.entries()) {
    if (!kind.choices) continue
    const letter = page.getColumn(index + 1).letter
    dataValidations.add(`${letter}2:${letter}${String(last)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${kind.choices.join(',')}"`],
    })
  }
}

const widthOf = (title: string, hint: string): number =>
  hint.includes('一行') ? 44 : Math.max(12, title.length * 2 + 4)
