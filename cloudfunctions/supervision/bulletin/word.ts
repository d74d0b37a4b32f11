/**
 * 通报的 Word 文档: title, text, two tables, corrections. Plain enough that Word, WPS and LibreOffice
 * show the same.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { ratesOf, ratingIndicators } from '../../core/domain/bulletin/figures'
import type { Figures } from '../../core/domain/bulletin/figures'
import type { Row } from '../../core/domain/bulletin/table'
import { oneDecimal, percent, READING_NOTE } from '../../core/domain/bulletin/text'
import { A4, FONT, HALF_POINTS, HEADING_FONT, MARGINS } from '../../core/word/office-style'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import { businessDate, spokenDate, wallTime } from '../../../miniprogram/shared/dates'
import { sectionsOf } from './view'

/** Smaller than text: thirteen columns must fit. */
const CELL_HALF_POINTS = 18
/** Exact, so that a table of a township fills one page whatever font the computer has. */
const CELL_LINE = 220
/** Rows that go along when the total would stand alone on the next page. */
const ROWS_WITH_TOTAL = 3
/** Two characters of text. */
const INDENT = 640
/** The room between the margins when A4 lies on its side. */
const TABLE_WIDTH = A4.height - MARGINS.left - MARGINS.right

/** 20 columns at most, so that it can be read on paper. */
const COLUMNS: readonly { readonly head: string; readonly cell: (figures: Figures) => string }[] = [
  { head: '受理', cell: ({ accepted }) => count(accepted) },
  { head: '代办', cell: ({ proxy }) => count(proxy) },
  { head: '预约', cell: ({ booked }) => count(booked) },
  { head: '按约', cell: ({ kept }) => count(kept) },
  { head: '办结', cell: ({ completed }) => count(completed) },
  { head: '按时', cell: ({ onTime }) => count(onTime) },
  { head: '平均办理', cell: (figures) => average(figures, 'handleDays') },
  { head: '平均承诺', cell: (figures) => average(figures, 'commitDays') },
  { head: '交件起平均', cell: (figures) => average(figures, 'totalDays') },
  { head: '补正', cell: ({ supplements }) => count(supplements) },
  { head: '二次', cell: ({ secondNotices }) => count(secondNotices) },
  { head: '拦下', cell: ({ blockedNotices }) => count(blockedNotices) },
  { head: '预警', cell: ({ warnings }) => count(warnings) },
  { head: '评价', cell: (figures) => count(ratingIndicators(figures).rated) },
  { head: '满意率', cell: (figures) => goodShare(figures) },
  { head: '没答复', cell: ({ unanswered }) => count(unanswered) },
  { head: '走访', cell: ({ visits }) => count(visits) },
  { head: '代跑', cell: ({ errands }) => count(errands) },
  { head: '自己跑', cell: ({ trips }) => count(trips) },
]

const COLUMN_NOTE =
  '“二次”是写明原因、监督看过的第二次补材料告知，“拦下”是没有原因的；“代跑”是代办员和干部替群众跑的趟数，“自己跑”是群众为办事到柜台的趟数。'

const count = (n: number): string => String(n)

/** Starred where so few matters stand behind it that it says nothing. */
function average(figures: Figures, key: 'handleDays' | 'commitDays' | 'totalDays'): string {
  const rates = ratesOf(figures)
  const value = rates[key]
  return value === null ? '—' : `${oneDecimal(value)}${rates.few ? '＊' : ''}`
}

function goodShare(figures: Figures): string {
  const { few, rated, goodShare: share } = ratingIndicators(figures)
  if (rated === 0) return '—'
  return few || share === null ? '不单列' : percent(share)
}

export async function bulletinDocument(doc: BulletinDocument): Promise<Buffer> {
  const { title, table, state } = doc
  const document = new Document({
    creator: '便民服务站',
    title,
    styles: { default: { document: { run: { font: FONT, size: HALF_POINTS.text } } } },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        footers: { default: pageNumbers() },
        children: [
          heading(title, HeadingLevel.TITLE),
          centred(state === 'draft' ? '（初稿，没有公布）' : publishedLine(doc)),
          ...sectionsOf(doc).flatMap((section) => [
            heading(section.title, HeadingLevel.HEADING_1),
            ...section.text.split('\n').map(paragraph),
          ]),
          ...corrections(doc),
        ],
      },
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: MARGINS,
          },
        },
        footers: { default: pageNumbers() },
        children: [
          heading('附表一：各部门', HeadingLevel.HEADING_1),
          // Above the tables: the second one fills its page, and a line alone on the next is lost.
          note(`${READING_NOTE}${COLUMN_NOTE}`),
          tableOf('部门', table.departments, table.total),
          heading('附表二：各村', HeadingLevel.HEADING_1, true),
          tableOf('村', table.villages, table.total),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const publishedLine = ({ publishedAt, publishedBy }: BulletinDocument): string =>
  publishedAt ? `${spokenDate(businessDate(publishedAt))}公布，${publishedBy ?? ''}` : ''

const heading = (
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  pageBreakBefore = false,
) => {
  const isTitle = level === HeadingLevel.TITLE
  return new Paragraph({
    heading: level,
    pageBreakBefore,
    keepNext: true,
    alignment: isTitle ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 240, after: 120 },
    children: [
      new TextRun({
        text,
        bold: true,
        color: '000000',
        font: HEADING_FONT,
        size: isTitle ? HALF_POINTS.title : HALF_POINTS.heading,
      }),
    ],
  })
}

const paragraph = (text: string) =>
  new Paragraph({
    indent: { firstLine: INDENT },
    spacing: { line: 480 },
    children: [new TextRun(text)],
  })

const centred = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, size: HALF_POINTS.note })],
  })

const note = (text: string) =>
  new Paragraph({
    spacing: { before: 80, after: 160 },
    children: [new TextRun({ text, size: HALF_POINTS.note })],
  })

function corrections({ addenda, hash }: BulletinDocument): Paragraph[] {
  const said = addenda.map(({ at, byName, text }) =>
    paragraph(`${spokenDate(businessDate(at))} ${wallTime(at)}，${byName}：${text}`),
  )
  return [
    ...(said.length > 0 ? [heading('更正', HeadingLevel.HEADING_1), ...said] : []),
    ...(hash ? [note(`公布时的指纹：${hash}`)] : []),
  ]
}

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: HALF_POINTS.note }),
        ],
      }),
    ],
  })

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NAME_SHARE = 0.16

function tableOf(head: string, rows: readonly Row[], total: Figures): Table {
  const name = Math.round(TABLE_WIDTH * NAME_SHARE)
  const width = Math.floor((TABLE_WIDTH - name) / COLUMNS.length)
  const widths = [name, ...COLUMNS.map(() => width)]
  const row = (cells: readonly string[], { isHead = false, keepNext = false } = {}) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) =>
        cell(text, {
          width: widths[index] ?? width,
          left: index === 0 && !isHead,
          isHead,
          keepNext,
        }),
      ),
    })
  const entries = [...rows, { id: 'all', name: '合计', figures: total }]
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      row([head, ...COLUMNS.map((column) => column.head)], { isHead: true }),
      ...entries.map((entry, index) =>
        row([entry.name, ...COLUMNS.map((column) => column.cell(entry.figures))], {
          keepNext: index >= rows.length - ROWS_WITH_TOTAL && index < rows.length,
        }),
      ),
    ],
  })
}

interface CellLook {
  readonly width: number
  readonly left: boolean
  readonly isHead: boolean
  readonly keepNext: boolean
}

const cell = (text: string, { width, left, isHead, keepNext }: CellLook) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 40, right: 40, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        keepNext,
        spacing: { line: CELL_LINE, lineRule: LineRuleType.EXACT },
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text, bold: isHead, size: CELL_HALF_POINTS })],
      }),
    ],
  })
