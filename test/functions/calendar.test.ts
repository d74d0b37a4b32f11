/** 放假安排: entered by the administrator, and every open matter reckoned by it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionName } from '../../cloudfunctions/core/store/collections'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Message } from '../../cloudfunctions/core/store/documents/message'
import type { Rectification } from '../../cloudfunctions/core/store/documents/rectification'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { year2027 } from '../support/holidays'
import { violations } from '../support/invariants'
import { raiseIssue } from '../support/issues'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { EIGHT, venueCheck } from '../support/office-samples'
import { issuedOrder } from '../support/orders'
import { ADMIN, CADRE, LEADER, newRequest, SUPERVISOR, VILLAGER, WINDOW } from '../support/people'
import { completedCase, step, submit } from '../support/steps'
import { businessDate } from '../../miniprogram/shared/dates'

/** Tuesday 15 December 2026, 9:20 in Shimen: ten working days end just before the new year. */
const BEFORE_NEW_YEAR = '2026-12-15T01:20:00.000Z'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: BEFORE_NEW_YEAR, workers: 2 })
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

const callsBack = async (id: string) =>
  (await admin.one<Dated>('consultations', { _id: id })).nextDueAt?.toISOString().slice(0, 16)

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

/** What counts working days besides applications, and what must stay where it is. */
async function otherMatters() {
  const petition = await raiseIssue(cloud)
  await cloud.ok(LEADER, 'supervision.referPetition', {
    id: petition.id,
    text: '归县信访局，已经转过去',
    requestId: newRequest(),
  })
  const { id: rated } = await completedCase(cloud)
  await cloud.ok(VILLAGER, 'rating.rate', { targetId: rated, level: 1, requestId: newRequest() })
  await cloud.tick()
  const follow = await admin.one<Rectification>('rectifications', { targetId: rated })
  await cloud.ok(`demo-cadre-${follow.callUnit}`, 'rating.contact', {
    id: follow._id,
    outcome: 'told',
    text: '材料要一次说清',
    requestId: newRequest(),
  })
  const chosen = await cloud.ok<Output<'office', 'venueCheck'>>(SUPERVISOR, 'office.venueCheck', {
    placeId: 'v02',
    haves: { ...EIGHT, sign: false },
    fixBy: '2027-01-11',
    requestId: newRequest(),
  })
  return {
    issue: (await raiseIssue(cloud)).id,
    petition: petition.id,
    rectification: follow._id,
    check: await venueCheck(cloud),
    chosen: chosen.check.id,
    order: (await issuedOrder(cloud, 'issued', { dueOn: '2027-01-11' })).id,
  }
}

/** Somebody asks, and is promised a call back. */
const promisedCall = () =>
  cloud.ok<Output<'office', 'consultation'>>(WINDOW, 'office.consultation', {
    topic: 'insurance',
    outcome: 'pending',
    callBack: '打给覃大旺，社保断了怎么补',
    requestId: newRequest(),
  })

/** The last day of each as it is stored, and when it does something by itself. */
async function otherDays(ids: Awaited<ReturnType<typeof otherMatters>>) {
  const last = ({ dueOn, fixBy, urgentAt }: Dated) =>
    dueOn ?? fixBy ?? (urgentAt && businessDate(new Date(+urgentAt - 1)))
  const of = async (collection: CollectionName, id: string) => {
    const doc = await admin.one<Dated>(collection, { _id: id })
    return `${last(doc) ?? ''} ${doc.nextDueAt?.toISOString().slice(0, 16) ?? ''}`
  }
  return {
    issue: await of('issues', ids.issue),
    petition: await of('issues', ids.petition),
    rectification: await of('rectifications', ids.rectification),
    check: await of('checks', ids.check),
    chosen: await of('checks', ids.chosen),
    order: await of('orders', ids.order),
  }
}

interface Dated {
  readonly dueOn?: string
  readonly fixBy?: string
  readonly urgentAt?: Date
  readonly nextDueAt?: Date
}

describe('the holidays of the next year', () => {
  let others: Awaited<ReturnType<typeof otherMatters>>
  let call: string
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
    others = await otherMatters()
    await cloud.clock('2026-12-31T01:20:00.000Z')
    call = (await promisedCall()).consultation.id
    const { clock } = await detail(crossing)
    expect(clock).toMatchObject({ due: '2027-01-11', provisional: true })
    // Looked at first: how many matters get another day; nothing is stored.
    const { version: _, requestId: __, ...year } = year2027(0)
    const look = (input: object) =>
      cloud.ok<Output<'office', 'previewCalendar'>>(ADMIN, 'office.previewCalendar', { ...input })
    const { moved, later } = await look(year)
    // Two applications, an issue, a rectification and a check.
    expect({ moved, later }).toEqual({ moved: 5, later: 5 })
    expect(await look({ year: 2027, days: [], complete: false })).toEqual({ moved: 0, later: 0 })
    expect((await detail(crossing)).clock.due).toBe('2027-01-11')
    expect(clock.explanation.join()).toContain('暂定')
    expect((await detail(waiting)).supplement?.dueOn).toBe('2027-01-11')
    expect(await otherDays(others)).toEqual({
      issue: '2027-01-04 2027-01-04T00:00',
      petition: '2027-01-04 2027-01-12T00:00',
      rectification: '2027-01-18 2027-01-18T16:00',
      check: '2027-01-11 2027-01-11T00:00',
      chosen: '2027-01-11 2027-01-11T00:00',
      order: '2027-01-11 2027-01-11T00:00',
    })
    expect(await callsBack(call)).toBe('2027-01-01T00:00')
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

  test('so does every other day that was counted; what a person chose or 信访 counts stays', async () => {
    expect(await otherDays(others)).toEqual({
      issue: '2027-01-05 2027-01-05T00:00',
      petition: '2027-01-04 2027-01-12T00:00',
      rectification: '2027-01-19 2027-01-19T16:00',
      check: '2027-01-12 2027-01-12T00:00',
      chosen: '2027-01-11 2027-01-11T00:00',
      order: '2027-01-11 2027-01-11T00:00',
    })
    expect(await callsBack(call)).toBe('2027-01-04T00:00')
    const heard = await admin.find<Message>('messages', { text: { $regex: '1月(5|12|19)日' } })
    const about = (part: string) =>
      heard
        .filter(({ target, text }) => `${target} ${text}`.includes(part))
        .map(({ title }) => title)
    expect(about(`id=${others.issue}`)).toContain('答复的日子变了')
    expect(about('最晚1月5日 周二答复')).toEqual(['您有一件事项有进展'])
    expect(about(others.rectification)).toContain('最晚的日子变了')
    expect(about(others.check)).toEqual(['村室要整改'])
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
