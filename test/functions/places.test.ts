/** 地方: what the public sees of a place, the eight haves, the board, the texts and their history. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { EIGHT, venueCheck } from '../support/office-samples'
import {
  ADMIN,
  AGENT,
  CADRE,
  newRequest,
  OTHER_AGENT,
  SUPERVISOR,
  TUESDAY,
  WINDOW,
} from '../support/people'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const place = async (id: string) =>
  (await cloud.ok<Output<'catalog', 'place'>>(null, 'catalog.place', { id })).place

const titles = async (openid: string) =>
  (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )

const checks = async (openid: string, query: object = {}) =>
  (await cloud.ok<Output<'office', 'venueChecks'>>(openid, 'office.venueChecks', { ...query }))
    .checks

describe('一站一厅一室', () => {
  test('the hall shows each window with who sits there and whether they are in', async () => {
    await cloud.ok(WINDOW, 'office.whereabouts', {
      state: 'out',
      backAt: '11:30',
      requestId: newRequest(),
    })
    const { windows, eightHaves, people } = await place('hall')
    expect(windows.map(({ name }) => name)).toHaveLength(8)
    const [second] = windows.filter(({ name }) => name === '2号窗口 民政残联')
    expect(second).toMatchObject({
      units: ['mz', 'cl'],
      people: [{ name: '邓秋月', whereabouts: { state: 'out', backAt: '11:30' } }],
    })
    expect(windows[0]?.units).toEqual(expect.arrayContaining(['zh', 'xm', 'jy']))
    expect([eightHaves, people]).toEqual([null, []])
    await cloud.ok(WINDOW, 'office.whereabouts', { state: 'in', requestId: newRequest() })
  })

  test('a village room shows its agent and the eight haves; an unknown place is not found', async () => {
    const room = await place('v01')
    expect(room.people).toMatchObject([{ post: '羊子垭村综合代办员' }])
    expect(room.eightHaves).toEqual(EIGHT)
    expect(await cloud.code(null, 'catalog.place', { id: 'v99' })).toBe('NOT_FOUND')
    expect(await cloud.code(null, 'catalog.place', { id: '../x' })).toBe('INVALID_INPUT')
  })

  test('every place is on the map, each somewhere else', async () => {
    const { venues } = await cloud.ok<Output<'catalog', 'venues'>>(null, 'catalog.venues')
    const spots = venues.map(({ location }) => JSON.stringify(location))
    expect(spots).not.toContain('null')
    expect(new Set(spots).size).toBe(venues.length)
  })

  test('what the administrator changes is there at once, and in the slots opened later', async () => {
    const request = {
      placeId: 'hall',
      address: '新铺乡人民政府东楼一层',
      phone: '0736-0000009',
      hours: '周一至周五 9:00—17:00',
      location: { latitude: 29.6, longitude: 111.4 },
      sample: false,
      requestId: newRequest(),
    }
    await cloud.ok(ADMIN, 'office.editPlace', request)
    await cloud.ok(ADMIN, 'office.editPlace', request)
    expect(await place('hall')).toMatchObject({
      address: '新铺乡人民政府东楼一层',
      location: { latitude: 29.6 },
      sample: false,
    })
    const { history } = await admin.one<{ history: object[] }>('places', { id: 'hall' })
    expect(history).toMatchObject([{ byName: '林小帆' }])
    expect(
      await admin.count('settings', {
        venues: { $elemMatch: { id: 'hall', phone: '0736-0000009' } },
      }),
    ).toBe(1)
    const other = { ...request, address: '别处' }
    expect(await cloud.code(ADMIN, 'office.editPlace', other)).toBe('CONFLICT')
  })

  test('who sits at a window handles the matters of its departments', async () => {
    const { windows } = await place('hall')
    const moved = windows.map(({ name, units }) => ({
      name,
      units: name.startsWith('3号') ? [...units, 'cl'] : units.filter((unit) => unit !== 'cl'),
    }))
    await cloud.ok(ADMIN, 'office.editWindows', { windows: moved, requestId: newRequest() })
    const units = async (id: string) =>
      (await admin.one<{ staff: { units: string[] } }>('accounts', { 'staff.id': id })).staff.units
    expect(await units('st-window-3')).toContain('cl')
    expect(await units('st-window-2')).toEqual(['mz'])
    const twice = [...moved, { name: moved[0]?.name, units: [] }]
    expect(
      await cloud.code(ADMIN, 'office.editWindows', { windows: twice, requestId: newRequest() }),
    ).toBe('INVALID_INPUT')
  })
})

describe('八有', () => {
  test('what is missing becomes a task of the agent, is reported, looked at again and closed', async () => {
    const id = await venueCheck(cloud)
    expect(await titles(AGENT)).toContain('村室要整改')
    expect((await place('v01')).eightHaves).toEqual({ ...EIGHT, computer: false })
    const [seen] = await checks(AGENT)
    expect(seen).toMatchObject({
      id,
      missing: ['电脑'],
      fixBy: '2026-12-08',
      allowed: ['fixVenue'],
    })
    expect(await checks(OTHER_AGENT)).toEqual([])

    const fix = { id, text: '换了一台电脑', requestId: newRequest() }
    await cloud.ok(AGENT, 'office.fixVenue', fix)
    await cloud.ok(AGENT, 'office.fixVenue', fix)
    expect(await titles(SUPERVISOR)).toContain('村室整改报上来了')
    const review = (pass: boolean, text = '') =>
      cloud.code(SUPERVISOR, 'office.reviewVenue', { id, pass, text, requestId: newRequest() })
    expect(await review(false)).toBe('INVALID_INPUT')
    expect(await review(false, '开不了机')).toBe('OK')
    expect(await review(true)).toBe('ACTION_NOT_ALLOWED')
    await cloud.ok(AGENT, 'office.fixVenue', { ...fix, requestId: newRequest() })
    expect(await review(true)).toBe('OK')
    expect((await place('v01')).eightHaves).toEqual(EIGHT)
    const doc = await admin.one<{ log: { action: string }[]; nextDueAt?: Date }>('checks', {
      _id: id,
    })
    expect(doc.log.map(({ action }) => action)).toEqual([
      'venueCheck',
      'fixVenue',
      'returnVenue',
      'fixVenue',
      'passVenue',
    ])
  })

  test('everything there is no task; a date that has passed and the hall are refused', async () => {
    const send = (content: object) =>
      cloud.call<Output<'office', 'venueCheck'>>(SUPERVISOR, 'office.venueCheck', {
        placeId: 'v02',
        haves: EIGHT,
        requestId: newRequest(),
        ...content,
      })
    expect(await send({})).toMatchObject({ data: { check: { state: 'fine', fixBy: null } } })
    const missing = { haves: { ...EIGHT, sign: false } }
    expect(await send({ ...missing, fixBy: '2026-11-01' })).toMatchObject({ ok: false })
    expect(await send({ placeId: 'hall' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await send({ haves: { place: true } })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
  })

  test('on the last day the agent is reminded, once, however often the clock ticks', async () => {
    const id = await venueCheck(cloud)
    await cloud.clock('2026-12-08T00:30:00.000Z')
    await cloud.tick()
    await cloud.clock('2026-12-09T00:30:00.000Z')
    await cloud.tick()
    const { log, out } = await admin.one<{ log: { action: string }[]; out: unknown[] }>('checks', {
      _id: id,
    })
    expect(log.map(({ action }) => action)).toEqual(['venueCheck', 'remind'])
    expect(out).toEqual([])
  })
})

describe('公示栏', () => {
  const board = async (placeId: string) =>
    (
      await cloud.ok<Output<'catalog', 'notices'>>(null, 'catalog.notices', { placeId })
    ).notices.map(({ title }) => title)

  test('an agent pins up in the own village only, and it comes down by itself', async () => {
    await cloud.ok(AGENT, 'office.postAnnouncement', {
      placeId: 'v02',
      title: '接种',
      text: '周五在村部接种',
      until: '2026-12-10',
      requestId: newRequest(),
    })
    expect(await board('v02')).toEqual([])
    expect(await board('v01')).toContain('接种')
    expect((await place('v01')).notices.map(({ title }) => title)).toContain('接种')
    await cloud.clock('2026-12-11T01:00:00.000Z')
    expect(await board('v01')).toEqual([])
  })

  test('what was taken down is gone, and stays out of reach of other villages', async () => {
    await cloud.ok(ADMIN, 'office.postAnnouncement', {
      placeId: 'v01',
      title: '停电',
      text: '周日停电',
      until: '2026-12-20',
      requestId: newRequest(),
    })
    const { _id } = await admin.one<{ _id: string }>('announcements', { title: '停电' })
    const withdraw = (openid: string) =>
      cloud.code(openid, 'office.withdrawAnnouncement', { id: _id, requestId: newRequest() })
    expect(await withdraw(OTHER_AGENT)).toBe('NOT_FOUND')
    expect(await withdraw(AGENT)).toBe('OK')
    expect(await board('v01')).toEqual([])
  })
})

describe('制度和问答', () => {
  const rule = async (id: string) =>
    (await cloud.ok<Output<'catalog', 'rules'>>(null, 'catalog.rules')).texts.find(
      (text) => text.id === id,
    )
  const versions = (id: string) =>
    cloud.ok<Output<'office', 'textHistory'>>(ADMIN, 'office.textHistory', { id })

  test('are marked 示例 until confirmed, and every version is kept', async () => {
    expect(await rule('first-asked')).toMatchObject({ title: '首问负责制', sample: true })
    const edit = (text: string) =>
      cloud.ok(ADMIN, 'office.editText', {
        id: 'first-asked',
        kind: 'rule',
        title: '首问负责制',
        text,
        sample: false,
        requestId: newRequest(),
      })
    await edit('第一个接待的人负责到底。')
    await edit('第一个接待的人负责到底，转给谁都要说清。')
    expect(await rule('first-asked')).toMatchObject({
      sample: false,
      text: '第一个接待的人负责到底，转给谁都要说清。',
    })
    const kept = (await versions('first-asked')).versions
    expect(kept.map(({ byName }) => byName)).toEqual(['林小帆', '林小帆', '最初的文字'])
  })

  test('a new question appears, a retired one is gone, its words stay', async () => {
    const faq = async () => (await cloud.ok<Output<'catalog', 'faq'>>(null, 'catalog.faq')).faq
    expect(await faq()).toHaveLength(30)
    const words = { kind: 'faq', title: '周六办不办？', text: '不办，急事打电话。', sample: false }
    const { text } = await cloud.ok<Output<'office', 'editText'>>(ADMIN, 'office.editText', {
      ...words,
      requestId: newRequest(),
    })
    expect((await faq()).at(-1)).toMatchObject({ question: '周六办不办？' })
    await cloud.ok(ADMIN, 'office.editText', {
      ...words,
      id: text.id,
      retired: true,
      requestId: newRequest(),
    })
    expect(await faq()).toHaveLength(30)
    expect((await versions(text.id)).versions).toHaveLength(2)
  })
})

describe('a database request that fails', () => {
  const actionsOf = async (id: unknown) =>
    (await admin.one<{ log: { action: string }[] }>('checks', { _id: id })).log.map(
      ({ action }) => action,
    )

  test('does not make two checks of one', () =>
    everyFault(cloud, 'office.venueCheck', {
      openid: SUPERVISOR,
      prepare: async () => ({
        placeId: 'v03',
        haves: { ...EIGHT, sign: false },
        note: newRequest(),
      }),
      effect: ({ note }) => admin.count('checks', { note }),
      expected: 1,
    }))

  test('does not report twice', () =>
    everyFault(cloud, 'office.fixVenue', {
      openid: AGENT,
      prepare: async () => ({ id: await venueCheck(cloud), text: '修好了' }),
      effect: ({ id }) => actionsOf(id),
      expected: ['venueCheck', 'fixVenue'],
    }))

  test('does not keep a version twice', () =>
    everyFault(cloud, 'office.editText', {
      openid: ADMIN,
      prepare: async () => ({
        id: 'six-nots',
        kind: 'rule',
        title: '六个不准',
        text: newRequest(),
        sample: true,
      }),
      effect: async ({ text }) =>
        (
          await admin.one<{ history: { text: string }[] }>('texts', { id: 'six-nots' })
        ).history.filter((version) => version.text === text).length,
      expected: 1,
    }))

  test('does not pin up twice', () =>
    everyFault(cloud, 'office.postAnnouncement', {
      openid: ADMIN,
      prepare: async () => ({
        placeId: 'hall',
        title: newRequest(),
        text: '停水',
        until: '2026-12-20',
      }),
      effect: ({ title }) => admin.count('announcements', { title }),
      expected: 1,
    }))
})

test('nobody but those in charge sees who does what: cadres see no checks', async () => {
  expect(await checks(CADRE)).toEqual([])
  expect((await admin.find('checks', {})).length).toBeGreaterThan(0)
})
