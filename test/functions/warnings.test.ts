/** 预警, 停电断网, 责任追究, 三个一样: through the built functions, with the clock. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { WarningDocument } from '../../cloudfunctions/core/store/documents/warning'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  CADRE,
  LEADER,
  newRequest,
  OTHER_CADRE,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
} from '../support/people'
import { completedCase, step, submit } from '../support/steps'

type Warnings = Output<'supervision', 'warnings'>['warnings']
type Record_ = Output<'supervision', 'accountability'>['records'][number]

let cloud: LocalCloud
let admin: Admin
let late: string
let unassigned: string

/** What is recorded, apart from what depends on when the timer came by. */
async function recorded(from: Admin): Promise<string[]> {
  const all = await from.find<WarningDocument>('warnings', {})
  return all.map(({ _id, colour, step: what, due }) => `${what} ${colour} ${due} ${_id}`).sort()
}

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
  await cloud.tick()
  late = (await submit(cloud)).id
  await step(cloud, 'accept', late)
  unassigned = (await submit(cloud)).id
  await completedCase(cloud)
  // Accepted on 24 November with ten working days: 8 December.
  await cloud.clock('2026-12-08T03:00:00.000Z')
})
afterAll(() => cloud.stop())

const see = async (openid: string) =>
  (await cloud.ok<{ warnings: Warnings }>(openid, 'supervision.warnings')).warnings

describe('warnings', () => {
  test("papers that nobody looked at are the leader's, who is told", async () => {
    const [look, ...more] = (await see(LEADER)).filter(({ caseId }) => caseId === unassigned)
    expect(more).toEqual([])
    expect(look).toMatchObject({
      step: '看材料',
      colour: 'yellow',
      holder: null,
      due: '2026-11-25',
    })
    const { messages } = await cloud.ok<Output<'account', 'inbox'>>(LEADER, 'account.inbox')
    expect(messages.some(({ text }) => text.includes('还没有人接手'))).toBe(true)
  })

  test('before the due day ends nothing is recorded; then yellow, then red', async () => {
    const mine = async () => (await see(CADRE)).filter(({ caseId }) => caseId === late)
    expect(await mine()).toEqual([])
    await cloud.clock('2026-12-08T10:00:00.000Z')
    await cloud.tick()
    expect((await mine()).map(({ colour }) => colour)).toEqual(['yellow'])
    await cloud.clock('2026-12-09T01:00:00.000Z')
    await cloud.tick()
    const [red, yellow] = await mine()
    expect([red?.colour, yellow?.colour]).toEqual(['red', 'yellow'])
    expect(red?.calculation).toEqual([
      '11月24日受理，第二天起算10个工作日，最晚12月8日。',
      '过了12月8日还没办完，记红色。',
    ])
    expect(red?.holder).toBe('蒋福生')
  })

  test('another unit sees none of it', async () => {
    expect((await see(OTHER_CADRE)).filter(({ caseId }) => caseId === late)).toEqual([])
  })

  test('twice, in parallel and three days late record the same', async () => {
    const before = await recorded(admin)
    await admin.update(
      'settings',
      { kind: 'warnings' },
      { $set: { doneUntil: new Date('2026-11-20'), nextDueAt: new Date(0) } },
    )
    await Promise.all([cloud.tick(), cloud.tick()])
    await cloud.tick()
    expect(await recorded(admin)).toEqual(before)
    const all = await admin.find<WarningDocument>('warnings', {})
    for (const { log, out } of all) {
      expect(brokenEvent(log)).toBeNull()
      expect(out).toEqual([])
    }
  })

  test('what was done meanwhile is found by a late timer too', async () => {
    const { id } = await submit(cloud)
    await step(cloud, 'accept', id)
    await admin.update(
      'settings',
      { kind: 'warnings' },
      { $set: { nextDueAt: new Date('2027-02-01') } },
    )
    await cloud.clock('2026-12-24T01:00:00.000Z')
    await step(cloud, 'decide', id, { outcome: 'approve', reply: '批了' })
    await step(cloud, 'complete', id)
    await admin.update('settings', { kind: 'warnings' }, { $set: { nextDueAt: new Date(0) } })
    await cloud.tick()
    const found = (await see(LEADER)).filter(({ caseId }) => caseId === id)
    expect(found.map(({ colour, due }) => [colour, due])).toEqual([
      ['red', '2026-12-23'],
      ['yellow', '2026-12-23'],
    ])
  })

  test('an appeal is made once and answered with a reason; the record stays', async () => {
    const warning = (await see(CADRE)).find(
      ({ caseId, colour }) => caseId === late && colour === 'yellow',
    )
    const appeal = { id: warning?.id, text: '等省里的系统，有截图' }
    const first = { ...appeal, requestId: newRequest() }
    const answered = await cloud.ok(CADRE, 'supervision.appealWarning', first)
    expect(await cloud.ok(CADRE, 'supervision.appealWarning', first)).toEqual(answered)
    const again = { ...appeal, requestId: newRequest() }
    expect(await cloud.code(CADRE, 'supervision.appealWarning', again)).toBe('ACTION_NOT_ALLOWED')
    expect(await cloud.code(OTHER_CADRE, 'supervision.appealWarning', again)).toBe('NOT_FOUND')
    const judged = await cloud.ok<{ warning: Warnings[number] }>(
      SUPERVISOR,
      'supervision.judgeWarning',
      { id: warning?.id, stands: false, reason: '查了，系统确实停了', requestId: newRequest() },
    )
    expect(judged.warning).toMatchObject({ status: 'withdrawn', counts: false })
    expect((await see(LEADER)).some(({ id }) => id === warning?.id)).toBe(true)
  })
})

describe('an outage', () => {
  const register = (openid: string, content: object) =>
    cloud.code(openid, 'supervision.registerOutage', {
      kind: 'power',
      text: '全乡停电',
      requestId: newRequest(),
      ...content,
    })

  test('is registered by the leader, with days that make sense', async () => {
    const day = { from: '2026-12-08', until: '2026-12-08' }
    expect(await register(SUPERVISOR, day)).toBe('FORBIDDEN')
    expect(await register(LEADER, { from: '2026-12-09', until: '2026-12-08' })).toBe(
      'INVALID_INPUT',
    )
    expect(await register(LEADER, { from: '2026-12-08', until: '2026-12-31' })).toBe(
      'INVALID_INPUT',
    )
    expect(await register(LEADER, { from: '2026-06-01', until: '2026-06-02' })).toBe(
      'INVALID_INPUT',
    )
    expect(await admin.count('outages')).toBe(0)
  })

  test('marks what would not have been late without it, and nothing else', async () => {
    expect(await register(LEADER, { from: '2026-12-08', until: '2026-12-08' })).toBe('OK')
    await cloud.tick()
    await cloud.tick()
    const all = await see(LEADER)
    const red = all.find(({ caseId, colour }) => caseId === late && colour === 'red')
    expect(red).toMatchObject({ status: 'excused', counts: false })
    const look = all.find(({ caseId, step: what }) => caseId === unassigned && what === '看材料')
    expect(look?.counts).toBe(true)
  })
})

describe('accountability', () => {
  const proposals = async () =>
    (await cloud.ok<Output<'supervision', 'accountability'>>(LEADER, 'supervision.accountability'))
      .proposals
  let record: Record_

  test('is proposed by facts to those who decide, and to nobody else', async () => {
    const [unit] = await proposals()
    expect(unit).toMatchObject({ unit: 'mz', unitName: '民政办' })
    const staff = await cloud.ok<Output<'supervision', 'accountability'>>(
      CADRE,
      'supervision.accountability',
    )
    expect(staff.proposals).toEqual([])
  })

  test('is decided by a person with facts and reason; the proposal is settled by it', async () => {
    const [unit] = await proposals()
    const facts = (unit?.facts ?? []).map(({ kind, id }) => ({ kind, id }))
    const decision = {
      unit: 'mz',
      staffId: 'st-cadre-mz',
      measure: 'talk',
      reason: '超时一天，没有先告诉群众',
      facts,
    }
    const wrong = { ...decision, unit: 'yb', requestId: newRequest() }
    expect(await cloud.code(LEADER, 'supervision.registerAccountability', wrong)).toBe(
      'INVALID_INPUT',
    )
    const made = await cloud.ok<{ record: Record_ }>(LEADER, 'supervision.registerAccountability', {
      ...decision,
      requestId: newRequest(),
    })
    record = made.record
    expect(record).toMatchObject({ person: '蒋福生', measure: 'talk', status: 'standing' })
    expect(await proposals()).toEqual([])
  })

  test('is seen and appealed by whoever is meant, answered by who did not decide', async () => {
    const window = await cloud.ok<Output<'supervision', 'accountability'>>(
      'demo-window-2',
      'supervision.accountability',
    )
    expect(window.records).toEqual([])
    await cloud.ok(CADRE, 'supervision.appealAccountability', {
      id: record.id,
      text: '当天在村里，信号不好',
      requestId: newRequest(),
    })
    const answer = { id: record.id, stands: true, reason: '可以先打电话', requestId: newRequest() }
    expect(await cloud.code(LEADER, 'supervision.judgeAccountability', answer)).toBe('FORBIDDEN')
    const judged = await cloud.ok<{ record: Record_ }>(
      SUPERVISOR,
      'supervision.judgeAccountability',
      answer,
    )
    expect(judged.record).toMatchObject({ status: 'upheld', appeal: { answer: { stands: true } } })
  })
})

describe('三个一样', () => {
  test('few matters give no number; a month to come is refused', async () => {
    const table = await cloud.ok<Output<'supervision', 'fairness'>>(
      LEADER,
      'supervision.fairness',
      {
        month: '2026-12',
      },
    )
    expect(table.tables.map(({ title }) => title)).toEqual([
      '小事大事一个样',
      '熟人生人一个样',
      '早去晚去一个样',
    ])
    expect(table.tooFew).toBe('数量太少,不作判断')
    for (const { cells } of table.tables) {
      expect(cells.reduce((sum, { matters }) => sum + matters, 0)).toBe(1)
      for (const { averageDays } of cells) expect(averageDays).toBeNull()
    }
    expect(JSON.stringify(table)).not.toMatch(/蒋福生|覃大旺/)
    for (const month of ['2027-01', '2026-13', 'soon']) {
      expect(await cloud.code(LEADER, 'supervision.fairness', { month })).toBe('INVALID_INPUT')
    }
    expect(await cloud.code(VILLAGER, 'supervision.fairness')).toBe('FORBIDDEN')
  })
})
