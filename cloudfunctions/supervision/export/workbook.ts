/** 办件台账 as a spreadsheet. */
import type { CaseDocument } from '../../core/store/documents/case'
import { REGISTER } from './columns'
import type { Sight } from './columns'
import { sheetFile } from './sheet'
import type { Cell } from './sheet'

export interface Headed {
  /** `办件台账 2026-11-01 至 2026-11-30` */
  readonly title: string
  /** Who took it out, when and why; stands above the table. */
  readonly note: string
}

/** @returns the bytes of an .xlsx. */
export async function registerFile(
  cases: AsyncIterable<CaseDocument>,
  { title, note }: Headed,
  sight: Sight,
): Promise<Buffer> {
  const rows: Cell[][] = []
  for await (const doc of cases) rows.push(REGISTER.map(({ cell }) => harmless(cell(doc, sight))))
  return sheetFile({
    name: '办件台账',
    widths: REGISTER.map(({ width }) => width),
    head: [[title], [note], REGISTER.map((column) => column.title)],
    rows,
  })
}

/**
 * A spreadsheet program takes what begins like this for a formula, at the latest when the sheet is
 * saved as text and opened again (CSV injection, OWASP): an apostrophe in front keeps it text.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell
