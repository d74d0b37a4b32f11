/** 周调度: drafted on Monday at 07:30, held once, every decision a numbered order, followed up. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import type { MeetingDocument } from '../../cloudfunctions/core/store/documents/meeting'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, LEADER, newRequest, SUPERVISOR, TUESDAY, VILLAGER } from '../support/people'
import { completedCase, step, submit } from '../support/steps'

const WEEK = '2026-11-30'

let cloud: LocalCloud
let admin: Admin

const read = (openid = LEADER) =>
  cloud.ok<Output<'supervision', 'agenda'>>(openid, 'supervision.agenda')
const topic = async (name: string) =>
  (await read()).meeting?.agenda.find((one) => one.topic === name)
const inbox = async (openid: string) =>
  (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )
const minutes = (decisions: object[] = [], content: object = {}) => ({
  week: WEEK,
  minutes: '说了两件超时的，民政办说明了原因。',
  decisions,
  requestId: newRequest(),
  ...content,
})
const ORDERS = [
  { unit: 'mz', task: '两件超时的逐件答复群众', dueOn: '2026-12-04' },
  { unit: 'yb', task: '把窗口的告知单改成一次说清', dueOn: '2026-12-11' },
]

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
  await cloud.tick()
  const late = await submit(cloud)
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  await cloud.ok(VILLAGER, 'case.ask', { id, text: '办到哪了', requestId: newRequest() })
  const bad = await completedCase(cloud)
  await cloud.ok(VILLAGER, 'rating.rate', { targetId: bad.id, level: 1, requestId: newRequest() })
  expect(late.status).toBe('received')
})
afterAll(() => cloud.stop())

test('before the first Monday there is no agenda, and no meeting can be noted', async () => {
  expect((await read()).meeting).toBeNull()
  const answer = await cloud.code(LEADER, 'supervision.meeting', minutes())
  expect(answer).toBe('NOT_FOUND')
})

describe('on Monday', () => {
  beforeAll(async () => {
    await cloud.clock('2026-11-29T23:29:00.000Z')
    expect(await admin.count('meetings')).toBe(0)
    await cloud.clock('2026-11-29T23:35:00.000Z')
  })

  test('leader and supervisor find the agenda, in fixed order, with what is late and unanswered', async () => {
    const { meeting, units } = await read()
    expect(meeting).toMatchObject({ week: WEEK, state: 'drafted', decisions: [] })
    expect(meeting?.agenda.map((one) => one.topic)).toEqual([
      'decisions',
      'overdue',
      'nearDue',
      'transfers',
      'disputes',
      'badRatings',
      'unanswered',
    ])
    expect((await topic('overdue'))?.entries).toMatchObject([
      { kind: 'case', name: '临时救助', unitName: '民政办' },
    ])
    expect((await topic('unanswered'))?.count).toBe(1)
    expect((await topic('badRatings'))?.entries).toMatchObject([{ kind: 'rectification' }])
    expect(units[0]?.id).toBe('mz')
    expect(JSON.stringify(meeting)).not.toContain('覃')
    for (const openid of [LEADER, SUPERVISOR]) {
      expect(await inbox(openid)).toContain('这周调度会的议程有了')
    }
  })

  test('drafting again changes nothing', async () => {
    const before = await admin.find<MeetingDocument>('meetings', {})
    await admin.update('settings', { kind: 'dispatch' }, { $set: { nextDueAt: new Date(0) } })
    await Promise.all([cloud.tick(), cloud.tick()])
    const after = await admin.find<MeetingDocument>('meetings', {})
    expect(after.map(({ agenda }) => agenda)).toEqual(before.map(({ agenda }) => agenda))
    expect((await inbox(LEADER)).filter((title) => title.includes('议程'))).toHaveLength(1)
  })

  test.each([
    ['no minutes', { minutes: '  ' }, [], 'INVALID_INPUT'],
    ['a unit that does not exist', {}, [{ ...ORDERS[0], unit: 'nowhere' }], 'INVALID_INPUT'],
    ['a day that has passed', {}, [{ ...ORDERS[0], dueOn: '2026-11-20' }], 'INVALID_INPUT'],
    ['eleven decisions', {}, Array.from({ length: 11 }, () => ORDERS[0] ?? {}), 'INVALID_INPUT'],
    ['a week without a meeting', { week: '2026-12-07' }, [], 'NOT_FOUND'],
  ])('%s: refused, nothing stored', async (_what, content, decisions, code) => {
    const input = minutes(decisions, content)
    expect(await cloud.code(LEADER, 'supervision.meeting', input)).toBe(code)
    expect(await admin.count('orders')).toBe(0)
    expect((await read()).meeting?.state).toBe('drafted')
  })

  test('held once, its decisions are numbered orders, however often the tap arrives', async () => {
    const input = minutes(ORDERS)
    const answers = await Promise.all([
      cloud.call<Output<'supervision', 'meeting'>>(LEADER, 'supervision.meeting', input),
      cloud.call<Output<'supervision', 'meeting'>>(LEADER, 'supervision.meeting', input),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    const { meeting } = await read()
    expect(meeting).toMatchObject({ state: 'held', heldBy: '程远山' })
    expect(meeting?.decisions.map(({ number }) => number)).toEqual([
      '交办〔2026〕1号',
      '交办〔2026〕2号',
    ])
    expect(await admin.count('orders')).toBe(2)
    expect(await inbox(CADRE)).toContain('来了交办单')
    const again = await cloud.code(SUPERVISOR, 'supervision.meeting', minutes())
    expect(again).toBe('ACTION_NOT_ALLOWED')
  })
})

test('what is not done yet opens the next meeting', async () => {
  await cloud.clock('2026-12-06T23:35:00.000Z')
  const { meeting, weeks } = await read()
  expect(meeting?.week).toBe('2026-12-07')
  expect(weeks).toEqual(['2026-12-07', WEEK])
  expect((await topic('decisions'))?.entries.map(({ number }) => number)).toEqual([
    '交办〔2026〕1号',
    '交办〔2026〕2号',
  ])
  expect(meeting?.agenda[0]?.topic).toBe('decisions')
})

test('orders that a crash left out are issued by the timer, once', async () => {
  await cloud.fault({ nth: 5, when: 'before', name: 'supervision', action: 'meeting' })
  const input = minutes(ORDERS, { week: '2026-12-07' })
  const dueOn = '2026-12-18'
  const crashed = await cloud.call(LEADER, 'supervision.meeting', {
    ...input,
    decisions: ORDERS.map((decision) => ({ ...decision, dueOn })),
  })
  await cloud.fault(null)
  expect(crashed.ok).toBe(false)
  await cloud.clock('5m')
  expect(await admin.count('orders')).toBe(4)
  const { meeting } = await read()
  expect(meeting?.decisions.every(({ number }) => number !== '')).toBe(true)
})

test('weeks that nobody lived through are not made up for', async () => {
  const later = await startLocalCloud({ now: TUESDAY })
  try {
    const there = new Admin(later)
    await later.tick()
    await there.update('settings', { kind: 'dispatch' }, { $set: { draftedFor: '2026-10-05' } })
    await later.clock('2026-11-30T00:00:00.000Z')
    expect((await there.find<MeetingDocument>('meetings', {})).map(({ week }) => week)).toEqual([
      WEEK,
    ])
  } finally {
    await later.stop()
  }
})
