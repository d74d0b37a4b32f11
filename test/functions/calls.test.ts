/** 下午四点的电话单: told once, to the leader of the day; who was called stays with the matter. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { accountId } from '../../cloudfunctions/core/kernel/hash'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Message } from '../../cloudfunctions/core/store/documents/message'
import type { OrderDocument } from '../../cloudfunctions/core/store/documents/order'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { raiseIssue } from '../support/issues'
import { issuedOrder, orderStep } from '../support/orders'
import { ADMIN, CADRE, LEADER, newRequest, SUPERVISOR, TUESDAY, VILLAGER } from '../support/people'
import { submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin
let township: string

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
  await cloud.tick()
  ;({ township } = await admin.one<{ township: string }>('settings', { kind: 'calls' }))
})
afterAll(() => cloud.stop())

type Unit = Output<'case', 'calls'>['units'][number]

const list = async (openid = LEADER): Promise<Unit[]> =>
  (await cloud.ok<Output<'case', 'calls'>>(openid, 'case.calls')).units

/** Accounts of those who were told, as often as they were. */
const told = async (): Promise<string[]> =>
  (await admin.find<Message>('messages', { title: '有事还没人打开' })).map(({ to }) => to)

const duty = (staffId: string, date: string) =>
  cloud.ok(ADMIN, 'office.setDuty', {
    kind: 'leader',
    date,
    placeId: 'station',
    start: '08:30',
    end: '17:30',
    staffId,
    requestId: newRequest(),
  })

const called = (id: string, content: object = {}, openid = LEADER) =>
  cloud.call<Output<'case', 'called'>>(openid, 'case.called', {
    id,
    toName: '蒋福生',
    requestId: newRequest(),
    ...content,
  })

test('the leader of the day is told once what nobody opened for two hours of office time', async () => {
  const unopened = [await submit(cloud), await submit(cloud, VILLAGER, 'MZ-01')]
  const opened = await submit(cloud)
  await cloud.ok(CADRE, 'case.signFor', { id: opened.id, requestId: newRequest() })
  await cloud.clock('2026-11-24T07:00:00.000Z')
  const late = await submit(cloud)
  await cloud.clock('2026-11-24T07:59:00.000Z')
  expect(await told()).toEqual([])
  await cloud.clock('2026-11-24T08:01:00.000Z')
  await Promise.all([cloud.tick(), cloud.tick()])
  await cloud.tick()
  // Nobody was put on duty: it goes to the leaders, each once.
  const leaders = await admin.find<{ _id: string }>('accounts', { 'staff.roles': 'leader' })
  expect((await told()).sort()).toEqual(leaders.map(({ _id }) => _id).sort())

  const [unit] = await list()
  expect(unit).toMatchObject({ id: 'mz', name: expect.stringContaining('民政') as unknown })
  expect(unit?.matters.map(({ id }) => id)).toEqual(unopened.map(({ id }) => id))
  expect(unit?.matters.map(({ id }) => id)).not.toContain(late.id)
  expect(unit?.people.map(({ name, abPost }) => [name, abPost])).toEqual(
    expect.arrayContaining([['蒋福生', 'A']]),
  )
  expect(unit?.people.map(({ abPost }) => abPost)).toEqual(
    [...(unit?.people ?? [])].map(({ abPost }) => abPost).sort(),
  )
})

test('a call is kept in the matter’s story, moves nothing and tells nobody', async () => {
  const [unit] = await list()
  const id = unit?.matters[0]?.id ?? ''
  const before = await admin.one<CaseDocument>('cases', { _id: id })
  const requestId = newRequest()
  expect(await called(id, { requestId })).toMatchObject({ ok: true })
  expect(await called(id, { requestId })).toMatchObject({ ok: true })
  const after = await admin.one<CaseDocument>('cases', { _id: id })
  expect(after.v).toBe(before.v + 1)
  expect(after).toMatchObject({ state: 'received', signedAt: null, holder: null, out: [] })
  expect((await list())[0]?.matters[0]?.called).toMatchObject({ toName: '蒋福生' })
  // It is the department's task still: the clock of the look at the papers does not stop by it.
  expect(after.urgentAt).toEqual(before.urgentAt)
})

test('opened in between: nothing to call about any more', async () => {
  const [unit] = await list()
  const id = unit?.matters[0]?.id ?? ''
  await cloud.ok(CADRE, 'case.signFor', { id, requestId: newRequest() })
  expect(await called(id)).toMatchObject({ ok: false, error: { code: 'ACTION_NOT_ALLOWED' } })
  expect((await list())[0]?.matters.map((matter) => matter.id)).not.toContain(id)
})

test('the next day it goes to whoever is on duty, to nobody else', async () => {
  const before = (await told()).length
  const leader = accountId(township, LEADER)
  const { staff } = await admin.one<{ staff: { id: string } }>('accounts', { _id: leader })
  await duty(staff.id, '2026-11-25')
  await cloud.clock('2026-11-25T08:01:00.000Z')
  await cloud.tick()
  expect((await told()).slice(before)).toEqual([leader])
})

test('a timer that comes after hours, or on a Saturday, is quiet; Monday it is back', async () => {
  const before = (await told()).length
  const settings = await admin.one<{ nextDueAt: Date }>('settings', { kind: 'calls' })
  expect(settings.nextDueAt.toISOString()).toBe('2026-11-26T08:00:00.000Z')
  await admin.update('settings', { kind: 'calls' }, { $set: { nextDueAt: new Date('2099-01-01') } })
  await cloud.clock('2026-11-27T10:00:00.000Z')
  await admin.update('settings', { kind: 'calls' }, { $set: { nextDueAt: new Date(0) } })
  await cloud.tick()
  expect((await told()).length).toBe(before)
  await cloud.clock('2026-11-29T08:30:00.000Z')
  expect((await told()).length).toBe(before)
  await cloud.clock('2026-11-30T08:01:00.000Z')
  expect((await told()).length).toBeGreaterThan(before)
})

test('an order that nobody signed for is on the list; what the leader may not know is not', async () => {
  const order = await issuedOrder(cloud, 'issued', { dueOn: '2026-12-10' })
  const complaint = await raiseIssue(cloud, { kind: 'complaint' })
  const hidden = await cloud.ok<{ order: { id: string } }>(SUPERVISOR, 'supervision.order', {
    unit: 'mz',
    task: '查一查投诉说的事',
    dueOn: '2026-12-10',
    origin: { kind: 'issue', id: complaint.id },
    requestId: newRequest(),
  })
  const signed = await issuedOrder(cloud, 'signed')
  await cloud.clock('2026-11-30T08:30:00.000Z')
  const orders = async () => (await list()).flatMap((unit) => unit.orders)
  expect((await orders()).map(({ id }) => id)).toEqual([])
  await cloud.clock('2026-12-01T08:01:00.000Z')
  const seen = await orders()
  expect(seen.map(({ id }) => id)).toEqual([order.id])
  expect(seen[0]).toMatchObject({ number: order.number, task: order.task, called: null })
  expect(seen.map(({ id }) => id)).not.toContain(hidden.order.id)
  expect(seen.map(({ id }) => id)).not.toContain(signed.id)
  const [message] = await admin.find<Message>('messages', { text: { $regex: '1张交办单没签收' } })
  expect(message?.title).toBe('有事还没人打开')

  const call = { id: order.id, toName: '蒋福生', requestId: newRequest() }
  await cloud.ok(LEADER, 'supervision.calledOrder', call)
  await cloud.ok(LEADER, 'supervision.calledOrder', call)
  const [called] = await orders()
  expect(called?.called).toMatchObject({ toName: '蒋福生' })
  const stored = await admin.one<OrderDocument>('orders', { _id: order.id })
  expect(stored).toMatchObject({ v: 2, state: 'issued', holder: null })
  await orderStep(cloud, CADRE, 'signForOrder', order.id)
  expect(await orders()).toEqual([])
  const late = { ...call, requestId: newRequest() }
  expect(await cloud.code(LEADER, 'supervision.calledOrder', late)).toBe('ACTION_NOT_ALLOWED')
})

test('nothing unopened, nothing said', async () => {
  const waiting = await admin.find<CaseDocument>('cases', { open: true, signedAt: null })
  for (const { _id } of waiting) {
    await cloud.ok(CADRE, 'case.signFor', { id: _id, requestId: newRequest() })
  }
  const before = (await told()).length
  await cloud.clock('2026-12-02T08:01:00.000Z')
  await cloud.tick()
  expect((await told()).length).toBe(before)
  expect(await list()).toEqual([])
})
