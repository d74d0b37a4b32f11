/** 交办、反映、调解、咨询: every database request failing once, before and after it took effect. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import type { FaultScenario } from '../support/every-fault'
import { ISSUE, raiseIssue } from '../support/issues'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { mediationIn, MEDIATOR, QUARREL } from '../support/mediations'
import { issuedOrder, ORDER } from '../support/orders'
import { CADRE, LEADER, SUPERVISOR, TUESDAY, VILLAGER, WINDOW } from '../support/people'

let cloud: LocalCloud
let admin: Admin
beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

/** What was done to a matter, in order. */
const done = (collection: string) => async (request: Record<string, unknown>) => {
  const { log } = await admin.one<{ log: { action: string }[] }>(collection, { _id: request.id })
  return log.map(({ action }) => action)
}

let counted = 0
/** Creations are counted against what was there before the request. */
const created = (collection: string): Pick<FaultScenario, 'effect' | 'expected'> => ({
  effect: async () => (await admin.count(collection)) - counted,
  expected: 1,
})
const counting = async (collection: string, request: Record<string, unknown>) => {
  counted = await admin.count(collection)
  return request
}

const SCENARIOS: Readonly<Record<string, FaultScenario>> = {
  'supervision.order': {
    openid: LEADER,
    prepare: () => counting('orders', { ...ORDER }),
    ...created('orders'),
  },
  'supervision.answerOrder': {
    openid: CADRE,
    prepare: async () => ({ id: (await issuedOrder(cloud, 'signed')).id, text: '路灯修好了' }),
    effect: done('orders'),
    expected: ['order', 'signForOrder', 'answerOrder'],
  },
  'supervision.calledOrder': {
    openid: LEADER,
    prepare: async () => ({ id: (await issuedOrder(cloud)).id, toName: '蒋福生' }),
    effect: done('orders'),
    expected: ['order', 'calledOrder'],
  },
  'case.raise': {
    openid: VILLAGER,
    prepare: () => counting('issues', { ...ISSUE, anonymous: true }),
    ...created('issues'),
  },
  'case.askAgain': {
    openid: VILLAGER,
    prepare: async () => {
      const { id, number, queryCode } = await raiseIssue(cloud)
      const answer = { id, text: '桥修好了', requestId: `answer-${id}` }
      await cloud.ok(SUPERVISOR, 'supervision.answerIssue', answer)
      return { number, code: queryCode, text: '又塌了' }
    },
    effect: async ({ number }) => {
      const { log } = await admin.one<{ log: { action: string }[] }>('issues', { number })
      return log.map(({ action }) => action)
    },
    expected: ['raise', 'answerIssue', 'askAgain'],
  },
  'supervision.answerIssue': {
    openid: SUPERVISOR,
    prepare: async () => ({ id: (await raiseIssue(cloud)).id, text: '桥修好了' }),
    effect: done('issues'),
    expected: ['raise', 'answerIssue'],
  },
  'office.consultation': {
    openid: WINDOW,
    prepare: () => counting('consultations', { topic: 'land', outcome: 'answered' }),
    ...created('consultations'),
  },
  'office.mediation': {
    openid: MEDIATOR,
    prepare: () => counting('mediations', { ...QUARREL }),
    ...created('mediations'),
  },
  'office.mediationConsent': {
    openid: MEDIATOR,
    prepare: async () => ({ id: (await mediationIn(cloud)).id, party: '甲方', given: false }),
    effect: done('mediations'),
    expected: ['mediation', 'mediationConsent'],
  },
}

test.each(Object.entries(SCENARIOS))('%s', async (name, scenario) => {
  await everyFault(cloud, name, scenario)
})

test('afterwards, one tick leaves no notice stuck, every number once, every chain whole', async () => {
  await cloud.clock('5m')
  await cloud.tick()
  for (const collection of ['orders', 'issues', 'mediations', 'consultations']) {
    expect(await admin.count(collection, { 'out.0': { $exists: true } })).toBe(0)
  }
  const orders = await admin.find<{ number: string }>('orders', {})
  expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length)
  for (let cursor: string | undefined; ;) {
    const part = await cloud.ok<{ broken: unknown[]; next: string | null }>(
      SUPERVISOR,
      'supervision.ledger',
      cursor === undefined ? {} : { cursor },
    )
    expect(part.broken).toEqual([])
    if (part.next === null) break
    cursor = part.next
  }
})
