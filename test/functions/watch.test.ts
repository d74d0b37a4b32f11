/** 监督看板: what waits for the supervisor, in a fixed number of requests; second notices blocked. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import type { BlockedNotice } from '../../cloudfunctions/core/store/documents/blocked-notice'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import { Admin } from '../support/admin'
import { raiseIssue } from '../support/issues'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  ADMIN,
  AGENT,
  CADRE,
  LEADER,
  newRequest,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
  WINDOW,
} from '../support/people'
import { completedCase, step, submit } from '../support/steps'

type Watch = Output<'supervision', 'watch'>

let cloud: LocalCloud
let admin: Admin

const watch = () => cloud.ok<Watch>(SUPERVISOR, 'supervision.watch')
const section = (board: Watch, key: Watch['sections'][number]['key']) =>
  board.sections.find((one) => one.key === key)

const notify = (id: string, content: object = {}, requestId = newRequest()) =>
  cloud.call(CADRE, 'case.notifySupplement', {
    id,
    requestId,
    missing: [{ key: 'household-book', name: '户口本', reason: '没带' }],
    ...content,
  })

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 1 })
  admin = new Admin(cloud)
  await cloud.tick()
})
afterAll(() => cloud.stop())

test('with nothing to do it says so', async () => {
  const { needs, sections } = await watch()
  expect(new Set(Object.values(needs))).toEqual(new Set([0]))
  expect(sections.map(({ key, count }) => [key, count])).toEqual([
    ['raised', 0],
    ['appeals', 0],
    ['calls', 0],
    ['notices', 0],
    ['conduct', 0],
  ])
})

describe('a second notice', () => {
  test('without a reason is refused, recorded once, and changes nothing in the matter', async () => {
    const { id } = await submit(cloud)
    expect(await notify(id)).toMatchObject({ ok: true })
    const before = await admin.one('cases', { _id: id })
    const requestId = newRequest()
    for (let taps = 0; taps < 2; taps++) {
      expect(await notify(id, {}, requestId)).toMatchObject({
        error: { code: 'NOTICE_ALREADY_GIVEN' },
      })
    }
    expect(await admin.one('cases', { _id: id })).toEqual(before)
    const blocked = await admin.find<BlockedNotice>('blockedNotices', { caseId: id })
    expect(blocked).toMatchObject([{ unit: 'mz', papers: ['户口本'], itemName: '临时救助' }])
  })

  test('with a reason goes out; the supervisor sees both kinds, with the reason', async () => {
    const { id } = await submit(cloud)
    await notify(id)
    expect(await notify(id, { exception: '证明上的名字和户口本不一样' })).toMatchObject({
      ok: true,
    })
    const accepted = await submit(cloud)
    await cloud.ok(CADRE, 'case.accept', { id: accepted.id, requestId: newRequest() })
    expect(await notify(accepted.id)).toMatchObject({ error: { code: 'NOTICE_ALREADY_GIVEN' } })
    expect(await notify(accepted.id, { exception: '县里今天才要的' })).toMatchObject({ ok: true })
    const stored = await admin.one<CaseDocument>('cases', { _id: accepted.id })
    expect(stored.supplements.map(({ exception }) => exception)).toEqual(['县里今天才要的'])
    const notices = section(await watch(), 'notices')
    expect(notices?.count).toBe(4)
    expect(notices?.entries).toMatchObject([
      { kind: 'blocked', id: accepted.id },
      { kind: 'blocked', title: '拦下了：户口本', note: '民政办，临时救助，没写原因' },
      { kind: 'exception', title: '受理以后才要材料', note: '民政办，临时救助：县里今天才要的' },
      { kind: 'exception', id, title: '第2次要材料' },
    ])
    expect(notices?.entries[3]?.note).toContain('证明上的名字和户口本不一样')
  })

  test.each([
    ['of a matter that is not there', 'nobody-has-this'],
    ['of another unit', null],
  ])('%s leaves no record', async (_what, given) => {
    const id = given ?? (await submit(cloud, VILLAGER, 'YB-01')).id
    const before = await admin.count('blockedNotices')
    expect(await notify(id)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await admin.count('blockedNotices')).toBe(before)
  })
})

describe('what people raise', () => {
  test('complaints, anonymous words and the rest stand apart, never with words or names', async () => {
    await raiseIssue(cloud, { kind: 'complaint', text: '窗口上的人骂人' })
    await raiseIssue(cloud, { anonymous: true, text: '有人收好处' })
    await raiseIssue(cloud)
    const board = await watch()
    expect(board.needs).toMatchObject({ complaints: 1, anonymous: 1, others: 1, overdue: 0 })
    expect(section(board, 'raised')?.count).toBe(3)
    for (const words of ['骂人', '好处', '覃', '桥']) {
      expect(JSON.stringify(board)).not.toContain(words)
    }
  })

  test('about the supervisor: not a word of it', async () => {
    const { account } = await cloud.ok<Output<'account', 'me'>>(SUPERVISOR, 'account.me')
    await raiseIssue(cloud, { about: account?.staff?.id ?? '', text: '监督的人自己不来' })
    expect((await watch()).needs).toMatchObject({ complaints: 1, anonymous: 1, others: 1 })
  })
})

describe('later', () => {
  beforeAll(async () => {
    const { id } = await submit(cloud)
    await step(cloud, 'accept', id)
    const bad = await completedCase(cloud)
    const rate = { targetId: bad.id, level: 1, requestId: newRequest() }
    await cloud.ok(VILLAGER, 'rating.rate', rate)
    await cloud.tick()
    // Nobody calls, nobody answers, nobody decides.
    await cloud.clock('2026-12-10T02:00:00.000Z')
    const warning = await admin.one<{ _id: string }>('warnings', { colour: 'red', caseId: id })
    await cloud.ok(CADRE, 'supervision.appealWarning', {
      id: warning._id,
      text: '那两天停电',
      requestId: newRequest(),
    })
  })

  test('late answers, late calls and appeals are what needs the supervisor now', async () => {
    const board = await watch()
    expect(board.needs).toMatchObject({ overdue: 3, calls: 1, appeals: 1 })
    expect(section(board, 'calls')?.entries).toMatchObject([{ kind: 'rectification', late: true }])
    expect(section(board, 'appeals')?.entries).toMatchObject([
      { kind: 'warning', title: '红色预警的申诉', note: '民政办，临时救助' },
    ])
    expect(section(board, 'raised')?.entries.every(({ late }) => late)).toBe(true)
  })

  test('what was answered is gone', async () => {
    const entry = section(await watch(), 'appeals')?.entries[0]
    await cloud.ok(SUPERVISOR, 'supervision.judgeWarning', {
      id: entry?.id,
      stands: false,
      reason: '属实，停了电',
      requestId: newRequest(),
    })
    expect((await watch()).needs.appeals).toBe(0)
  })
})

test('one wave of requests, the same however much there is', async () => {
  const requests = async () => {
    await watch()
    const trip = (await cloud.trips()).filter(({ action }) => action === 'watch').at(-1)
    return trip?.requests.filter((one) => one.action.startsWith('database.')).length
  }
  const before = await requests()
  for (let n = 0; n < 20; n++) await raiseIssue(cloud, { anonymous: true })
  expect(await requests()).toBe(before)
  const raised = section(await watch(), 'raised')
  expect([raised?.count, raised?.entries.length]).toEqual([23, 5])
})

test.each([LEADER, CADRE, WINDOW, AGENT, ADMIN, VILLAGER])('%s is refused', async (openid) => {
  expect(await cloud.code(openid, 'supervision.watch')).toBe('FORBIDDEN')
})
