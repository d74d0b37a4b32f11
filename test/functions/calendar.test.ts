/** 放假安排: entered by the administrator, and every open matter reckoned by it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Message } from '../../cloudfunctions/core/store/documents/message'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { year2027 } from '../support/holidays'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, CADRE, LEADER, newRequest, VILLAGER } from '../support/people'
import { step, submit } from '../support/steps'

/** Tuesday 15 December 2026, 9:20 in Shimen: ten working days end just before the new year. */
const BEFORE_NEW_YEAR = '2026-12-15T01:20:00.000Z'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: BEFORE_NEW_YEAR })
  admin = new Admin(cloud)
  await cloud.tick()
})
afterAll(() => cloud.stop())

type View = Output<'office', 'calendar'>['calendar']

const seen = async (year = 2027): Promise<View> =>
  (await cloud.ok<{ calendar: View }>(ADMIN, 'office.calendar', { year })).calendar

const enter = async (input: object): Promise<View> =>
  (await cloud.ok<{ calendar: View }>(ADMIN, 'office.setCalendar', { ...input })).calendar

const detail = async (id: string) =>
  (await cloud.ok<Output<'case', 'detail'>>(VILLAGER, 'case.detail', { id })).case

const stored = (id: string) => admin.one<CaseDocument>('cases', { _id: id })

const reckonings = async (id: string): Promise<(string | null)[]> =>
  (await detail(id)).events.filter(({ action }) => action === 'reckon').map(({ text }) => text)

const accepted = async (): Promise<string> => {
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  return id
}

/** How often somebody was told of another day: the villager, or whoever has the matter. */
const told = async (who: 'case' | 'office', id: string): Promise<number> => {
  const messages = await admin.find<Message>('messages', {
    target: { $regex: `^/packages/${who}/.*=${id}$` },
  })
  return messages.filter(({ title, text }) => `${title}${text}`.includes('日子')).length
}

/** Past the time in which a mistake can still be put right, and past what workers keep. */
const settle = async () => {
  await cloud.clock('11m')
  await cloud.tick()
}

describe('what may be entered', () => {
  test.each([
    ['a day of another year', { days: [{ date: '2026-12-31', off: true, name: '元旦' }] }],
    [
      'a day twice',
      { days: ['元旦', '放假'].map((name) => ({ date: '2027-01-01', off: true, name })) },
    ],
    ['a year with fewer holidays than the law has', { days: [] }],
    ['a year after one that is not known', { year: 2028, days: [] }],
    ['no day at all', { days: [{ date: '2027-02-30', off: true, name: '春节' }] }],
    ['a hundred days and more', { days: Array.from({ length: 9 }, () => year2027(1).days).flat() }],
  ])('%s is refused and changes nothing', async (_what, change) => {
    const { version } = await seen()
    const input = { ...year2027(version, change) }
    expect(await cloud.code(ADMIN, 'office.setCalendar', input)).toBe('INVALID_INPUT')
    expect(await seen()).toMatchObject({ version, verified: false, days: [] })
  })

  test('only the administrator enters it; who saw an older one does not', async () => {
    const { version } = await seen()
    expect(await cloud.code(LEADER, 'office.setCalendar', { ...year2027(version) })).toBe(
      'FORBIDDEN',
    )
    expect(await cloud.code(ADMIN, 'office.setCalendar', { ...year2027(version - 1) })).toBe(
      'CONFLICT',
    )
  })
})

describe('the holidays of the next year', () => {
  let crossing: string
  let fresh: string
  let waiting: string
  let near: string

  test('before they are out, dates beyond are provisional', async () => {
    near = await accepted()
    await cloud.clock('2026-12-28T01:20:00.000Z')
    crossing = await accepted()
    ;({ id: fresh } = await submit(cloud))
    ;({ id: waiting } = await submit(cloud))
    await cloud.ok(CADRE, 'case.notifySupplement', {
      id: waiting,
      missing: [{ key: 'hukou', reason: '没带' }],
      requestId: newRequest(),
    })
    const { clock } = await detail(crossing)
    expect(clock).toMatchObject({ due: '2027-01-11', provisional: true })
    // Looked at first: how many matters get another day; nothing is stored.
    const { version: _, requestId: __, ...year } = year2027(0)
    const look = (input: object) =>
      cloud.ok<Output<'office', 'previewCalendar'>>(ADMIN, 'office.previewCalendar', { ...input })
    const { moved, later } = await look(year)
    expect(moved).toBeGreaterThanOrEqual(2)
    expect(later).toBeGreaterThanOrEqual(1)
    expect(await look({ year: 2027, days: [], complete: false })).toEqual({ moved: 0, later: 0 })
    expect((await detail(crossing)).clock.due).toBe('2027-01-11')
    expect(clock.explanation.join()).toContain('暂定')
    expect((await detail(waiting)).supplement?.dueOn).toBe('2027-01-11')
  })

  test('entered: soon every date follows, and who was told one hears of it once', async () => {
    const { version } = await seen()
    const untouched = await stored(near)
    const view = await enter(year2027(version))
    expect(view).toMatchObject({ verified: true, verifiedUntil: '2027-12-31', reckoning: true })
    expect(view.days[0]).toEqual({ date: '2027-01-01', off: true, name: '元旦', added: true })
    await settle()
    expect(await seen()).toMatchObject({ reckoning: false })

    const { clock } = await detail(crossing)
    expect(clock).toMatchObject({ due: '2027-01-12', provisional: false })
    expect(clock.explanation.join()).not.toContain('暂定')
    expect((await stored(crossing)).urgentAt.toISOString()).toBe('2027-01-12T16:00:00.000Z')
    expect(await reckonings(crossing)).toEqual(['放假安排定了，1月11日 周一改成1月12日 周二'])
    expect(await told('case', crossing)).toBe(1)
    expect(await told('office', crossing)).toBe(1)

    expect((await detail(waiting)).supplement?.dueOn).toBe('2027-01-12')
    expect(await told('case', waiting)).toBe(1)

    // Ends in the old year: nothing to say and nothing to write.
    expect((await stored(near)).v).toBe(untouched.v)
    expect((await detail(near)).clock.provisional).toBe(false)
  })

  test('timers follow without a word: the notice may be given a day longer', async () => {
    expect(await reckonings(fresh)).toEqual([])
    await cloud.clock('2027-01-04T15:00:00.000Z')
    expect((await stored(fresh)).state).toBe('received')
    await cloud.clock('2027-01-05T16:30:00.000Z')
    expect((await stored(fresh)).acceptedHow).toBe('deemed')
  })

  test('twice, late and in parallel is the same', async () => {
    const before = await stored(crossing)
    await admin.update(
      'settings',
      { kind: 'calendar' },
      { $set: { doneEdition: null, nextDueAt: new Date(0) } },
    )
    await Promise.all([cloud.tick(), cloud.tick()])
    await cloud.tick()
    expect((await stored(crossing)).v).toBe(before.v)
    expect(await told('case', crossing)).toBe(1)
  })

  test('the same request again changes nothing; other content does not pass for it', async () => {
    const { version } = await seen()
    const input = year2027(version)
    const first = await enter(input)
    expect(await enter(input)).toEqual(first)
    expect(await cloud.code(ADMIN, 'office.setCalendar', { ...input, complete: false })).toBe(
      'CONFLICT',
    )
  })
})

test('killed half-way, at any request: the next tick ends it right, and nobody is told twice', async () => {
  await settle()
  const snow = ['2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15', '2027-01-18', '2027-01-19']
  const matters = [await accepted(), await accepted(), await accepted()]
  const { days } = year2027(0)
  let due = (await detail(matters[0] ?? '')).clock.due
  for (const [n, date] of snow.entries()) {
    const { version } = await seen()
    const closed = snow.slice(0, n + 1).map((one) => ({ date: one, off: true, name: '大雪停工' }))
    await enter(year2027(version, { days: [...days, ...closed] }))
    await cloud.fault({ nth: 12 + 5 * n, when: n % 2 === 0 ? 'before' : 'after', name: 'jobs' })
    await settle()
    await cloud.fault(null)
    await cloud.clock('1h')
    await cloud.tick()
    const after = (await detail(matters[0] ?? '')).clock.due
    expect([date, after > due]).toEqual([date, true])
    due = after
    for (const id of matters) {
      expect((await stored(id)).urgentAt).toEqual(new Date(`${due}T16:00:00.000Z`))
      expect(await reckonings(id)).toHaveLength(n + 1)
      expect(await told('case', id)).toBe(n + 1)
    }
  }
  expect((await violations(admin)).filter((line) => !line.startsWith('WeChat'))).toEqual([])
})
