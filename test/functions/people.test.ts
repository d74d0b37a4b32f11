/** People: who is in today, whose family, who comes on Thursday, what the villager says in between. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  AGENT,
  CADRE,
  LEADER,
  newRequest,
  OTHER_AGENT,
  OTHER_VILLAGER,
  THURSDAY,
  TUESDAY,
  VILLAGER,
} from '../support/people'
import { APPLICANT, slotsOf, step, submit } from '../support/steps'
import { JPEG, uploadPhoto } from '../support/photos'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

describe('去向牌', () => {
  const people = async () =>
    (await cloud.ok<Output<'catalog', 'people'>>(null, 'catalog.people', { departmentId: 'mz' }))
      .people

  test('silence is not absence', async () => {
    expect(await people()).toEqual([
      {
        id: 'st-cadre-mz',
        name: '蒋福生',
        post: '民政办主任',
        phone: '0736-0000517',
        window: '2号窗口 民政残联',
        departmentName: '民政办',
        whereabouts: null,
      },
      expect.objectContaining({ name: '邓秋月', whereabouts: null }),
    ])
  })

  test('who is out says who stands in, for the days it names', async () => {
    await cloud.ok(CADRE, 'office.whereabouts', {
      state: 'village',
      backAt: '11:30',
      substituteId: 'st-window-2',
      requestId: newRequest(),
    })
    const [jiang] = await people()
    expect(jiang?.whereabouts).toMatchObject({
      state: 'village',
      until: '2026-11-24',
      backAt: '11:30',
      substitute: { name: '邓秋月', phone: '0736-0000509' },
    })
    await cloud.clock('1d')
    expect((await people())[0]?.whereabouts).toBeNull()
  })

  test.each([
    ['in the past', { until: '2026-11-01' }, 'INVALID_INPUT'],
    ['longer than a month', { until: '2027-03-01' }, 'INVALID_INPUT'],
    ['with a substitute who is not there', { substituteId: 'st-nobody' }, 'NOT_FOUND'],
  ])('%s is refused', async (_what, said, code) => {
    const request = { state: 'out', ...said, requestId: newRequest() }
    expect(await cloud.code(CADRE, 'office.whereabouts', request)).toBe(code)
  })
})

describe('家里人', () => {
  const family = (data: object = {}, openid = VILLAGER) =>
    cloud.ok<Output<'account', 'family'>>(openid, 'account.family', { ...data })

  test('is added once, removed once, and nobody else sees it', async () => {
    const father = { name: '覃大旺', relation: '父亲', villageId: 'v01' }
    await family({ add: father, requestId: newRequest() })
    const { family: twice } = await family({ add: father, requestId: newRequest() })
    expect(twice).toEqual([{ ...father, id: expect.any(String) }])
    expect((await family({}, OTHER_VILLAGER)).family).toEqual([])
    expect((await family({ remove: twice[0]?.id, requestId: newRequest() })).family).toEqual([])
  })
})

describe('今天谁来', () => {
  test('the agent sees the list of the own village only, with masked phones', async () => {
    const [slot, later] = await slotsOf(cloud, 'v01')
    await cloud.ok(AGENT, 'appointment.book', {
      slotId: later?.id,
      codes: ['MZ-07'],
      for: { name: '龚桂香', contact: { by: 'phone', phone: '19900001005' } },
      note: '走不动，请上门',
      requestId: newRequest(),
    })
    await cloud.ok(VILLAGER, 'appointment.book', {
      slotId: slot?.id,
      codes: ['MZ-05'],
      requestId: newRequest(),
    })
    const query = { venueId: 'v01', date: THURSDAY }
    const { visitors, free } = await cloud.ok<Output<'appointment', 'day'>>(
      AGENT,
      'appointment.day',
      query,
    )
    expect(visitors.map(({ name, start }) => [name, start])).toEqual([
      ['覃建国', '08:30'],
      ['龚桂香', '09:00'],
    ])
    expect(visitors[1]).toMatchObject({ note: '走不动，请上门', contact: { phone: '199****1005' } })
    expect(free).toBe(38)
    const other = await cloud.ok<Output<'appointment', 'day'>>(
      OTHER_AGENT,
      'appointment.day',
      query,
    )
    expect(other).toMatchObject({ visitors: [], walkIns: [], free: 0 })
  })
})

describe('问一句、催一下', () => {
  const inbox = async (openid: string) =>
    (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages.map(
      ({ title }) => title,
    )

  test('a question is in the matter and reaches whoever has it', async () => {
    const { id } = await submit(cloud)
    await step(cloud, 'accept', id)
    const asked = await cloud.ok<Output<'case', 'ask'>>(VILLAGER, 'case.ask', {
      id,
      text: '钱什么时候到？',
      requestId: newRequest(),
    })
    expect(asked.case.status).toBe('accepted')
    expect(asked.case.allowed).toEqual(expect.arrayContaining(['ask', 'urge']))
    expect(await inbox(CADRE)).toContain('群众问了一句')
    const { case: seen } = await cloud.ok<Output<'case', 'detail'>>(CADRE, 'case.detail', { id })
    expect(seen.events.at(-1)).toMatchObject({
      action: 'ask',
      title: '问一句',
      text: '钱什么时候到？',
    })
    expect(seen.holder?.name).toBe('蒋福生')
  })

  test('urging goes once a day, and not after the end', async () => {
    const { id } = await submit(cloud)
    const urge = () => cloud.code(VILLAGER, 'case.urge', { id, requestId: newRequest() })
    expect(await urge()).toBe('OK')
    expect(await urge()).toBe('RATE_LIMITED')
    await cloud.clock('1d')
    expect(await urge()).toBe('OK')
    await step(cloud, 'accept', id)
    await step(cloud, 'decide', id, { outcome: 'refuse', reply: '收入超过标准' })
    await step(cloud, 'complete', id)
    await cloud.clock('1d')
    expect(await urge()).toBe('ACTION_NOT_ALLOWED')
  })

  test('a refusal states reasons and how to object', async () => {
    const { id } = await submit(cloud)
    await step(cloud, 'accept', id)
    await step(cloud, 'decide', id, { outcome: 'refuse', reply: '收入超过标准' })
    const { case: seen } = await cloud.ok<Output<'case', 'detail'>>(VILLAGER, 'case.detail', { id })
    expect(seen.reply).toMatchObject({ outcome: 'refuse', text: '收入超过标准' })
    expect(seen.reply?.remedy).toMatch(/60天内申请行政复议/)
  })
})

describe('材料的照片', () => {
  test('goes in by upload, and only the people of the matter see it', async () => {
    const fileId = await uploadPhoto(cloud, 'p1.jpg')
    const handed = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
      code: 'MZ-05',
      applicant: APPLICANT,
      materials: [{ key: 'id-card', fileId }, { key: 'hukou' }],
      requestId: newRequest(),
    })
    const paper = (openid: string, key: string) =>
      cloud.ok<Output<'case', 'paper'>>(openid, 'case.paper', { id: handed.case.id, key })
    const { url } = await paper(CADRE, 'id-card')
    expect(Buffer.from(await (await fetch(url ?? '')).arrayBuffer())).toEqual(JPEG)
    expect(await paper(CADRE, 'hukou')).toEqual({ url: null })
    expect(
      await cloud.code(OTHER_VILLAGER, 'case.paper', { id: handed.case.id, key: 'id-card' }),
    ).toBe('NOT_FOUND')
    expect(await cloud.code(CADRE, 'case.paper', { id: handed.case.id, key: 'passport' })).toBe(
      'NOT_FOUND',
    )
  })

  test.each([
    'cloud://local.local-bucket/seed/secret.json',
    'https://example.org/a.jpg',
    'cloud://x/papers/../y.jpg',
  ])('another file cannot be handed in as one: %s', async (fileId) => {
    const request = {
      code: 'MZ-05',
      applicant: APPLICANT,
      materials: [{ key: 'id-card', fileId }],
      requestId: newRequest(),
    }
    expect(await cloud.code(VILLAGER, 'case.submit', request)).toBe('INVALID_INPUT')
  })
})

test('the board counts what the inbox warns of, department by department in fixed order', async () => {
  const board = () => cloud.ok<Output<'supervision', 'board'>>(LEADER, 'supervision.board')
  const before = await board()
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  const warning = async () =>
    (await cloud.ok<Output<'case', 'detail'>>(LEADER, 'case.detail', { id })).case.warning
  const change = async (level: 'blue' | 'yellow' | 'red') => {
    const now = await board()
    const open = await admin.find<{ _id: string }>('cases', { open: true })
    const warnings = await Promise.all(
      open.map(
        async ({ _id }) =>
          (await cloud.ok<Output<'case', 'detail'>>(LEADER, 'case.detail', { id: _id })).case
            .warning,
      ),
    )
    expect(now.open).toBe(open.length)
    expect(now.warnings[level]).toBe(warnings.filter((one) => one === level).length)
    expect(now.unanswered).toBeGreaterThan(0)
  }
  expect((await board()).open).toBe(before.open + 1)
  const seen = new Set<string>()
  for (let day = 0; day < 18; day++) {
    const level = await warning()
    seen.add(level)
    if (level !== 'none') await change(level)
    await cloud.clock('1d')
  }
  expect([...seen]).toEqual(['none', 'blue', 'yellow', 'red'])
  await step(cloud, 'decide', id, { outcome: 'approve', reply: '批了' })
  expect(await warning()).toBe('none')
  await cloud.sleep('15d')
  expect(await warning()).toBe('red')
  await change('red')
  const { departments } = await board()
  expect(departments.map((unit) => unit.id).slice(0, 4)).toEqual(['mz', 'cl', 'rs', 'yb'])
  expect(departments.find((unit) => unit.id === 'mz')?.overdue).toBeGreaterThan(0)
})

test('who leaves the contact out is reached as registered', async () => {
  const handed = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
    code: 'MZ-05',
    applicant: { name: '覃建国' },
    materials: [],
    requestId: newRequest(),
  })
  const { case: seen } = await cloud.ok<Output<'case', 'detail'>>(CADRE, 'case.detail', {
    id: handed.case.id,
  })
  expect(seen.applicant.contact).toEqual({ by: 'phone', phone: '199****1002' })
})

test('phones and ID numbers are nowhere in the database in clear', async () => {
  await cloud.ok('fresh-villager', 'account.bindResident', {
    name: '张三',
    villageId: 'v03',
    contact: { by: 'phone', phone: '199 0000 7654' },
    idNumber: '999999195503121113',
    consent: true,
    requestId: newRequest(),
  })
  await cloud.ok('fresh-villager', 'case.submit', {
    code: 'MZ-05',
    applicant: { name: '张三', contact: { by: 'phone', phone: '19900007654' } },
    materials: [],
    requestId: newRequest(),
  })
  for (const collection of ['accounts', 'cases', 'slots', 'messages', 'claims']) {
    const text = JSON.stringify(await admin.find(collection, { township: 'xinpu' }))
    expect(text).not.toMatch(/1990000\s?7654|999999195503121113/)
  }
  const me = await cloud.ok<Output<'account', 'me'>>('fresh-villager', 'account.me')
  expect(me.account?.resident).toMatchObject({
    contact: { phone: '199****7654' },
    idNumber: '999************113',
  })
})

test('long lists come in pages, without gaps, without doubles, without an empty one at the end', async () => {
  const ids = new Set<string>()
  for (let n = 0; n < 40; n++) ids.add((await submit(cloud, 'demo-villager-7', 'YB-01')).id)
  const pages: string[][] = []
  let cursor: string | null = null
  do {
    const page: Output<'case', 'mine'> = await cloud.ok(
      'demo-villager-7',
      'case.mine',
      cursor ? { cursor } : {},
    )
    pages.push(page.cases.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(pages.map((page) => page.length)).toEqual([20, 20])
  expect(new Set(pages.flat())).toEqual(ids)
})
