/** 目录: drafts, editions with a day and a difference, what is blocked, what the phones are told. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Input, Output } from '../../typings/wire'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { ItemRecord } from '../../cloudfunctions/core/store/documents/edition'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { APPLICANT } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

type Change = Input<'office', 'saveItem'>['change']
const save = (code: string, change: Change, isNew = false) =>
  cloud.ok<Output<'office', 'saveItem'>>(ADMIN, 'office.saveItem', {
    code,
    change,
    isNew,
    requestId: newRequest(),
  })
const publish = (code: string, more: object = {}) =>
  cloud.ok<Output<'office', 'publishItem'>>(ADMIN, 'office.publishItem', {
    code,
    note: '政策变了',
    requestId: newRequest(),
    ...more,
  })
const guide = async (code: string) =>
  (await cloud.ok<Output<'catalog', 'guide'>>(null, 'catalog.guide', { code })).item
const version = async () =>
  (await cloud.ok<Output<'catalog', 'home'>>(null, 'catalog.home')).catalogVersion
const items = async (filter: Input<'catalog', 'items'> = {}) =>
  (await cloud.ok<Output<'catalog', 'items'>>(null, 'catalog.items', filter)).items

describe('an edit', () => {
  test('stays with the administrator until it is made public, then everybody reads it', async () => {
    const before = await version()
    const { record } = await save('MZ-05', { commitDays: 7, aliases: ['急难救助', '过火坎'] })
    expect(record).toMatchObject({ state: 'public', item: { commitDays: 10 }, missing: [] })
    expect((await guide('MZ-05')).commitDays).toBe(10)
    expect(await version()).toBe(before)

    const published = (await publish('MZ-05')).record
    expect(published.editions[0]).toMatchObject({
      n: 2,
      from: '2026-11-24',
      inForce: true,
      byName: expect.any(String) as unknown,
      note: '政策变了',
      changes: expect.arrayContaining([
        { label: '承诺天数', before: '10个工作日', after: '7个工作日' },
      ]) as unknown,
    })
    expect(published.draft).toBeNull()
    expect(await guide('MZ-05')).toMatchObject({ commitDays: 7, effectiveFrom: '2026-11-24' })
    const listed = (await items()).find(({ code }) => code === 'MZ-05')
    expect(listed?.pinyin).toContain('ghk')
    expect(await version()).not.toBe(before)
  })

  test('with a day to come waits for it', async () => {
    await save('MZ-07', { commitDays: 12 })
    const { record } = await publish('MZ-07', { from: '2026-11-27' })
    expect(record.editions.map(({ inForce }) => inForce)).toEqual([false, true])
    expect((await guide('MZ-07')).commitDays).not.toBe(12)

    await save('MZ-07', { commitDays: 9 })
    const early = { code: 'MZ-07', note: '早了', from: '2026-11-25', requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.publishItem', early)).toBe('INVALID_INPUT')

    await cloud.clock('2026-11-26T23:00:00.000Z')
    await cloud.tick()
    expect(await guide('MZ-07')).toMatchObject({ commitDays: 12, effectiveFrom: '2026-11-27' })
    const mark = await version()
    await cloud.tick()
    expect(await version()).toBe(mark)
  })

  test.each([
    ['the past', '2026-11-01'],
    ['more than a year ahead', '2028-01-01'],
  ])('cannot begin in %s', async (_when, from) => {
    await save('MZ-08', { commitDays: 3 })
    const request = { code: 'MZ-08', note: '改', from, requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.publishItem', request)).toBe('INVALID_INPUT')
  })

  test('without a draft is nothing to make public; an empty one is nothing to keep', async () => {
    const nothing = { code: 'MZ-09', note: '改', requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.publishItem', nothing)).toBe('ACTION_NOT_ALLOWED')
    const empty = { code: 'MZ-09', change: {}, requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.saveItem', empty)).toBe('INVALID_INPUT')
  })
})

test('a new matter is public only when all seven things are there', async () => {
  const code = 'QT-01'
  const request = { code, change: { name: '装路灯' }, requestId: newRequest() }
  expect(await cloud.code(ADMIN, 'office.saveItem', request)).toBe('NOT_FOUND')
  const { record } = await save(code, { name: '装路灯' }, true)
  expect(record.missing).toEqual([
    '服务流程',
    '服务权限',
    '服务单位',
    '服务人员',
    '服务方式',
    '服务电话',
  ])
  const refused = await cloud.call(ADMIN, 'office.publishItem', {
    code,
    note: '新增',
    requestId: newRequest(),
  })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', message: expect.stringContaining('“服务人员”') as unknown },
  })
  const { item } = await publishedLike('ZH-05', code)
  expect(item).toMatchObject({ name: '装路灯', unit: { id: 'zh' } })
  expect((await items()).map((one) => one.code)).toContain(code)
})

/** Fills the draft with what another matter says, and makes it public. */
async function publishedLike(model: string, code: string) {
  const { record } = await cloud.ok<Output<'office', 'itemHistory'>>(ADMIN, 'office.itemHistory', {
    code: model,
  })
  if (!record.item) throw new Error(`no item ${model}`)
  const { code: _code, name: _name, ...rest } = record.item
  await save(code, rest)
  await publish(code)
  return { item: await guide(code) }
}

test('a department without a phone keeps its matter back', async () => {
  const { record } = await save('MZ-10', { people: [] })
  expect(record.missing).toEqual(['服务人员', '服务电话'])
})

test('a retired matter leaves the list, and its code still says where to go', async () => {
  await cloud.ok(ADMIN, 'office.retireItem', {
    code: 'YJ-02',
    reason: '改由县里网上办',
    replacedBy: 'ZH-01',
    requestId: newRequest(),
  })
  expect((await items()).map(({ code }) => code)).not.toContain('YJ-02')
  expect((await guide('YJ-02')).retired).toEqual({
    reason: '改由县里网上办',
    replacedBy: { code: 'ZH-01', name: '政策咨询' },
  })
  const submit = {
    code: 'YJ-02',
    applicant: APPLICANT,
    materials: [],
    requestId: newRequest(),
  }
  expect(await cloud.code(VILLAGER, 'case.submit', submit)).toBe('NOT_FOUND')
  const again = { code: 'YJ-02', reason: '再停一次', requestId: newRequest() }
  expect(await cloud.code(ADMIN, 'office.retireItem', again)).toBe('ACTION_NOT_ALLOWED')

  await save('YJ-02', { tips: ['重新办'] })
  await publish('YJ-02')
  expect((await guide('YJ-02')).retired).toBeNull()
})

test('filters: what the village can do, and what needs no trip', async () => {
  const village = await items({ inVillage: true })
  expect(village.length).toBeGreaterThan(10)
  expect(village.every((item) => item.level === 'village' || !item.inPerson)).toBe(true)
  const atHome = await items({ noTrip: true, category: 'aid' })
  expect(atHome.length).toBeGreaterThan(3)
  expect(atHome.every(({ visits, category }) => visits === 0 && category === 'aid')).toBe(true)
})

test('old names of departments find their matters', async () => {
  const listed = (await items()).filter(({ department }) => department === 'mz')
  expect(listed.every(({ keywords }) => keywords.includes('民政所'))).toBe(true)
})

test('two people at once: one is first, the other is told to look again; the log holds', async () => {
  const requests = Array.from({ length: 4 }, (_, n) => ({
    code: 'SF-03',
    change: { tips: [`第${String(n)}个`] },
    requestId: newRequest(),
  }))
  const codes = await Promise.all(requests.map((one) => cloud.code(ADMIN, 'office.saveItem', one)))
  expect(codes).toContain('OK')
  expect(codes.filter((code) => code !== 'OK' && code !== 'CONFLICT')).toEqual([])
  const record = await admin.one<ItemRecord>('editions', { code: 'SF-03' })
  expect(brokenEvent(record.log)).toBeNull()
  expect(record.log).toHaveLength(codes.filter((code) => code === 'OK').length)
})

test('the list shows drafts and what was retired', async () => {
  await save('QT-09', { name: '还在写的' }, true)
  const { items: all } = await cloud.ok<Output<'office', 'catalogue'>>(ADMIN, 'office.catalogue')
  expect(all.find(({ code }) => code === 'QT-09')).toMatchObject({ state: 'draft', hasDraft: true })
  expect(all.find(({ code }) => code === 'MZ-05')).toMatchObject({ state: 'public', editions: 2 })
})
