/** 交办单 through the built functions: numbers, the whole way, reminders, what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OrderDocument } from '../../cloudfunctions/core/store/documents/order'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { issuedOrder, ORDER, orderStep } from '../support/orders'
import type { Order } from '../support/orders'
import { CADRE, LEADER, newRequest, OTHER_CADRE, SUPERVISOR, TUESDAY } from '../support/people'
import { submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin
beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const NEW = () => ({ ...ORDER, origin: { kind: 'meeting', id: 'm' }, requestId: newRequest() })

const list = async (openid: string, content: Record<string, unknown> = {}) =>
  (await cloud.ok<{ orders: Order[] }>(openid, 'supervision.orders', content)).orders

const titles = async (openid: string) =>
  (await cloud.ok<{ messages: { title: string }[] }>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )

describe('numbers', () => {
  test('are given without gaps, also to those who ask at the same moment', async () => {
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(() =>
        cloud.ok<{ order: Order }>(LEADER, 'supervision.order', { ...NEW(), kind: 'supervise' }),
      ),
    )
    const given = answers.map(({ order }) => order.number).sort()
    expect(given).toEqual([1, 2, 3, 4, 5, 6].map((n) => `督办〔2026〕${String(n)}号`))
  })

  test('a repeat gets the same order, other content under the same request is refused', async () => {
    const input = NEW()
    const first = await cloud.ok<{ order: Order }>(LEADER, 'supervision.order', input)
    const second = await cloud.ok<{ order: Order }>(LEADER, 'supervision.order', input)
    expect(second.order.id).toBe(first.order.id)
    expect(second.order.number).toBe(first.order.number)
    expect(await cloud.code(LEADER, 'supervision.order', { ...input, task: '别的' })).toBe(
      'CONFLICT',
    )
  })
})

describe('the whole way', () => {
  test('交办 → 签收 → 回复 → 退回 → 再回复 → 销号 → 反馈, each told to whom it concerns', async () => {
    const { id } = await issuedOrder(cloud, 'signed')
    expect(await titles(CADRE)).toContain('来了交办单')
    const answer = (text: string) =>
      cloud.code(CADRE, 'supervision.answerOrder', { id, text, requestId: newRequest() })
    expect(await answer(' ')).toBe('REPLY_REQUIRED')
    expect(await answer('收到！')).toBe('REPLY_REQUIRED')
    expect((await admin.one<OrderDocument>('orders', { _id: id })).state).toBe('signed')
    expect(await answer('修好了一盏')).toBe('OK')
    expect(await titles(SUPERVISOR)).toContain('交办单有回复了')
    await orderStep(cloud, LEADER, 'returnOrder', id, { text: '还差一盏', dueOn: '2026-12-03' })
    await orderStep(cloud, CADRE, 'answerOrder', id, { text: '两盏都亮了' })
    const { order } = await orderStep(cloud, SUPERVISOR, 'signOff', id)
    expect(order).toMatchObject({ status: 'closed', dueOn: '2026-12-03', allowed: ['feedBack'] })
    await orderStep(cloud, SUPERVISOR, 'feedBack', id, { text: '打电话告诉了反映的人' })
    const doc = await admin.one<OrderDocument>('orders', { _id: id })
    expect(doc.log.map(({ action }) => action)).toEqual([
      'order',
      'signForOrder',
      'answerOrder',
      'returnOrder',
      'answerOrder',
      'signOff',
      'feedBack',
    ])
    expect([doc.open, doc.out, brokenEvent(doc.log), 'nextDueAt' in doc]).toEqual([
      false,
      [],
      null,
      false,
    ])
    expect((await list(LEADER, { done: true })).map((one) => one.id)).toContain(id)
    expect((await list(CADRE)).map((one) => one.id)).not.toContain(id)
  })

  test('the unit sees its own orders, another unit none of them', async () => {
    const { id } = await issuedOrder(cloud)
    expect((await list(CADRE)).map((one) => one.id)).toContain(id)
    expect((await list(OTHER_CADRE)).map((one) => one.id)).not.toContain(id)
    const seen = await list(LEADER)
    expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).sort())
  })

  test('two who answer at the same moment: one wins, the other hears it', async () => {
    const { id } = await issuedOrder(cloud, 'signed')
    const codes = await Promise.all(
      ['修好了一盏', '修好了两盏'].map((text) =>
        cloud.code(CADRE, 'supervision.answerOrder', { id, text, requestId: newRequest() }),
      ),
    )
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1)
    expect(['CONFLICT', 'ACTION_NOT_ALLOWED']).toContain(codes.find((code) => code !== 'OK'))
  })
})

describe('what is refused', () => {
  test.each([
    ['a unit that does not exist', { unit: 'nowhere' }, 'NOT_FOUND'],
    ['a case that does not exist', { origin: { kind: 'case', id: 'nothing' } }, 'NOT_FOUND'],
    ['a day that has passed', { dueOn: '2026-11-23' }, 'INVALID_INPUT'],
    ['a day too far ahead', { dueOn: '2027-11-23' }, 'INVALID_INPUT'],
    ['no task', { task: ' \u200b ' }, 'INVALID_INPUT'],
    ['a task without end', { task: '修'.repeat(501) }, 'INVALID_INPUT'],
  ])('%s', async (_what, wrong, code) => {
    const before = await admin.count('orders')
    expect(await cloud.code(LEADER, 'supervision.order', { ...NEW(), ...wrong })).toBe(code)
    expect(await admin.count('orders')).toBe(before)
  })

  test('urging twice on a day', async () => {
    const { id } = await issuedOrder(cloud)
    await orderStep(cloud, LEADER, 'urgeOrder', id)
    const again = { id, requestId: newRequest() }
    expect(await cloud.code(SUPERVISOR, 'supervision.urgeOrder', again)).toBe('RATE_LIMITED')
  })

  test('an order behind a case is issued when the case is there', async () => {
    const { id } = await submit(cloud)
    const order = await issuedOrder(cloud, 'issued', { origin: { kind: 'case', id } })
    expect(order.origin).toBe('case')
  })
})

describe('到期', () => {
  test('the unit is reminded on the last day, leader and supervisor hear of it after, once each', async () => {
    const { id } = await issuedOrder(cloud, 'signed', { dueOn: '2026-11-26' })
    const doc = () => admin.one<OrderDocument>('orders', { _id: id })
    const timed = async () =>
      (await doc()).log.map(({ action }) => action).filter((action) => /remind|report/.test(action))
    await cloud.clock('1d')
    expect(await timed()).toEqual([])
    await cloud.clock('1d')
    expect(await timed()).toEqual(['remindOrder'])
    await cloud.tick()
    await cloud.clock('1d')
    await cloud.tick()
    await cloud.clock('3d')
    expect(await timed()).toEqual(['remindOrder', 'reportOverdue'])
    expect(await titles(SUPERVISOR)).toContain('交办单过了期限，还没回复')
    const [own] = (await list(CADRE)).filter((one) => one.id === id)
    expect(own?.overdue).toBe(true)
    const { out, log } = await doc()
    expect([out, brokenEvent(log)]).toEqual([[], null])
  })
})
