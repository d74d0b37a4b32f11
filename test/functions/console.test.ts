/** 管理: what the administrator's pages read, and two administrators at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { announcement } from '../support/office-samples'
import { ADMIN, AGENT, newRequest, OTHER_AGENT, TUESDAY } from '../support/people'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
})
afterAll(() => cloud.stop())

type Place = Output<'office', 'placeHistory'>
type Text = Output<'office', 'textHistory'>
type Item = Output<'office', 'itemHistory'>

const placeOf = (placeId: string) => cloud.ok<Place>(ADMIN, 'office.placeHistory', { placeId })
const textOf = (id: string) => cloud.ok<Text>(ADMIN, 'office.textHistory', { id })
const itemOf = async (code: string) =>
  (await cloud.ok<Item>(ADMIN, 'office.itemHistory', { code })).record

describe('an item', () => {
  test('is told as a person reads it, with names and not ids', async () => {
    const { told, version } = await itemOf('MZ-06')
    expect(version).toBe(0)
    expect(told).toEqual(
      expect.arrayContaining([
        { key: 'department', label: '服务单位', text: '民政办' },
        { key: 'steps', label: '服务流程', text: expect.not.stringMatching(/[a-z]/) as unknown },
      ]),
    )
  })

  test('that two write at once: different fields are both kept, a stale look is refused', async () => {
    const { version } = await itemOf('MZ-06')
    const save = (change: object, seen?: number) => ({
      code: 'MZ-06',
      change,
      ...(seen === undefined ? {} : { version: seen }),
      requestId: newRequest(),
    })
    await cloud.ok(ADMIN, 'office.saveItem', save({ visits: 1 }, version))
    const refused = await cloud.call(ADMIN, 'office.saveItem', save({ visits: 2 }, version))
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'CONFLICT',
        retryable: false,
        data: { record: { version: 1, writing: { visits: 1 } } },
      },
    })
    const again = save({ commitDays: 3 }, 1)
    await cloud.ok(ADMIN, 'office.saveItem', again)
    await cloud.ok(ADMIN, 'office.saveItem', again)
    const { writing, changes, steps } = await itemOf('MZ-06')
    expect(writing).toMatchObject({ visits: 1, commitDays: 3 })
    expect(changes.map(({ label }) => label)).toEqual(['承诺天数', '跑几趟'])
    expect(steps.map(({ text }) => text)).toEqual(['改了草稿：承诺天数', '改了草稿：跑几趟'])
  })

  test('that just began says what is missing and what is not written yet', async () => {
    await cloud.ok(ADMIN, 'office.saveItem', {
      code: 'MZ-98',
      isNew: true,
      change: { name: '新事项' },
      requestId: newRequest(),
    })
    const { told, changes, missing } = await itemOf('MZ-98')
    expect(changes).toEqual([{ label: '名称', before: '', after: '新事项' }])
    expect(told.filter(({ text }) => text)).toHaveLength(1)
    expect(missing).toContain('服务单位')
  })
})

describe('a place', () => {
  const edit = (address: string, version?: number) => ({
    placeId: 'v03',
    address,
    phone: '0736-0000303',
    hours: '周一至周五',
    location: null,
    sample: false,
    ...(version === undefined ? {} : { version }),
    requestId: newRequest(),
  })

  test('says who changed it, and refuses who looked at an older one', async () => {
    const { place } = await placeOf('v03')
    const first = edit('村部一楼', place.version)
    const { changes } = await cloud.ok<Place>(ADMIN, 'office.editPlace', first)
    expect(changes[0]).toMatchObject({
      byName: expect.any(String) as unknown,
      text: expect.stringContaining(place.address) as unknown,
    })
    // The very same again changes nothing and is no conflict.
    expect(await cloud.ok<Place>(ADMIN, 'office.editPlace', first)).toMatchObject({
      place: { version: place.version + 1 },
    })
    const late = await cloud.call(ADMIN, 'office.editPlace', edit('村部二楼', place.version))
    expect(late).toMatchObject({
      error: { code: 'CONFLICT', data: { place: { address: '村部一楼' } } },
    })
  })

  test('of several at the same moment, exactly one is stored', async () => {
    const { place } = await placeOf('v03')
    const tried = await Promise.all(
      ['东', '南', '西', '北'].map((side) =>
        cloud.call(ADMIN, 'office.editPlace', edit(`村部${side}屋`, place.version)),
      ),
    )
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await placeOf('v03')).place.version).toBe(place.version + 1)
  })
})

describe('a text', () => {
  const edit = (text: string, version: number) => ({
    id: 'seven-duties',
    kind: 'rule',
    title: '七项职责',
    text,
    sample: true,
    version,
    requestId: newRequest(),
  })

  test('that was changed meanwhile is refused with what it says now', async () => {
    const { text } = await textOf('seven-duties')
    await cloud.ok(ADMIN, 'office.editText', edit('一、甲', text.version))
    const late = await cloud.call(ADMIN, 'office.editText', edit('一、乙', text.version))
    expect(late).toMatchObject({ error: { code: 'CONFLICT', data: { text: { text: '一、甲' } } } })
  })

  test('keeps the items of an answer, unless they are changed; put away, it is still listed', async () => {
    const { texts } = await cloud.ok<Output<'office', 'texts'>>(ADMIN, 'office.texts', {
      kind: 'faq',
    })
    const id = texts[0]?.id ?? ''
    const { text: before } = await textOf(id)
    const change = { id, kind: 'faq', title: before.title, text: '改了', sample: false }
    const edited = await cloud.ok<Output<'office', 'editText'>>(ADMIN, 'office.editText', {
      ...change,
      retired: true,
      requestId: newRequest(),
    })
    expect(edited.text.items).toEqual(before.items)
    const { text } = await cloud.ok<Output<'office', 'editText'>>(ADMIN, 'office.editText', {
      ...change,
      retired: true,
      items: ['MZ-05'],
      keywords: ['火灾'],
      requestId: newRequest(),
    })
    expect(text).toMatchObject({ items: ['MZ-05'], keywords: ['火灾'], retired: true })
    const listed = await cloud.ok<Output<'office', 'texts'>>(ADMIN, 'office.texts', { kind: 'faq' })
    expect(listed.texts.find((one) => one.id === id)).toMatchObject({ retired: true })
  })
})

test('a board tells who pinned up what and what became of it; an agent sees the own one', async () => {
  const id = await announcement(cloud)
  await cloud.ok(AGENT, 'office.withdrawAnnouncement', { id, requestId: newRequest() })
  const board = async (openid: string) =>
    (
      await cloud.ok<Output<'office', 'announcements'>>(openid, 'office.announcements', {
        placeId: 'v01',
      })
    ).announcements
  expect(await board(ADMIN)).toMatchObject([
    { id, state: 'withdrawn', byName: expect.stringMatching(/./) as unknown },
  ])
  expect(await board(AGENT)).toHaveLength(1)
  expect(await board(OTHER_AGENT)).toEqual([])
})
