/** A sheet as a Word document: one page of A4, large print, plain enough for Word and WPS alike. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import qrcode from 'qrcode-generator'
import { A4, FONT, HALF_POINTS, HEADING_FONT, MARGINS } from '../../core/word/office-style'
import type { Part } from './contents'

const WIDTH = A4.width - MARGINS.left - MARGINS.right
const BODY = 28
const QR_PIXELS = 110
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export async function sheetDocument(
  title: string,
  office: string,
  parts: readonly Part[],
): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      creator: office,
      title,
      styles: { default: { document: { run: { font: FONT, size: BODY } } } },
      sections: [
        {
          properties: { page: { size: A4, margin: MARGINS } },
          children: [heading(title, office), ...parts.flatMap(drawn)],
        },
      ],
    }),
  )
}

const heading = (title: string, office: string) =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [
      new TextRun({ text: office, color: '000000', font: FONT, size: HALF_POINTS.note }),
      new TextRun({
        text: title,
        break: 1,
        bold: true,
        color: '000000',
        font: HEADING_FONT,
        size: HALF_POINTS.title,
      }),
    ],
  })

function drawn(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'text':
      return [words(part.text, part.strong ?? false)]
    case 'table':
      return [
        grid(
          [part.head, ...part.rows].map((row, index) =>
            row.map((text) => [words(text, index === 0)]),
          ),
          part.widths,
          LINE,
        ),
        words(''),
      ]
    case 'number':
      // The empty line keeps it apart from a table below, which Word would draw as one.
      return [grid([numberCells(part.number, part.queryCode)], [72, 28], NO_LINE), words('')]
    case 'signatures':
      return [
        words(''),
        grid(
          [[[words(part.left)], part.right.split('\n').map((line) => words(line))]],
          [55, 45],
          NO_LINE,
        ),
      ]
  }
}

const words = (text: string, bold = false) =>
  new Paragraph({ spacing: { line: 380 }, children: [new TextRun({ text, bold })] })

function numberCells(number: string, queryCode: string | null): Paragraph[][] {
  const large = (label: string, value: string) =>
    new Paragraph({
      spacing: { line: 400 },
      children: [
        new TextRun(label),
        new TextRun({ text: value, bold: true, size: HALF_POINTS.title }),
      ],
    })
  if (queryCode === null) {
    return [
      [large('编号  ', number), words('查询码在收件回执上；找不到就打电话，报姓名和村。')],
      [],
    ]
  }
  return [
    [
      large('编号  ', number),
      large('查询码  ', queryCode),
      words('手机上：小程序里“凭编号查”，扫一扫右边的码。'),
    ],
    [new Paragraph({ alignment: AlignmentType.CENTER, children: [qr(number, queryCode)] })],
  ]
}

/** The same code as on the phone's receipt. */
function qr(number: string, queryCode: string): ImageRun {
  const code = qrcode(0, 'M')
  code.addData(`case:${number}:${queryCode}`, 'Byte')
  code.make()
  const data = Buffer.from(code.createDataURL(6, 0).split(',')[1] ?? '', 'base64')
  return new ImageRun({
    type: 'gif',
    data,
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
    altText: { name: '查询的二维码', title: '查询的二维码', description: '扫了就能查办到哪了' },
  })
}

/** `widths` in hundredths of the text's width. */
function grid(
  rows: readonly (readonly Paragraph[])[][],
  widths: readonly number[],
  line: typeof LINE | typeof NO_LINE,
): Table {
  const twips = widths.map((share) => Math.floor((WIDTH * share) / 100))
  const borders = {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  }
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: twips,
    borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twips[index] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                verticalAlign: VerticalAlign.CENTER,
                children: children.length > 0 ? [...children] : [words('')],
              }),
          ),
        }),
    ),
  })
}
