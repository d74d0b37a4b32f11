/** 台账导出: read back as the person who opens it does; masked, unless right and reason are there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import type { ExportDocument } from '../../cloudfunctions/core/store/documents/export'
import { harmless } from '../../cloudfunctions/supervision/export/workbook'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { LEADER, newRequest, SUPERVISOR, TUESDAY, VILLAGER } from '../support/people'
import { submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin
let number: string

const SPAN = { from: '2026-11-01', to: '2026-11-30' }
const REASON = '县纪委核查要原始名单'

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  ;({ number } = await submit(cloud))
  await cloud.ok(VILLAGER, 'case.submit', {
    code: 'MZ-05',
    applicant: { name: '=cmd|calc', contact: { by: 'phone', phone: '13800001234' } },
    materials: [],
    requestId: newRequest(),
  })
})
afterAll(() => cloud.stop())

type Made = Output<'supervision', 'exportMatters'>

const take = (openid: string, more: object = {}) =>
  cloud.ok<Made>(openid, 'supervision.exportMatters', {
    ...SPAN,
    requestId: newRequest(),
    ...more,
  })

/** The cells of the table, row by row; the first rows say what it is. */
async function read(url: string): Promise<ExcelJS.CellValue[][]> {
  const workbook = new ExcelJS.Workbook()
  const bytes = await (await fetch(url)).arrayBuffer()
  await workbook.xlsx.load(bytes)
  const rows: ExcelJS.CellValue[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as ExcelJS.CellValue[]).slice(1))
  })
  return rows
}

describe('a leader', () => {
  test('gets the register with names and phones masked, and a line that says so', async () => {
    const { url, name, rows } = await take(LEADER)
    expect([name, rows]).toEqual(['办件台账 2026-11-01 至 2026-11-30.xlsx', 2])
    const [title, note, head, ...table] = await read(url)
    expect(title).toEqual(['办件台账 2026-11-01 至 2026-11-30'])
    expect(note?.[0]).toMatch(/导出。姓名和电话已遮住。$/)
    expect(head).toEqual(expect.arrayContaining(['编号', '事项', '申请人', '最晚']))
    expect(table).toHaveLength(2)
    const text = JSON.stringify(table)
    expect(text).toContain(number)
    expect(text).toContain('138****1234')
    expect(text).not.toMatch(/覃建国|13800001234|cmd/)
  })

  test('does not get them in full, whatever the reason', async () => {
    const full = { ...SPAN, reason: REASON, requestId: newRequest() }
    expect(await cloud.code(LEADER, 'supervision.exportMatters', full)).toBe('FORBIDDEN')
  })
})

describe('the supervisor', () => {
  test('gets them in full with a reason, which is kept and stands in the file', async () => {
    const { url } = await take(SUPERVISOR, { reason: REASON })
    const [, note, , ...table] = await read(url)
    expect(note?.[0]).toContain(REASON)
    expect(JSON.stringify(table)).toContain('13800001234')
    const { exports } = await cloud.ok<Output<'supervision', 'exported'>>(
      SUPERVISOR,
      'supervision.exported',
    )
    expect(exports[0]).toMatchObject({ reason: REASON, rows: 2, from: SPAN.from })
  })

  test('has to write more than a word', async () => {
    const short = { ...SPAN, reason: '要', requestId: newRequest() }
    expect(await cloud.code(SUPERVISOR, 'supervision.exportMatters', short)).toBe('INVALID_INPUT')
  })

  test('what a spreadsheet would take for a formula is text', async () => {
    const { url } = await take(SUPERVISOR, { reason: REASON })
    const cells = (await read(url)).flat()
    expect(cells).toContain("'=cmd|calc")
    // Neither a formula nor anything else that a program works out.
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])
  })
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  '%j is put out of action',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  },
)

test.each([
  ['backwards', { from: '2026-11-30', to: '2026-11-01' }],
  ['longer than a year', { from: '2025-01-01', to: '2026-11-01' }],
  ['no day at all', { from: '2026-02-30', to: '2026-11-01' }],
])('a span that is %s is refused', async (_what, span) => {
  const input = { ...span, requestId: newRequest() }
  expect(await cloud.code(LEADER, 'supervision.exportMatters', input)).toBe('INVALID_INPUT')
})

test('the same request twice is one entry; after an hour the file is gone, the entry stays', async () => {
  const requestId = newRequest()
  const { url } = await take(LEADER, { requestId })
  await take(LEADER, { requestId })
  const before = await admin.find<ExportDocument>('exports', {})
  expect(before.filter(({ fileId }) => fileId === null)).toEqual([])
  await cloud.clock('61m')
  await cloud.tick()
  const after = await admin.find<ExportDocument>('exports', {})
  expect(after.map(({ fileId }) => fileId)).toEqual(before.map(() => null))
  expect((await fetch(url)).ok).toBe(false)
})
