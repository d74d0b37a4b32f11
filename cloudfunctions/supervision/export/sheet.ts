/**
 * One sheet as .xlsx (ECMA-376, SpreadsheetML): text and numbers, a frozen head, widths. Written by
 * hand because a library for it would be as large as the whole function and slow every cold start;
 * every text is an inline string, so that nothing can become a formula.
 */
import { strToU8, zipSync } from 'fflate'

export type Cell = string | number | null

export interface SheetContent {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  /** Rows that stay when one scrolls; bold. */
  readonly head: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Places in `cellXfs` of the styles; format 49 is text. */
const STYLE = { plain: 0, text: 1, bold: 2 } as const

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" fontId="1" numFmtId="49" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

/** What XML 1.0 cannot hold is left out: control characters, halves of pairs. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<"]/g, (sign) => ENTITIES[sign] ?? sign)

/** `A`, `Z`, `AA` */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

function cellXml(cell: Cell, place: string, bold: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    return `<c r="${place}" s="${String(STYLE.plain)}"><v>${String(cell)}</v></c>`
  }
  const style = String(bold ? STYLE.bold : STYLE.text)
  const text = `<is><t xml:space="preserve">${escaped(cell)}</t></is>`
  return `<c r="${place}" s="${style}" t="inlineStr">${text}</c>`
}

function rowXml(row: readonly Cell[], index: number, headRows: number): string {
  const n = String(index + 1)
  const cells = row.map((cell, column) => cellXml(cell, letters(column) + n, index < headRows))
  return `<row r="${n}">${cells.join('')}</row>`
}

function sheetXml({ widths, head, rows }: SheetContent): string {
  const columns = widths.map((width, index) => {
    const n = String(index + 1)
    return `<col min="${n}" max="${n}" width="${String(width)}" customWidth="1"/>`
  })
  const below = String(head.length + 1)
  const frozen = `<pane ySplit="${String(head.length)}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/>`
  const data = [...head, ...rows].map((row, index) => rowXml(row, index, head.length))
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`
}

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`

/** @returns the bytes of the file. */
export function sheetFile(content: SheetContent): Buffer {
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(content.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(content),
  }
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(XML + xml)] as const)
  return Buffer.from(zipSync(Object.fromEntries(files)))
}
