/**
 * The access matrix: every action of every table × every identity. What is expected follows from
 * `by` and `scope` of the table and from who the people are; nothing else may decide.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OrderState } from '../../cloudfunctions/core/domain/flows/order'
import type { By } from '../../cloudfunctions/core/kernel/action'
import type { ScopeName } from '../../cloudfunctions/core/kernel/scope'
import { addDays } from '../../miniprogram/shared/dates'
import { actionTables } from '../support/action-tables'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import * as people from '../support/people'
import { newRequest, TUESDAY } from '../support/people'
import { ISSUE, raiseIssue } from '../support/issues'
import { MEDIATION_SAMPLES } from '../support/mediation-samples'
import { OFFICE_SAMPLES } from '../support/office-samples'
import { SUPERVISION_SAMPLES } from '../support/supervision-samples'
import { issuedOrder, ORDER } from '../support/orders'
import { CASE_SAMPLES } from '../support/case-samples'
import { slotsOf, step, submit } from '../support/steps'

/** An identity, its role, and to which of the targets it stands in which relation. */
const IDENTITIES: readonly { who: string; openid: string | null; role: By | null }[] = [
  { who: 'the villager', openid: people.VILLAGER, role: 'villager' },
  { who: 'another villager', openid: people.OTHER_VILLAGER, role: 'villager' },
  { who: 'the agent of the village', openid: people.AGENT, role: 'agent' },
  { who: 'the agent of another village', openid: people.OTHER_AGENT, role: 'agent' },
  { who: 'the window of the department', openid: people.WINDOW, role: 'window' },
  { who: 'the window of another department', openid: people.OTHER_WINDOW, role: 'window' },
  { who: 'the cadre of the department', openid: people.CADRE, role: 'cadre' },
  { who: 'the cadre of another department', openid: people.OTHER_CADRE, role: 'cadre' },
  { who: 'the leader', openid: people.LEADER, role: 'leader' },
  { who: 'the head', openid: people.HEAD, role: 'head' },
  { who: 'the supervisor', openid: people.SUPERVISOR, role: 'supervisor' },
  { who: 'the administrator', openid: people.ADMIN, role: 'admin' },
  { who: 'somebody unknown', openid: people.UNKNOWN, role: null },
  { who: 'nobody', openid: null, role: null },
]

const MADE_SAMPLES = { ...OFFICE_SAMPLES, ...MEDIATION_SAMPLES }

/** Who is in scope of a matter that the villager handed in, and of one that the agent handed in. */
const INSIDE: Readonly<Partial<Record<ScopeName, { villagers: string[]; agents: string[] }>>> = {
  ownCases: { villagers: [people.VILLAGER], agents: [people.AGENT] },
  readableCases: {
    villagers: [people.VILLAGER, people.WINDOW, people.CADRE, people.LEADER, people.SUPERVISOR],
    agents: [people.AGENT, people.WINDOW, people.CADRE, people.LEADER, people.SUPERVISOR],
  },
  workableCases: {
    villagers: [people.WINDOW, people.CADRE],
    agents: [people.AGENT, people.WINDOW, people.CADRE],
  },
  orders: {
    villagers: [people.WINDOW, people.CADRE, people.LEADER, people.SUPERVISOR],
    agents: [people.WINDOW, people.CADRE, people.LEADER, people.SUPERVISOR],
  },
  watchedIssues: {
    villagers: [people.LEADER, people.SUPERVISOR],
    agents: [people.LEADER, people.SUPERVISOR],
  },
  heldSlots: { villagers: [people.VILLAGER], agents: [people.AGENT] },
}

interface Targets {
  readonly caseId: string
  readonly seatId: string
  readonly slotId: string
  readonly orderId: string
  readonly issueId: string
  readonly officeId: string
}

const onOrder = ({ orderId }: Targets) => ({ id: orderId, requestId: newRequest() })

const onIssue = ({ issueId }: Targets) => ({ id: issueId, requestId: newRequest() })

/** Actions about an issue and not about an order. */
const ON_ISSUES = ['issueDetail', 'answerIssue', 'referPetition'].map((one) => `supervision.${one}`)
/** For matters whose scope has a test of its own: whoever may call finds nothing. */
const nothing = () => ({ id: 'none', requestId: newRequest() })

const AT_HALL = { venueId: 'hall' }
const EXTRA = { venueId: 'v01', date: '2026-11-27', requestId: 'extra' }

/**
 * An input for every action that gets past its schema; `target` says that it is about one document,
 * so that outside of the scope it must not be found; `missing` that it is about nothing that is
 * there. An action without an entry fails the test.
 */
const SAMPLES: Readonly<
  Record<
    string,
    {
      input: (targets: Targets) => object
      target?: true
      state?: 'accepted' | 'decided' | OrderState
      /** Who is in scope, where the scope alone does not tell. */
      inside?: readonly string[]
      missing?: true
      /** Who sees it but may not do this. */
      forbidden?: readonly string[]
      /** Inside the scope the flow decides who may; its own tests hold that. */
      byFlow?: true
    }
  >
> = {
  'account.me': { input: () => ({}) },
  'account.bindResident': {
    input: () => ({
      name: '张三',
      villageId: 'v01',
      contact: { by: 'agent' },
      consent: false,
      requestId: newRequest(),
    }),
  },
  'account.bindStaff': { input: () => ({ invitation: '1234 5678', requestId: newRequest() }) },
  'account.permits': { input: () => ({ templates: {}, requestId: newRequest() }) },
  'account.inbox': { input: () => ({}) },
  'account.family': { input: () => ({}) },
  'appointment.slots': { input: () => ({ venueId: 'v01', from: '2026-11-26', to: '2026-11-26' }) },
  'appointment.book': {
    input: ({ slotId }) => ({ slotId, codes: ['MZ-05'], requestId: newRequest() }),
  },
  'appointment.mine': { input: () => ({}) },
  'appointment.detail': { input: ({ seatId }) => ({ id: seatId }), target: true },
  'appointment.cancel': {
    input: ({ seatId }) => ({ id: seatId, requestId: newRequest() }),
    target: true,
  },
  'appointment.reschedule': {
    input: ({ seatId, slotId }) => ({ id: seatId, slotId, requestId: newRequest() }),
    target: true,
  },
  'appointment.answerOffer': {
    input: ({ seatId }) => ({ id: seatId, accept: true, requestId: newRequest() }),
    target: true,
  },
  'appointment.joinWaitlist': {
    input: ({ slotId }) => ({ slotId, codes: ['MZ-05'], requestId: newRequest() }),
  },
  'appointment.day': {
    input: () => ({ venueId: 'v01', date: '2026-11-26' }),
  },
  'appointment.openSlots': {
    input: () => ({
      ...EXTRA,
      sessions: [{ from: '09:00', to: '10:00' }],
      minutes: 30,
      capacity: 2,
    }),
  },
  'appointment.closeSlots': { input: () => ({ ...EXTRA, reason: '停电' }) },
  'appointment.plan': { input: () => ({}) },
  'appointment.changePlan': {
    input: () => ({ version: 1, dryRun: true, requestId: newRequest() }),
  },
  'appointment.hall': { input: () => ({ venueId: 'hall' }) },
  'appointment.checkIn': { input: () => ({ ...AT_HALL, number: 9999, requestId: newRequest() }) },
  'appointment.walkIn': { input: () => ({ ...AT_HALL, requestId: newRequest() }) },
  'appointment.callNext': { input: () => ({ ...AT_HALL, requestId: newRequest() }) },
  'appointment.serve': {
    input: () => ({ ...AT_HALL, id: 'nobody', came: 'done', requestId: newRequest() }),
  },
  'appointment.noShow': { input: () => ({ ...AT_HALL, id: 'nobody', requestId: newRequest() }) },
  ...CASE_SAMPLES,
  'catalog.home': { input: () => ({}) },
  'catalog.items': { input: () => ({}) },
  'catalog.guide': { input: () => ({ code: 'MZ-05' }) },
  'catalog.venues': { input: () => ({}) },
  'catalog.people': { input: () => ({ departmentId: 'mz' }) },
  'office.handbookVillages': { input: () => ({}) },
  'office.handbookRegister': { input: () => ({}) },
  'office.deliverHandbook': { input: () => ({ no: '一组1号', requestId: newRequest() }) },
  'office.catalogue': { input: () => ({}) },
  'office.itemHistory': { input: () => ({ code: 'MZ-05' }) },
  'office.saveItem': {
    input: () => ({ code: 'MZ-05', change: { visits: 1 }, requestId: newRequest() }),
  },
  'office.publishItem': {
    input: () => ({ code: 'MZ-05', note: '改了', requestId: newRequest() }),
  },
  'office.retireItem': {
    input: () => ({ code: 'MZ-06', reason: '不办了', requestId: newRequest() }),
  },
  'catalog.place': { input: () => ({ id: 'hall' }) },
  'catalog.notices': { input: () => ({}) },
  'catalog.rules': { input: () => ({}) },
  'catalog.faq': { input: () => ({}) },
  // A township is no county: whoever may ask is told that there is nothing.
  'supervision.county': { input: () => ({}), missing: true },
  'supervision.board': { input: () => ({}) },
  'case.raise': { input: () => ({ ...ISSUE, anonymous: true, requestId: newRequest() }) },
  'case.raised': { input: () => ({}) },
  'case.trackIssue': { input: () => ({ number: '1124-00000-0', code: '123456' }) },
  'case.askAgain': {
    input: () => ({
      number: '1124-00000-0',
      code: '123456',
      text: '没解决',
      requestId: newRequest(),
    }),
  },
  'supervision.register': { input: () => ({ ...ISSUE, requestId: newRequest() }) },
  'supervision.ledger': { input: () => ({}) },
  'supervision.exportMatters': {
    input: () => ({ from: '2026-11-01', to: '2026-11-30', requestId: newRequest() }),
  },
  'supervision.exported': { input: () => ({}) },
  'supervision.issues': { input: () => ({}) },
  'supervision.issueDetail': { input: ({ issueId }) => ({ id: issueId }), target: true },
  'supervision.answerIssue': {
    input: (targets) => ({ ...onIssue(targets), text: '桥修好了' }),
    target: true,
  },
  'supervision.referPetition': {
    input: (targets) => ({ ...onIssue(targets), text: '归信访局管' }),
    target: true,
  },
  'supervision.order': {
    input: () => ({ ...ORDER, origin: { kind: 'meeting', id: 'm' }, requestId: newRequest() }),
  },
  'supervision.monthly': { input: () => ({}) },
  'supervision.agenda': { input: () => ({}) },
  'supervision.meeting': {
    input: () => ({
      week: '2026-11-30',
      minutes: '说了两件事',
      decisions: [{ unit: 'mz', task: '答复', dueOn: '2020-01-01' }],
      requestId: newRequest(),
    }),
  },
  'supervision.bulletins': { input: () => ({}) },
  'supervision.bulletin': { input: () => ({ month: '2099-01' }) },
  'supervision.bulletinFile': { input: () => ({ month: '2099-01' }) },
  'supervision.editBulletin': {
    input: () => ({ month: '2099-01', sections: { next: '接着干' }, requestId: newRequest() }),
  },
  'supervision.publishBulletin': {
    input: () => ({ month: '2099-01', requestId: newRequest() }),
  },
  'supervision.correctBulletin': {
    input: () => ({ month: '2099-01', text: '更正', requestId: newRequest() }),
  },
  'supervision.orders': { input: () => ({}) },
  'supervision.orderDetail': { input: ({ orderId }) => ({ id: orderId }), target: true },
  'supervision.signForOrder': { input: onOrder, target: true },
  'supervision.urgeOrder': { input: onOrder, target: true },
  'supervision.calledOrder': {
    input: (targets) => ({ ...onOrder(targets), toName: '蒋福生' }),
    target: true,
  },
  'supervision.answerOrder': {
    input: (targets) => ({ ...onOrder(targets), text: '路灯修好了' }),
    target: true,
    state: 'signed',
  },
  'supervision.returnOrder': {
    input: (targets) => ({ ...onOrder(targets), text: '还差一盏' }),
    target: true,
    state: 'answered',
  },
  'supervision.signOff': { input: onOrder, target: true, state: 'answered' },
  'supervision.feedBack': {
    input: (targets) => ({ ...onOrder(targets), text: '告诉了村里' }),
    target: true,
    state: 'closed',
  },
  'rating.rate': {
    input: ({ caseId }) => ({ targetId: caseId, level: 5, requestId: newRequest() }),
    target: true,
  },
  'supervision.warnings': { input: () => ({}) },
  'supervision.appealWarning': { input: () => ({ ...nothing(), text: '有截图' }), missing: true },
  'supervision.judgeWarning': {
    input: () => ({ ...nothing(), stands: true, reason: '属实' }),
    missing: true,
  },
  'supervision.outages': { input: () => ({}) },
  'supervision.registerOutage': {
    input: () => ({
      kind: 'network',
      from: '2026-11-23',
      until: '2026-11-23',
      text: '断网',
      requestId: newRequest(),
    }),
  },
  'supervision.accountability': { input: () => ({}) },
  'supervision.registerAccountability': {
    input: () => ({
      unit: 'mz',
      measure: 'none',
      reason: '查过了',
      facts: [{ kind: 'warning', id: 'none' }],
      requestId: newRequest(),
    }),
  },
  'supervision.appealAccountability': {
    input: () => ({ ...nothing(), text: '不是我' }),
    missing: true,
  },
  'supervision.judgeAccountability': {
    input: () => ({ ...nothing(), stands: true, reason: '属实' }),
    missing: true,
  },
  'supervision.fairness': { input: () => ({}) },
  ...SUPERVISION_SAMPLES,
  'rating.rateAgain': {
    input: ({ caseId }) => ({ targetId: caseId, level: 5, requestId: newRequest() }),
    target: true,
  },
  'rating.rated': { input: ({ caseId }) => ({ targetId: caseId }), target: true },
  'rating.rateVisit': {
    input: () => ({ window: 99, level: 5, requestId: newRequest() }),
    missing: true,
  },
  'rating.enterRating': {
    input: () => ({
      number: '1124-00000-0',
      source: 'call',
      level: 5,
      requestId: newRequest(),
    }),
    missing: true,
  },
  'rating.stats': { input: () => ({}) },
  'rating.unitStats': { input: () => ({}) },
  'rating.survey': {
    input: () => ({
      answers: { satisfied: 'yes', trust: 'yes', approve: 'partly', welcome: 'no' },
      requestId: newRequest(),
    }),
  },
  'rating.surveyStats': { input: () => ({}) },
  'rating.rectifications': { input: () => ({}) },
  'rating.rectification': { input: () => ({ id: 'none' }), missing: true },
  'rating.contact': { input: () => ({ ...nothing(), outcome: 'unreached' }), missing: true },
  'rating.rectify': { input: () => ({ ...nothing(), text: '改了' }), missing: true },
  'rating.revisit': { input: () => ({ ...nothing(), outcome: 'settled' }), missing: true },
  'rating.conclude': { input: () => ({ ...nothing(), text: '就这样' }), missing: true },
  'rating.appeal': { input: () => ({ ...nothing(), text: '不是我们' }), missing: true },
  'rating.judgeAppeal': {
    input: () => ({ ...nothing(), upheld: false, reason: '属实' }),
    missing: true,
  },
  // Last: who accepts a hand-over stands in for somebody from then on.
  ...MADE_SAMPLES,
}

/** So many that no cell needs the slot of another. */
const WORKDAYS = Array.from({ length: 30 }, (_, day) => addDays('2026-11-27', day))

let cloud: LocalCloud
let admin: Admin
let slots: string[]

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  const all = await Promise.all(WORKDAYS.map((day) => slotsOf(cloud, 'hall', day)))
  slots = all.flat().map(({ id }) => id)
})
afterAll(() => cloud.stop())

const NEEDS_SLOT = ['appointment.book', 'appointment.reschedule', 'appointment.joinWaitlist']

/** Fresh documents for one cell of the matrix, so that no cell sees the traces of another. */
async function targetsFor(name: string, owner: string): Promise<Targets> {
  const sample = SAMPLES[name]
  let caseId = ''
  if (sample?.target && (name.startsWith('case.') || name.startsWith('rating.'))) {
    caseId = (await submit(cloud, owner)).id
    if (sample.state) await step(cloud, 'accept', caseId)
    if (sample.state === 'decided') {
      await step(cloud, 'decide', caseId, { outcome: 'approve', reply: '批了' })
    }
  }
  let seatId = ''
  if (sample?.target && name.startsWith('appointment.')) {
    const booked = await cloud.ok<{ appointment: { id: string } }>(owner, 'appointment.book', {
      slotId: slots.pop(),
      codes: ['MZ-05'],
      for: { name: `某人${String(slots.length)}` },
      requestId: newRequest(),
    })
    seatId = booked.appointment.id
  }
  const onAnIssue = ON_ISSUES.includes(name)
  const onAnOrder = !onAnIssue && sample?.target === true && name.startsWith('supervision.')
  return {
    caseId,
    seatId,
    slotId: NEEDS_SLOT.includes(name) ? (slots.pop() ?? '') : '',
    issueId: onAnIssue ? (await raiseIssue(cloud)).id : '',
    officeId: (await MADE_SAMPLES[name]?.make?.(cloud)) ?? '',
    orderId: onAnOrder ? (await issuedOrder(cloud, sample.state as OrderState | undefined)).id : '',
  }
}

/** Nobody has these numbers, or is at this place: not being found is the right answer. */
const BY_CODE = [
  'case.track',
  'case.trackIssue',
  'case.askAgain',
  'account.bindStaff',
  'appointment.openSlots',
  'appointment.closeSlots',
  'appointment.checkIn',
  'appointment.walkIn',
  'appointment.callNext',
  'appointment.serve',
  'appointment.noShow',
]

const DENIED = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']

function expectedCode(
  by: readonly By[],
  scope: ScopeName,
  sample: { target?: true; inside?: readonly string[]; forbidden?: readonly string[] },
  identity: { openid: string | null; role: By | null },
  owner: 'villagers' | 'agents',
): string | null {
  if (by.includes('public')) return null
  if (identity.openid === null) return 'UNAUTHENTICATED'
  if (by.includes('wechat')) return null
  if (identity.role === null) return 'UNAUTHENTICATED'
  const isHead = identity.role === 'head'
  if (!by.includes(identity.role) && !(isHead && by.includes('leader'))) return 'FORBIDDEN'
  if (!sample.target) return null
  // The head is a leader too.
  const openid = isHead ? people.LEADER : identity.openid
  if (sample.forbidden?.includes(openid)) return 'FORBIDDEN'
  const inside = sample.inside ?? INSIDE[scope]?.[owner]
  return inside?.includes(openid) ? null : 'NOT_FOUND'
}

describe('every action × every identity', () => {
  test('every action of the tables has a sample, and every sample an action', async () => {
    const tables = await actionTables()
    const names = Object.entries(tables).flatMap(([fn, table]) =>
      Object.keys(table).map((action) => `${fn}.${action}`),
    )
    expect(names.sort()).toEqual(Object.keys(SAMPLES).sort())
  })

  test.each(Object.keys(SAMPLES))(
    '%s',
    async (name) => {
      const [fn = '', actionName = ''] = name.split('.')
      const action = (await actionTables())[fn]?.[actionName]
      const sample = SAMPLES[name]
      if (!action || !sample) throw new Error(`no action ${name}`)
      const owners = sample.target
        ? ([
            ['villagers', people.VILLAGER],
            ['agents', people.AGENT],
          ] as const)
        : ([['villagers', people.VILLAGER]] as const)
      for (const [kind, owner] of owners) {
        // What is refused leaves the target as it was, so the next identity may have it.
        let fresh: Targets | null = null
        for (const identity of IDENTITIES) {
          const targets: Targets = fresh ?? (await targetsFor(name, owner))
          const before = await stateOf(targets, name)
          const code = await cloud.code(
            identity.openid,
            name,
            sample.input(targets) as Record<string, unknown>,
          )
          const expected = expectedCode(action.by, action.scope, sample, identity, kind)
          const cell = `${identity.who}, handed in by ${kind}`
          fresh = expected === null ? null : targets
          if (expected === null) {
            const missed = sample.missing && code === 'NOT_FOUND'
            const refused = sample.byFlow && code === 'FORBIDDEN'
            const denied = DENIED.includes(code) && !missed && !refused && !BY_CODE.includes(name)
            expect([cell, denied ? code : 'admitted']).toEqual([cell, 'admitted'])
          } else {
            expect([cell, code]).toEqual([cell, expected])
            expect(await stateOf(targets, name)).toEqual(before)
          }
        }
      }
    },
    60_000,
  )
})

/** The whole target: what is refused leaves no trace in it. */
async function stateOf(targets: Targets, name: string): Promise<unknown> {
  const { caseId, seatId, orderId, issueId, officeId } = targets
  if (issueId) return (await admin.one<{ v: number }>('issues', { _id: issueId })).v
  const { collection = '' } = MADE_SAMPLES[name] ?? {}
  if (officeId) return (await admin.one<{ v: number }>(collection, { _id: officeId })).v
  if (orderId) return (await admin.one<{ v: number }>('orders', { _id: orderId })).v
  if (caseId) return (await admin.one<{ v: number }>('cases', { _id: caseId })).v
  if (seatId) return (await admin.one<{ v: number }>('slots', { 'issued.id': seatId })).v
  return null
}
