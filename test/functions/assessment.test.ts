/** 考核: off until the leader turns it on; facts by the township's own rules; people decide. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type {
  AssessmentDecision,
  AssessmentDocument,
} from '../../cloudfunctions/core/store/documents/assessment'
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
import { completedCase, submit } from '../support/steps'
import { RULEBOOK } from '../support/supervision-samples'

type Seen = Output<'supervision', 'assessment'>
type Decision = Output<'supervision', 'registerAssessment'>['decision']

let cloud: LocalCloud
let admin: Admin

const see = (openid: string, input: object = {}) =>
  cloud.ok<Seen>(openid, 'supervision.assessment', { ...input })
const take = (openid: string, action: string, content: object, requestId = newRequest()) =>
  cloud.call<{ decision: Decision }>(openid, `supervision.${action}`, { requestId, ...content })
const codeOf = async (answer: ReturnType<typeof take>) => {
  const given = await answer
  return given.ok ? 'OK' : given.error.code
}

const DECISION = {
  unit: 'mz',
  month: '2026-11',
  decision: '十一月有一件没答复，提醒一次',
  reason: '按考核办法第三条',
}

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  await cloud.tick()
  for (let n = 0; n < 6; n++) {
    const { id } = await completedCase(cloud)
    const rate = { targetId: id, level: n === 0 ? 1 : 5, requestId: newRequest() }
    if (n < 3) await cloud.ok(VILLAGER, 'rating.rate', rate)
  }
  await submit(cloud, VILLAGER, 'YB-01')
  await cloud.clock('2026-12-01T01:00:00.000Z')
})
afterAll(() => cloud.stop())

describe('while it is off', () => {
  test('nobody is assessed: no facts, no decisions', async () => {
    for (const openid of [LEADER, SUPERVISOR, CADRE]) {
      expect(await see(openid)).toMatchObject({
        assessment: { on: false, basis: null, rules: [] },
        month: '2026-11',
        units: [],
        decisions: [],
      })
    }
    expect(await codeOf(take(LEADER, 'registerAssessment', DECISION))).toBe('ACTION_NOT_ALLOWED')
    expect(await codeOf(take(LEADER, 'changeAssessment', RULEBOOK))).toBe('ACTION_NOT_ALLOWED')
    const reason = '不办了'
    expect(await codeOf(take(LEADER, 'turnOffAssessment', { reason }))).toBe('ACTION_NOT_ALLOWED')
    expect(await admin.count('assessmentDecisions')).toBe(0)
  })

  test.each([
    ['without a document', { number: '' }],
    ['without rules', { rules: [] }],
    ['by a rule about how people rate', { rules: [{ ...RULEBOOK.rules[0], fact: 'level5' }] }],
    ['by a fact that is none', { rules: [{ ...RULEBOOK.rules[0], fact: 'toString' }] }],
    ['with 5,000 characters', { title: '字'.repeat(5000) }],
    ['with thirty-one rules', { rules: Array.from({ length: 31 }, () => RULEBOOK.rules[0]) }],
  ])('it cannot be turned on %s', async (_what, wrong) => {
    const answer = take(LEADER, 'turnOnAssessment', { ...RULEBOOK, ...wrong })
    expect(await codeOf(answer)).toBe('INVALID_INPUT')
    expect((await see(LEADER)).assessment.on).toBe(false)
  })

  test.each([SUPERVISOR, CADRE, VILLAGER])('nor by %s', async (openid) => {
    expect(await codeOf(take(openid, 'turnOnAssessment', RULEBOOK))).toBe('FORBIDDEN')
  })
})

describe('turned on by the leader', () => {
  beforeAll(async () => {
    const requestId = newRequest()
    // The tap came twice.
    for (let taps = 0; taps < 2; taps++) {
      expect(await codeOf(take(LEADER, 'turnOnAssessment', RULEBOOK, requestId))).toBe('OK')
    }
  })

  test('it is recorded who, when and on which document, in a chain that holds', async () => {
    const { log, state } = await admin.one<AssessmentDocument>('assessments', {})
    expect(state).toBe('on')
    expect(log.map(({ action, said }) => [action, said?.text])).toEqual([
      ['open', '没有启用'],
      ['turnOn', `启用，按${RULEBOOK.number}《${RULEBOOK.title}》`],
    ])
    expect(brokenEvent(log)).toBeNull()
    const { assessment } = await see(CADRE)
    expect(assessment).toMatchObject({
      on: true,
      basis: { number: RULEBOOK.number },
      allowed: [],
    })
    expect(assessment.changedBy).not.toBe('')
  })

  test('facts stand per unit in fixed order: no sum, no rank, nothing of a few', async () => {
    const { units, assessment } = await see(LEADER)
    const { departments } = await admin.one<{ departments: { id: string }[] }>('directory', {
      kind: 'departments',
    })
    expect(units.map(({ id }) => id)).toEqual(departments.map(({ id }) => id))
    expect(units.find(({ id }) => id === 'mz')).toEqual({
      id: 'mz',
      name: '民政办',
      // Answered, all in time; three rated, so nothing is said of the bad one.
      facts: [0, 6, null],
    })
    expect(units.find(({ id }) => id === 'yb')?.facts[0]).toBe(1)
    expect(assessment.rules.map(({ weight }) => weight)).toEqual(
      RULEBOOK.rules.map(({ weight }) => weight),
    )
  })

  test('a unit sees itself, the rules, and no other unit', async () => {
    expect((await see(CADRE)).units.map(({ id }) => id)).toEqual(['mz'])
    expect((await see(OTHER_CADRE)).units.map(({ id }) => id)).toEqual(['yb'])
  })

  test.each([
    ['a month that is not over', { month: '2026-12' }, 'MONTH_NOT_OVER'],
    ['a month in the future', { month: '2099-01' }, 'MONTH_NOT_OVER'],
    ['no month', { month: '2026-13' }, 'INVALID_INPUT'],
    ['a unit that is none', { unit: 'nobody' }, 'NOT_FOUND'],
    ['no reason', { reason: '  ' }, 'INVALID_INPUT'],
    ['5,000 characters', { decision: '字'.repeat(5000) }, 'INVALID_INPUT'],
    ['a script', { reason: '<script>alert(1)</script>' }, 'INVALID_INPUT'],
  ])('no decision about %s', async (_what, wrong, code) => {
    const answer = take(LEADER, 'registerAssessment', { ...DECISION, ...wrong })
    expect(await codeOf(answer)).toBe(code)
    expect(await admin.count('assessmentDecisions')).toBe(0)
  })
})

describe('a decision', () => {
  let id: string

  beforeAll(async () => {
    const requestId = newRequest()
    const first = await take(LEADER, 'registerAssessment', DECISION, requestId)
    const again = await take(LEADER, 'registerAssessment', DECISION, requestId)
    if (!first.ok || !again.ok) throw new Error('it is registered')
    expect(again.data).toEqual(first.data)
    id = first.data.decision.id
  })

  test('rests on the document; its unit is told, others do not find it', async () => {
    const { messages } = await cloud.ok<Output<'account', 'inbox'>>(CADRE, 'account.inbox')
    expect(messages.map(({ title }) => title)).toContain('有一条考核决定')
    const { decisions } = await see(CADRE)
    expect(decisions.find((one) => one.id === id)).toMatchObject({
      basis: `${RULEBOOK.number}《${RULEBOOK.title}》`,
      status: 'standing',
      allowed: ['appeal'],
    })
    expect((await see(OTHER_CADRE)).decisions).toEqual([])
    const appeal = { id, text: '不是我们的' }
    expect(await codeOf(take(OTHER_CADRE, 'appealAssessment', appeal))).toBe('NOT_FOUND')
  })

  test('is appealed once, answered by the supervisor alone, and stays whatever comes', async () => {
    const text = '那一件11月30日答复了'
    expect(await codeOf(take(CADRE, 'appealAssessment', { id, text }))).toBe('OK')
    expect(await codeOf(take(CADRE, 'appealAssessment', { id, text }))).toBe('ACTION_NOT_ALLOWED')
    const answer = { id, stands: false, reason: '查了，是答复了' }
    expect(await codeOf(take(LEADER, 'judgeAssessment', answer))).toBe('FORBIDDEN')
    expect(await codeOf(take(SUPERVISOR, 'judgeAssessment', answer))).toBe('OK')
    const doc = await admin.one<AssessmentDecision>('assessmentDecisions', { _id: id })
    expect(doc).toMatchObject({ state: 'withdrawn', decision: DECISION.decision })
    expect(brokenEvent(doc.log)).toBeNull()
  })

  test('can still be appealed when assessment is turned off again', async () => {
    const made = await take(LEADER, 'registerAssessment', { ...DECISION, unit: 'yb' })
    if (!made.ok) throw new Error(made.error.code)
    const off = { reason: '办法要改' }
    expect(await codeOf(take(LEADER, 'turnOffAssessment', off))).toBe('OK')
    expect(await see(LEADER)).toMatchObject({ assessment: { on: false }, units: [] })
    const appeal = { id: made.data.decision.id, text: '等县里的回复' }
    expect(await codeOf(take(OTHER_CADRE, 'appealAssessment', appeal))).toBe('OK')
    const { needs } = await cloud.ok<Output<'supervision', 'watch'>>(
      SUPERVISOR,
      'supervision.watch',
    )
    expect(needs.appeals).toBe(1)
  })
})
