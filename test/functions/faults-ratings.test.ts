/** Rating, follow-up and warnings with every database request failing once; see every-fault.ts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Rectification } from '../../cloudfunctions/core/store/documents/rectification'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import type { FaultScenario } from '../support/every-fault'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  AGENT,
  CADRE,
  LEADER,
  newRequest,
  OTHER_CADRE,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
} from '../support/people'
import { completedCase, register, step, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const act = (openid: string, action: string, id: string, content: object) =>
  cloud.ok(openid, `rating.${action}`, { id, requestId: newRequest(), ...content })

/** A follow-up that waits for the unit, after the villager was asked. */
async function toRectify(): Promise<{ id: string; caseId: string }> {
  const { id: caseId } = await completedCase(cloud)
  const bad = { targetId: caseId, level: 1, requestId: newRequest() }
  await cloud.ok(VILLAGER, 'rating.rate', bad)
  await cloud.tick()
  const { _id } = await admin.one<Rectification>('rectifications', { targetId: caseId })
  await act(SUPERVISOR, 'contact', _id, { outcome: 'told', text: '一次说清' })
  return { id: _id, caseId }
}

const steps = async (collection: string, id: unknown): Promise<string[]> => {
  const { log } = await admin.one<{ log: { action: string }[] }>(collection, { _id: id })
  return log.map(({ action }) => action)
}

let windows = 0
let cards = 100
let days = 0

const SCENARIOS: Readonly<Record<string, FaultScenario>> = {
  'rating.rateAgain': {
    openid: VILLAGER,
    prepare: async () => {
      const { id, caseId } = await toRectify()
      await act(CADRE, 'rectify', id, { text: '改了' })
      return { targetId: caseId, level: 4 }
    },
    effect: async ({ targetId }) => (await steps('cases', targetId)).at(-1),
    expected: 'rateAgain',
  },
  'rating.rateVisit': {
    openid: VILLAGER,
    // One person, window and day: another day for each.
    prepare: async () => {
      await cloud.clock('1d')
      return { window: (windows++ % 8) + 1, level: 5 }
    },
    effect: async ({ window }) => {
      const [day] = (await cloud.clock()).toISOString().split('T')
      return admin.count('visitRatings', { window, day })
    },
    expected: 1,
  },
  'rating.enterRating': {
    openid: OTHER_CADRE,
    prepare: async () => ({
      number: (await completedCase(cloud, AGENT)).number,
      source: 'paper',
      card: String(++cards),
      level: 4,
    }),
    effect: async ({ number }) => {
      const { _id } = await admin.one<{ _id: string }>('cases', { number })
      return (await steps('cases', _id)).filter((one) => one === 'rate').length
    },
    expected: 1,
  },
  'rating.contact': {
    openid: SUPERVISOR,
    prepare: async () => {
      const { id: caseId } = await completedCase(cloud)
      const bad = { targetId: caseId, level: 2, requestId: newRequest() }
      await cloud.ok(VILLAGER, 'rating.rate', bad)
      await cloud.tick()
      const { _id } = await admin.one<Rectification>('rectifications', { targetId: caseId })
      return { id: _id, outcome: 'told', text: '一次说清' }
    },
    effect: ({ id }) => steps('rectifications', id),
    expected: ['open', 'contact'],
  },
  'rating.rectify': {
    openid: CADRE,
    prepare: async () => ({ id: (await toRectify()).id, text: '改了' }),
    effect: ({ id }) => steps('rectifications', id),
    expected: ['open', 'contact', 'rectify'],
  },
  'rating.appeal': {
    openid: CADRE,
    prepare: async () => ({ id: (await toRectify()).id, text: '有签字' }),
    effect: ({ id }) => steps('rectifications', id),
    expected: ['open', 'contact', 'appeal'],
  },
  'supervision.registerOutage': {
    openid: LEADER,
    prepare: async () => ({
      kind: 'power',
      from: '2026-11-20',
      until: '2026-11-20',
      text: `停电${String(++days)}`,
    }),
    effect: ({ text }) => admin.count('outages', { text }),
    expected: 1,
  },
}

test.each(Object.entries(SCENARIOS))(
  '%s',
  async (name, scenario) => everyFault(cloud, name, scenario),
  120_000,
)

test('rating.survey: once, whichever request is lost', async () => {
  for (const [nth, when] of [
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const) {
    const openid = `asked-${String(nth)}-${when}`
    await register(cloud, openid)
    const before = await admin.count('surveys')
    const answers = { satisfied: 'yes', trust: 'yes', approve: 'yes', welcome: 'yes' }
    const request = { answers, requestId: newRequest() }
    await cloud.fault({ nth, when, name: 'rating', action: 'survey' })
    await cloud.call(openid, 'rating.survey', request)
    await cloud.fault(null)
    await cloud.ok(openid, 'rating.survey', request)
    expect(await admin.count('surveys')).toBe(before + 1)
  }
})

test('the timer: whichever request is lost, each warning is recorded once and nothing is stuck', async () => {
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  const start = await cloud.clock()
  await cloud.clock(new Date(+start + 20 * 24 * 3600_000).toISOString())
  for (const nth of [1, 2, 5, 9, 14]) {
    await admin.update(
      'settings',
      { kind: 'warnings' },
      { $set: { doneUntil: start, nextDueAt: new Date(0) } },
    )
    await cloud.fault({ nth, when: 'after', name: 'jobs' })
    await cloud.tick()
    await cloud.fault(null)
  }
  await cloud.clock('15m')
  await cloud.tick()
  const warnings = await admin.find<{ colour: string; out: unknown[] }>('warnings', { caseId: id })
  expect(warnings.map(({ colour }) => colour).sort()).toEqual(['red', 'yellow'])
  for (const { out } of warnings) expect(out).toEqual([])
})
