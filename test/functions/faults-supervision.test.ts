/** Bulletin, assessment, warnings, meeting with every database request failing once; see every-fault.ts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import type { FaultScenario } from '../support/every-fault'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, LEADER, newRequest, SUPERVISOR, TUESDAY } from '../support/people'
import { step, submit } from '../support/steps'
import { RULEBOOK } from '../support/supervision-samples'

const MONTH = '2026-11'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  await cloud.tick()
  await step(cloud, 'accept', (await submit(cloud)).id)
  // Past the first of December and Monday's agenda; the matter is red.
  await cloud.clock('2026-12-10T02:00:00.000Z')
})
afterAll(() => cloud.stop())

/** The bulletin as it was drafted, whatever happened to it. */
async function drafted(): Promise<object> {
  const set = { state: 'draft', addenda: [], hash: null, publishedAt: null, publishedBy: null }
  await admin.update('bulletins', { month: MONTH }, { $set: set })
  return { month: MONTH }
}

async function published(): Promise<object> {
  await drafted()
  const requestId = newRequest()
  return cloud.ok(LEADER, 'supervision.publishBulletin', { month: MONTH, requestId })
}

/** Steps of the matter that this very request left: one, however often it was sent. */
const lastSteps = async (collection: string, query: object): Promise<(string | undefined)[]> => {
  const { log } = await admin.one<{ log: { action: string }[] }>(collection, { ...query })
  return log.slice(-2).map(({ action }) => action)
}

async function switched(on: boolean): Promise<object> {
  await cloud.call(LEADER, 'supervision.turnOnAssessment', { ...RULEBOOK, requestId: newRequest() })
  if (on) return {}
  const off = { reason: '办法要改', requestId: newRequest() }
  return cloud.ok(LEADER, 'supervision.turnOffAssessment', off)
}

let exported = 0
let decisions = 0
async function decided(): Promise<string> {
  await switched(true)
  const { decision } = await cloud.ok<{ decision: { id: string } }>(
    LEADER,
    'supervision.registerAssessment',
    {
      unit: 'mz',
      month: MONTH,
      decision: '提醒一次',
      reason: '按办法第三条',
      requestId: newRequest(),
    },
  )
  return decision.id
}

/** A warning as it was recorded. */
async function standing(): Promise<string> {
  const { _id } = await admin.one<{ _id: string }>('warnings', { colour: 'red' })
  await admin.update('warnings', { _id }, { $set: { state: 'standing', appeal: null } })
  return _id
}

const appealed = async (id: string, action: string): Promise<string> => {
  await cloud.ok(CADRE, `supervision.${action}`, { id, text: '停了电', requestId: newRequest() })
  return id
}

const SCENARIOS: Readonly<Record<string, FaultScenario>> = {
  'supervision.editBulletin': {
    openid: LEADER,
    prepare: async () => ({ ...(await drafted()), month: MONTH, sections: { next: '改了' } }),
    effect: async () => (await lastSteps('bulletins', { month: MONTH })).at(-1),
    expected: 'edit',
  },
  'supervision.publishBulletin': {
    openid: LEADER,
    prepare: async () => ({ ...(await drafted()), month: MONTH }),
    effect: async () => {
      const { state, hash } = await admin.one<{ state: string; hash: string | null }>('bulletins', {
        month: MONTH,
      })
      return [state, hash?.length]
    },
    expected: ['published', 64],
  },
  'supervision.correctBulletin': {
    openid: LEADER,
    prepare: async () => {
      await published()
      return { month: MONTH, text: '应该是3件' }
    },
    effect: async () =>
      (await admin.one<{ addenda: unknown[] }>('bulletins', { month: MONTH })).addenda.length,
    expected: 1,
  },
  'supervision.turnOnAssessment': {
    openid: LEADER,
    prepare: async () => {
      await switched(false)
      return { ...RULEBOOK }
    },
    effect: () => lastSteps('assessments', {}),
    expected: ['turnOff', 'turnOn'],
  },
  'supervision.changeAssessment': {
    openid: LEADER,
    prepare: async () => {
      await switched(false)
      await switched(true)
      return { ...RULEBOOK, number: '示例政发〔2026〕13号' }
    },
    effect: () => lastSteps('assessments', {}),
    expected: ['turnOn', 'changeRules'],
  },
  'supervision.turnOffAssessment': {
    openid: LEADER,
    prepare: async () => {
      await switched(false)
      await switched(true)
      return { reason: '办法废止了' }
    },
    effect: () => lastSteps('assessments', {}),
    expected: ['turnOn', 'turnOff'],
  },
  'supervision.registerAssessment': {
    openid: LEADER,
    prepare: async () => {
      await switched(true)
      const decision = `第${String(++decisions)}次提醒`
      return { unit: 'mz', month: MONTH, decision, reason: '按办法第三条' }
    },
    effect: ({ decision }) => admin.count('assessmentDecisions', { decision }),
    expected: 1,
  },
  'supervision.appealAssessment': {
    openid: CADRE,
    prepare: async () => ({ id: await decided(), text: '答复了的' }),
    effect: ({ id }) => lastSteps('assessmentDecisions', { _id: id }),
    expected: ['registerAssessment', 'appeal'],
  },
  'supervision.judgeAssessment': {
    openid: SUPERVISOR,
    prepare: async () => ({
      id: await appealed(await decided(), 'appealAssessment'),
      stands: false,
      reason: '查了，属实',
    }),
    effect: ({ id }) => lastSteps('assessmentDecisions', { _id: id }),
    expected: ['appeal', 'judge'],
  },
  'supervision.exportMatters': {
    openid: SUPERVISOR,
    prepare: async () => ({
      from: '2026-11-01',
      to: '2026-11-30',
      reason: `第${String(++exported)}次核查要名单`,
    }),
    effect: async ({ reason }) => {
      const notes = await admin.find<{ fileId: string | null }>('exports', { reason })
      return notes.map(({ fileId }) => fileId !== null)
    },
    expected: [true],
  },
  'supervision.appealWarning': {
    openid: CADRE,
    prepare: async () => ({ id: await standing(), text: '停了电' }),
    effect: async ({ id }) => (await lastSteps('warnings', { _id: id })).at(-1),
    expected: 'appeal',
  },
  'supervision.judgeWarning': {
    openid: SUPERVISOR,
    prepare: async () => ({
      id: await appealed(await standing(), 'appealWarning'),
      stands: true,
      reason: '那天没停电',
    }),
    effect: ({ id }) => lastSteps('warnings', { _id: id }),
    expected: ['appeal', 'judge'],
  },
}

test.each(Object.entries(SCENARIOS))(
  '%s',
  async (name, scenario) => everyFault(cloud, name, scenario),
  120_000,
)

test('a blocked second notice is refused and recorded once, whichever request is lost', async () => {
  for (const nth of [1, 2, 3, 4]) {
    for (const when of ['before', 'after'] as const) {
      const { id } = await submit(cloud)
      const missing = [{ key: 'id-card', reason: '看不清' }]
      await cloud.ok(CADRE, 'case.notifySupplement', { id, missing, requestId: newRequest() })
      const again = { id, missing, requestId: newRequest() }
      await cloud.fault({ nth, when, name: 'case', action: 'notifySupplement' })
      await cloud.call(CADRE, 'case.notifySupplement', again)
      await cloud.fault(null)
      expect(await cloud.code(CADRE, 'case.notifySupplement', again)).toBe('NOTICE_ALREADY_GIVEN')
      expect(await admin.count('blockedNotices', { caseId: id })).toBe(1)
    }
  }
})
