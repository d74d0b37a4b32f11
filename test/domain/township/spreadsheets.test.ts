/** Spreadsheets to the township's files and back: nothing lost, nothing misread, nothing half done. */
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { readSeed } from '../../../seed/read'
import { decode } from '../../../tools/township/decode'
import { differenceOf, isSame } from '../../../tools/township/difference'
import { workbookOf } from '../../../tools/township/encode'
import { readFolder } from '../../../tools/township/folder'
import { readGrids } from '../../../tools/township/grid'
import { importFile } from '../../../tools/township/import'
import { MODEL, secondTownship } from '../../support/second-township'

let folder: string
let copies = 0

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sheets-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const place = (name: string): string => path.join(folder, `${String(++copies)}-${name}`)

async function saved(change: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = workbookOf(readFolder(MODEL))
  change(workbook)
  const file = place('全乡.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

const dryRun = (file: string, seed = MODEL) =>
  importFile({ file, seed, model: MODEL, edition: '2026.12', apply: false })

/** A cell by its heading. */
function cell(workbook: ExcelJS.Workbook, sheet: string, row: number, title: string): ExcelJS.Cell {
  const page = workbook.getWorksheet(sheet)
  if (!page) throw new Error(`no sheet ${sheet}`)
  return page.getRow(row).getCell((page.getRow(1).values as string[]).indexOf(title))
}

test('out and in again: nothing is lost and nothing is different', async () => {
  const before = readFolder(MODEL)
  const { grids, problems } = await readGrids(await saved(() => undefined))
  expect(problems).toEqual([])
  const { files, problems: wrong } = decode(grids, before)
  expect(wrong).toEqual([])
  expect(differenceOf(before, files).every(isSame)).toBe(true)
  // An empty note and no note are one and the same in a cell.
  const plain = (value: unknown) => JSON.stringify(value).replaceAll('"note":""', '"note":null')
  expect(plain(files)).toBe(plain(before))
})

test('the difference is told first; only --apply writes, and all of it', async () => {
  const seed = await secondTownship()
  const workbook = workbookOf(readFolder(seed))
  cell(workbook, '事项', 2, '承诺工作日').value = 4
  workbook
    .getWorksheet('村')
    ?.addRow([
      ...['q3', '新村', '否', '9', '新村村部', '0700-5550203', '天天', '', '', '是', 'st-a1'],
      ...Array.from({ length: 8 }, () => '是'),
    ])
  const file = place('改.xlsx')
  await workbook.xlsx.writeFile(file)
  const tried = await dryRun(file, seed)
  expect(tried.lines).toEqual(
    expect.arrayContaining(['    MZ-05：承诺工作日 6 → 4', '    q3', '村：', '  新增1：']),
  )
  expect(readSeed(seed).items.items[0]?.commitDays).toBe(6)
  await importFile({ file, seed, model: MODEL, edition: '2027.01', apply: true })
  const { items, villages } = readSeed(seed)
  expect([items.version, items.items[0]?.commitDays]).toEqual(['2027.01', 4])
  expect(villages.villages).toHaveLength(3)
  expect(existsSync(`${seed}.new`) || existsSync(`${seed}.old`)).toBe(false)
})

test('one table alone, as GBK text: the rest stays as it is', async () => {
  const seed = await secondTownship()
  const file = path.join(path.dirname(place('x')), '户.csv')
  // "村编号,户号,组,户主" and a row, as a Chinese spreadsheet program writes them.
  const gbk = 'b4e5b1e0bac52cbba7bac52cd7e92cbba7d6f70a71312c3030392cd2bbd7e92ccaafbcd20a'
  writeFileSync(file, Buffer.from(gbk, 'hex'))
  const { done } = await importFile({ file, seed, model: MODEL, edition: '2026.12', apply: true })
  expect(done).toBe(true)
  expect(readSeed(seed).households.households).toEqual([
    { village: 'q1', no: '009', group: '一组', head: '石家' },
  ])
  expect(readSeed(seed).items.items).toHaveLength(2)
})

test('dates however people write them', async () => {
  const file = await saved((workbook) => {
    const page = workbook.getWorksheet('节假日')
    for (const value of ['2027年1月1日', '2027/1/2', 46390, new Date('2027-01-04T00:00:00Z')]) {
      page?.addRow([value, '是', '元旦'])
    }
  })
  const { lines } = await dryRun(file)
  const added = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => `    ${day}`)
  expect(lines).toEqual(expect.arrayContaining(added))
})

describe('what is wrong is named by sheet, row and column, and nothing is written', () => {
  test.each<[string, (workbook: ExcelJS.Workbook) => void, string]>([
    [
      'merged cells',
      (w) => w.getWorksheet('村')?.mergeCells('A2:A4'),
      '表“村”第2行：A2:A4 是合并的格子。取消合并，每一格都填上',
    ],
    [
      'a formula',
      (w) => (cell(w, '事项', 5, '承诺工作日').value = { formula: '1+1', result: 2 }),
      '表“事项”第5行“承诺工作日”：是公式，不能导入。复制，再“粘贴为数值”',
    ],
    [
      'a text for a number',
      (w) => (cell(w, '事项', 5, '承诺工作日').value = '十天'),
      '表“事项”第5行“承诺工作日”：“十天”不是整数，写 0、5、20 这样',
    ],
    [
      'a word that is none of the choices',
      (w) => (cell(w, '事项', 3, '方式').value = '网上办'),
      '表“事项”第3行“方式”：“网上办”不行，只能写：乡村直接办、窗口代办、联合审批、帮您预约、咨询',
    ],
    [
      'a code twice',
      (w) => (cell(w, '村', 5, '编号').value = 'v01'),
      '表“村”第5行“编号”：和前面的重复',
    ],
    [
      'the code of a matter twice',
      (w) => (cell(w, '事项', 5, '编号').value = cell(w, '事项', 2, '编号').value),
      '表“事项”第5行“编号”：和前面的重复',
    ],
    [
      'the number of a house twice',
      (w) => {
        for (const group of ['一组', '二组']) {
          w.getWorksheet('户')?.addRow(['v01', '0099', group, ''])
        }
      },
      '“户号”：和前面的重复',
    ],
    [
      'a number of a house that became a day',
      (w) => {
        const row = w.getWorksheet('户')?.addRow(['v01', '', '一组', ''])
        if (row) row.getCell(2).numFmt = 'm"月"d"日"'
        if (row) row.getCell(2).value = new Date('2026-03-05T00:00:00Z')
      },
      '“户号”：被表格软件当成日子了。把这一格设成文本，照原样再写一次',
    ],
    [
      'the same sheet twice',
      (w) => w.addWorksheet('村 ').addRow(['编号']),
      '表“村”：这张表有两张，只留一张',
    ],
    [
      'a formula that is filled down, though its result is a word',
      (w) => {
        cell(w, '部门', 2, '管什么').value = {
          formula: 'B2',
          result: '低保',
          ref: 'D2:D3',
        } as never
        cell(w, '部门', 3, '管什么').value = { sharedFormula: 'D2', result: '社保' }
      },
      '表“部门”第3行“管什么”：是公式，不能导入',
    ],
    [
      'degrees, minutes and seconds',
      (w) => (cell(w, '村', 6, '村室纬度').value = '29°34′48″'),
      '表“村”第6行“村室纬度”：“29°34′48″”不是度数，写 29.5801 这样，不写度分秒',
    ],
    [
      'latitude and longitude the wrong way round',
      (w) => (cell(w, '村', 6, '村室纬度').value = 111.38),
      '表“村”第6行“村室纬度”：纬度在 3 到 54 之间，看看是不是和经度写反了',
    ],
    [
      'a latitude alone',
      (w) => (cell(w, '村', 6, '村室经度').value = null),
      '表“村”第6行“村室经度”：纬度和经度要一起填，或者都空着',
    ],
    [
      'a longitude alone, of the hall',
      (w) => (cell(w, '乡', 2, '大厅纬度').value = null),
      '表“乡”第2行“大厅纬度”：纬度和经度要一起填，或者都空着',
    ],
    [
      'a material of a matter that is not there',
      (w) => (cell(w, '材料', 7, '事项编号').value = 'XX-99'),
      '表“材料”第7行“事项编号”：没有编号是“XX-99”的事项',
    ],
    [
      'an empty name in a detail',
      (w) => (cell(w, '材料', 9, '名称').value = null),
      '表“材料”第9行“名称”：不能空着',
    ],
    [
      'a department that is not there',
      (w) => (cell(w, '事项', 8, '部门编号').value = 'none'),
      '表“事项”第8行“部门编号”：没有“none”',
    ],
    [
      'a day that is none',
      (w) => (cell(w, '节假日', 4, '日子').value = '2026-02-30'),
      '表“节假日”第4行“日子”：“2026-02-30”不是日子，写 2026-10-01 这样',
    ],
    [
      'a sheet of another name',
      (w) => {
        const page = w.getWorksheet('问答')
        if (page) page.name = '常见问题'
      },
      '表“常见问题”：没有这张表',
    ],
    [
      'a heading that was changed',
      (w) => (cell(w, '部门', 1, '电话').value = '联系电话'),
      '表“部门”第1行“电话”：少了这一列',
    ],
    [
      'an error of the spreadsheet',
      (w) => (cell(w, '部门', 3, '电话').value = { error: '#REF!' }),
      '表“部门”第3行“电话”：是错误值 #REF!，请改成字',
    ],
    [
      'a phone with letters',
      (w) => (cell(w, '乡', 2, '监督电话').value = '12345转2'),
      '表“乡”第2行“监督电话”：电话只能有数字、空格和横杠',
    ],
  ])('%s', async (_what, change, sentence) => {
    const { lines, done } = await dryRun(await saved(change))
    expect(done).toBe(false)
    expect(lines.join('\n')).toContain(sentence)
  })

  test('a wrong row keeps the right ones out', async () => {
    const seed = await secondTownship()
    const before = readFileSync(path.join(seed, 'items.json'), 'utf8')
    const workbook = workbookOf(readFolder(seed))
    cell(workbook, '事项', 2, '承诺工作日').value = 4
    cell(workbook, '事项', 3, '承诺工作日').value = '很快'
    const file = place('一半.xlsx')
    await workbook.xlsx.writeFile(file)
    const { done } = await importFile({ file, seed, model: MODEL, edition: '2027.01', apply: true })
    expect(done).toBe(false)
    expect(readFileSync(path.join(seed, 'items.json'), 'utf8')).toBe(before)
  })
})

describe('files that are no spreadsheet', () => {
  const file = (bytes: Uint8Array, type = 'xlsx'): string => {
    const name = place(`坏.${type}`)
    writeFileSync(name, bytes)
    return name
  }

  test.each<[string, () => string | Promise<string>, string]>([
    ['one that is not there', () => place('没有.xlsx'), '没有这个文件'],
    [
      'one of 50 MB',
      () => {
        const name = file(new Uint8Array(1))
        truncateSync(name, 50 * 1024 * 1024)
        return name
      },
      '文件有50 MB，最多10 MB',
    ],
    [
      'text of 50 MB',
      () => {
        const name = file(new Uint8Array(1), 'csv')
        truncateSync(name, 50 * 1024 * 1024)
        return name
      },
      '文件有50 MB，最多10 MB',
    ],
    [
      'a spreadsheet with the name of text',
      async () => file(readFileSync(await saved(() => undefined)), 'csv'),
      '这个 .csv 里不是能认的文字',
    ],
    [
      'text as Windows calls Unicode',
      () => file(Buffer.from('\ufeff编号,名称\n', 'utf16le'), 'csv'),
      '另存为 .xlsx 再导入',
    ],
    ['text that is no table of ours', () => file(Buffer.from('甲,乙\n1,2\n'), 'csv'), '没有这张表'],
    [
      'more rows than a township has',
      () => file(Buffer.from(`村编号\n${'v01\n'.repeat(60_002)}`), 'csv'),
      '超过60000行，分成几个文件再导入',
    ],
    ['text with another name', () => file(Buffer.from('编号,名称')), '这不是 .xlsx 表格'],
    ['an old or locked one', () => file(Buffer.from('d0cf11e0a1b11ae1', 'hex')), '这是旧的 .xls'],
    ['a zip of something else', () => file(zipSync({ 'a.txt': Buffer.from('a') })), '一张表也没有'],
    [
      'half of one',
      async () => file(readFileSync(await saved(() => undefined)).subarray(0, 5000)),
      '打不开',
    ],
    [
      'one that unfolds to hundreds of MB',
      () => file(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(130 * 1024 * 1024) })),
      '展开太大',
    ],
  ])('%s', async (_what, make, sentence) => {
    const name = await make()
    const said = await dryRun(name).then(
      ({ lines }) => lines.join('\n'),
      (error: unknown) => (error as Error).message,
    )
    expect(said).toContain(sentence)
  })
})

test('a hundred thousand empty rows are nothing, with or without blanks in them', async () => {
  const file = await saved((workbook) => {
    const page = workbook.getWorksheet('村')
    for (let row = 100; row < 100_100; row++) {
      if (!page) return
      if (row % 2 === 0) page.getRow(row).height = 15
      else page.getRow(row).getCell(2).value = '　 '
    }
  })
  expect((await dryRun(file)).lines[0]).toBe('和现在的一样，没有要改的。')
})
