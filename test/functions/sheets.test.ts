/** 收件回执 and 一次性补正告知书, as they come out of the printer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, newRequest, OTHER_VILLAGER, TUESDAY, VILLAGER, WINDOW } from '../support/people'
import { submit } from '../support/steps'
import type { Receipt } from '../support/steps'
import { unzip } from '../support/unzip'
import { PHOTO } from '../support/photos'

let cloud: LocalCloud
let receipt: Receipt

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  receipt = await submit(cloud)
})
afterAll(() => cloud.stop())

/** The words of the document in their order, and its pictures. */
async function printed(openid: string, kind: 'receipt' | 'supplement', id = receipt.id) {
  const { name, content } = await cloud.ok<Output<'case', 'sheet'>>(openid, 'case.sheet', {
    id,
    kind,
  })
  const file = Buffer.from(content, 'base64')
  // To be looked at: SHEETS=/tmp npx jest test/functions/sheets.test.ts
  if (process.env.SHEETS) writeFileSync(join(process.env.SHEETS, `${kind}-${openid}.docx`), file)
  const parts = unzip(file)
  const xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
  const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, word]) => word).join('\n')
  return { name, text, pictures: [...parts.keys()].filter((part) => part.endsWith('.gif')) }
}

test('the receipt: when, what was given, number and code, by when, whom to ask', async () => {
  const { name, text, pictures } = await printed(VILLAGER, 'receipt')
  expect(name).toBe('收件回执.docx')
  expect(text).toContain('覃大旺：')
  expect(text).toContain('“临时救助”，2026年11月24日收下了')
  expect(text).toContain(receipt.number)
  expect(text).toContain(receipt.queryCode)
  expect(text).toMatch(/居民身份证\n还没交/)
  expect(text).toMatch(/承诺\d+个工作日，从受理的第二天算起/)
  expect(text).toMatch(/问谁：民政办 .*监督电话/)
  expect(pictures).toHaveLength(1)
  // Neither phone nor village nor anything else about the person.
  expect(text).not.toMatch(/\b1\d{10}\b|undefined|null|NaN/)
})

test('the notice: not before there is one; then the whole list with every reason', async () => {
  expect(await cloud.code(VILLAGER, 'case.sheet', { id: receipt.id, kind: 'supplement' })).toBe(
    'ACTION_NOT_ALLOWED',
  )
  await cloud.ok(CADRE, 'case.notifySupplement', {
    id: receipt.id,
    requestId: newRequest(),
    missing: [
      { key: 'id-card', reason: '照片是糊的，看不清号码' },
      { key: 'more-x', name: '村里开的居住证明', reason: '写明住了几年，村里盖章' },
    ],
  })
  const { name, text, pictures } = await printed(VILLAGER, 'supplement')
  expect(name).toBe('一次性补正告知书.docx')
  expect(text).toContain('差下面2样。一次说全了')
  expect(text).toMatch(/1\n居民身份证\n照片是糊的，看不清号码\n☐\n2\n村里开的居住证明/)
  expect(text).toMatch(/2026年\d+月\d+日前补来。/)
  expect(text).toContain('行政许可法》第三十二条')
  expect(pictures).toHaveLength(1)
})

test('what was brought since is ticked, and stays on the list', async () => {
  await cloud.ok(VILLAGER, 'case.supplement', {
    id: receipt.id,
    requestId: newRequest(),
    materials: [{ key: 'id-card', fileId: PHOTO }],
  })
  const { text } = await printed(VILLAGER, 'supplement')
  expect(text).toMatch(/居民身份证\n照片是糊的，看不清号码\n☑/)
  expect(text).toMatch(/写明住了几年，村里盖章\n☐/)
})

test('whoever did not receive it prints it without the query code', async () => {
  const { text, pictures } = await printed(WINDOW, 'supplement')
  expect(text).toContain(receipt.number)
  expect(text).not.toContain(receipt.queryCode)
  expect(text).toContain('查询码在收件回执上')
  expect(pictures).toEqual([])
})

test('the clerk who received it at the counter prints the code for who has no phone', async () => {
  const { case: taken } = await cloud.ok<Output<'case', 'intake'>>(CADRE, 'case.intake', {
    code: 'MZ-05',
    requestId: newRequest(),
    applicant: { name: '龚桂香', villageId: 'v01', contact: { by: 'agent' } },
    materials: [{ key: 'hukou' }],
  })
  const { text } = await printed(CADRE, 'receipt', taken.id)
  expect(text).toContain(taken.queryCode)
  expect(text).toMatch(/户口本\n收了\n/)
})

test('it is nobody else’s to print', async () => {
  expect(await cloud.code(OTHER_VILLAGER, 'case.sheet', { id: receipt.id, kind: 'receipt' })).toBe(
    'NOT_FOUND',
  )
})
