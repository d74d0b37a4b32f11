/** 反映的事 through the built functions: who knows of it, the way to the answer, what time does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { accountId } from '../../cloudfunctions/core/kernel/hash'
import type { IssueDocument } from '../../cloudfunctions/core/store/documents/issue'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { ISSUE, raiseIssue } from '../support/issues'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { issuedOrder, ORDER, orderStep } from '../support/orders'
import * as people from '../support/people'
import { newRequest, TUESDAY } from '../support/people'

const { LEADER, SUPERVISOR, CADRE, VILLAGER, UNKNOWN, WINDOW, AGENT } = people
/** Staff ids of the sample data. */
const STAFF = { cadre: 'st-cadre-mz', supervisor: 'st-supervisor', leader: 'st-leader' }

let cloud: LocalCloud
let admin: Admin
beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

type Listed = Output<'supervision', 'issues'>['issues'][number]
type Detail = Output<'supervision', 'issueDetail'>['issue']

const listed = async (openid: string) =>
  (await cloud.ok<{ issues: Listed[] }>(openid, 'supervision.issues')).issues.map(({ id }) => id)
const detail = async (openid: string, id: string) =>
  (await cloud.ok<{ issue: Detail }>(openid, 'supervision.issueDetail', { id })).issue
const stored = (id: string) => admin.one<IssueDocument>('issues', { _id: id })
const titles = async (openid: string) =>
  (
    await cloud.ok<{ messages: { title: string; text: string; target: string }[] }>(
      openid,
      'account.inbox',
    )
  ).messages
const answer = (openid: string, id: string, text: string) =>
  cloud.code(openid, 'supervision.answerIssue', { id, text, requestId: newRequest() })

describe('from the word to the answer', () => {
  test('raised, handed out, answered, questioned, answered again', async () => {
    const raised = await raiseIssue(cloud)
    expect(raised).toMatchObject({ dueOn: '2026-12-01', goesTo: 'station' })
    expect(await listed(LEADER)).toContain(raised.id)
    expect(await listed(SUPERVISOR)).toContain(raised.id)
    const order = await issuedOrder(cloud, 'answered', { origin: { kind: 'issue', id: raised.id } })
    expect((await detail(LEADER, raised.id)).orders).toMatchObject([{ number: order.number }])
    expect(await answer(LEADER, raised.id, '修好了')).toBe('ACTION_NOT_ALLOWED')
    await orderStep(cloud, SUPERVISOR, 'signOff', order.id)
    expect(await answer(LEADER, raised.id, '已阅。')).toBe('REPLY_REQUIRED')
    expect(await answer(LEADER, raised.id, '便桥搭好了，年底前重修')).toBe('OK')
    expect((await titles(VILLAGER)).map(({ title }) => title)).toContain('您有一件事项有进展')

    const { issues } = await cloud.ok<Output<'case', 'raised'>>(VILLAGER, 'case.raised')
    const own = issues.find(({ id }) => id === raised.id)
    expect(own).toMatchObject({ canAskAgain: true, reply: { text: '便桥搭好了，年底前重修' } })
    const which = { number: raised.number, code: own?.queryCode }
    const again = { ...which, text: '便桥又冲走了', requestId: newRequest() }
    const first = await cloud.ok<Output<'case', 'askAgain'>>(null, 'case.askAgain', again)
    expect(first.issue).toMatchObject({ status: 'raised', canAskAgain: false })
    const repeat = await cloud.ok<Output<'case', 'askAgain'>>(null, 'case.askAgain', again)
    expect(repeat).toEqual(first)
    expect(await answer(SUPERVISOR, raised.id, '今天下午重新搭，搭牢')).toBe('OK')
    const doc = await stored(raised.id)
    expect(doc.log.map(({ action }) => action)).toEqual([
      'raise',
      'answerIssue',
      'askAgain',
      'answerIssue',
    ])
    expect([doc.open, doc.out, brokenEvent(doc.log)]).toEqual([false, [], null])
  })

  test('what was registered on the round reaches those who answer, whoever registers sees no more', async () => {
    const { issue } = await cloud.ok<Output<'supervision', 'register'>>(
      AGENT,
      'supervision.register',
      { ...ISSUE, kind: 'unfinished', requestId: newRequest() },
    )
    expect(await detail(LEADER, issue.id)).toMatchObject({ kind: 'unfinished', villageId: 'v01' })
    expect(await cloud.code(AGENT, 'supervision.issueDetail', { id: issue.id })).toBe('FORBIDDEN')
  })

  test('a repeat raises it once, other words under the same request are refused', async () => {
    const before = await admin.count('issues')
    const input = { ...ISSUE, requestId: newRequest() }
    const first = await cloud.ok(VILLAGER, 'case.raise', input)
    expect(await cloud.ok(VILLAGER, 'case.raise', input)).toEqual(first)
    expect(await cloud.code(VILLAGER, 'case.raise', { ...input, text: '别的' })).toBe('CONFLICT')
    expect(await admin.count('issues')).toBe(before + 1)
  })
})

describe('without a name', () => {
  test('to the supervisor alone, and nothing in it leads back to the person', async () => {
    const raised = await raiseIssue(cloud, { kind: 'suggestion', anonymous: true })
    expect(raised.goesTo).toBe('supervisor')
    expect(await listed(SUPERVISOR)).toContain(raised.id)
    expect(await listed(LEADER)).not.toContain(raised.id)
    expect(await cloud.code(LEADER, 'supervision.issueDetail', { id: raised.id })).toBe('NOT_FOUND')
    expect(await answer(LEADER, raised.id, '知道了，这就去修')).toBe('NOT_FOUND')
    const doc = await stored(raised.id)
    const text = JSON.stringify(doc)
    for (const trace of [VILLAGER, accountId('xinpu', VILLAGER), '覃', 'v01', ISSUE.text]) {
      expect(text).not.toContain(trace)
    }
    const { issues } = await cloud.ok<Output<'case', 'raised'>>(VILLAGER, 'case.raised')
    expect(issues.map(({ id }) => id)).not.toContain(raised.id)
  })

  test('also by somebody who never registered; answered by code, not by guessing', async () => {
    expect(await cloud.code(UNKNOWN, 'case.raise', { ...ISSUE, requestId: newRequest() })).toBe(
      'UNAUTHENTICATED',
    )
    const raised = await raiseIssue(cloud, { kind: 'complaint', anonymous: true }, UNKNOWN)
    expect(await answer(SUPERVISOR, raised.id, '查过了，退了多收的钱')).toBe('OK')
    const track = (code: string) =>
      cloud.call<Output<'case', 'trackIssue'>>(null, 'case.trackIssue', {
        number: raised.number,
        code,
      })
    expect(await track(raised.queryCode)).toMatchObject({
      ok: true,
      data: { issue: { status: 'answered', reply: { text: '查过了，退了多收的钱' } } },
    })
    const wrong = raised.queryCode === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 10; tries++) {
      expect(await track(wrong)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    }
    expect(await track(raised.queryCode)).toMatchObject({ error: { code: 'RATE_LIMITED' } })
  })
})

describe('about somebody who works here', () => {
  test('never shown to them, never told to them, never handed to their unit', async () => {
    const before = (await titles(CADRE)).length
    const raised = await raiseIssue(cloud, { kind: 'complaint', about: STAFF.cadre })
    expect(raised.goesTo).toBe('supervisor')
    expect(await detail(SUPERVISOR, raised.id)).toMatchObject({ supervisorAlone: true })
    const order = (unit: string) => ({
      ...ORDER,
      unit,
      task: '核实一下收费的事',
      origin: { kind: 'issue', id: raised.id },
      requestId: newRequest(),
    })
    expect(await cloud.code(SUPERVISOR, 'supervision.order', order('mz'))).toBe('FORBIDDEN')
    expect(await cloud.code(LEADER, 'supervision.order', order('sj'))).toBe('NOT_FOUND')
    const issued = await cloud.ok<Output<'supervision', 'order'>>(
      SUPERVISOR,
      'supervision.order',
      order('cz'),
    )
    for (const openid of [CADRE, WINDOW, LEADER]) {
      const { orders } = await cloud.ok<Output<'supervision', 'orders'>>(
        openid,
        'supervision.orders',
      )
      expect(orders.map(({ id }) => id)).not.toContain(issued.order.id)
    }
    expect(await titles(CADRE)).toHaveLength(before)
  })

  test('about the supervisor: to the leader alone; about the leader: to the supervisor alone', async () => {
    const aboutSupervisor = await raiseIssue(cloud, {
      kind: 'complaint',
      anonymous: true,
      about: STAFF.supervisor,
    })
    const aboutLeader = await raiseIssue(cloud, { kind: 'suggestion', about: STAFF.leader })
    expect([aboutSupervisor.goesTo, aboutLeader.goesTo]).toEqual(['leader', 'supervisor'])
    expect(await listed(SUPERVISOR)).not.toContain(aboutSupervisor.id)
    expect(await listed(LEADER)).toContain(aboutSupervisor.id)
    expect(await listed(LEADER)).not.toContain(aboutLeader.id)
    const told = await titles(SUPERVISOR)
    expect(told.filter(({ target }) => target.includes(aboutSupervisor.id))).toEqual([])
  })

  test('nobody works here under that id', async () => {
    const input = { ...ISSUE, about: 'st-nobody', requestId: newRequest() }
    expect(await cloud.code(VILLAGER, 'case.raise', input)).toBe('NOT_FOUND')
  })
})

describe('time', () => {
  test('messages never carry what was said', async () => {
    const told = [
      ...(await titles(LEADER)),
      ...(await titles(SUPERVISOR)),
      ...(await titles(VILLAGER)),
    ]
    expect(told.length).toBeGreaterThan(5)
    expect(JSON.stringify(told)).not.toContain(ISSUE.text.slice(0, 6))
  })

  test('the day of the answer is told once; with 信访, 15 and 60 calendar days are', async () => {
    const plain = await raiseIssue(cloud)
    const petition = await raiseIssue(cloud)
    await cloud.ok(LEADER, 'supervision.referPetition', {
      id: petition.id,
      text: '归县信访局，已经转过去',
      requestId: newRequest(),
    })
    expect(await detail(LEADER, petition.id)).toMatchObject({
      status: 'referred',
      petition: { acceptBy: '2026-12-09', concludeBy: '2027-01-23' },
    })
    const reminders = async (id: string) =>
      (await stored(id)).log
        .filter(({ by }) => by === 'system')
        .map(({ action, at }) => `${action} ${at.toISOString().slice(0, 16)}`)
    await cloud.clock('8d')
    await cloud.tick()
    expect(await reminders(plain.id)).toEqual(['remindIssue 2026-12-01T00:00'])
    expect(await reminders(petition.id)).toEqual([])
    await cloud.clock('60d')
    await cloud.tick()
    expect(await reminders(petition.id)).toEqual([
      'remindPetition 2026-12-09T00:00',
      'remindPetition 2027-01-23T00:00',
    ])
    expect(await reminders(plain.id)).toHaveLength(1)
    expect((await stored(petition.id)).out).toEqual([])
  })
})
