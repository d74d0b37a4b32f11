/** 调解 and 接待咨询 through the built functions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ConsultationDocument } from '../../cloudfunctions/core/store/documents/consultation'
import type { MediationDocument } from '../../cloudfunctions/core/store/documents/mediation'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { mediationIn, mediationStep, MEDIATOR, QUARREL } from '../support/mediations'
import type { Mediation } from '../support/mediations'
import { LEADER, newRequest, OTHER_WINDOW, SUPERVISOR, TUESDAY, WINDOW } from '../support/people'

let cloud: LocalCloud
let admin: Admin
beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const stored = (id: string) => admin.one<MediationDocument>('mediations', { _id: id })
const code = (action: string, id: string, content: Record<string, unknown>, openid = MEDIATOR) =>
  cloud.code(openid, `office.${action}`, { id, requestId: newRequest(), ...content })
const titles = async (openid: string) =>
  (await cloud.ok<{ messages: { title: string; text: string }[] }>(openid, 'account.inbox'))
    .messages

const PRIVATE = ['覃老三', '龚满秀', '0000777', '水沟', '吵了']

describe('调解', () => {
  test('the consent of both, talks, an oral agreement, performed', async () => {
    const { id } = await mediationIn(cloud)
    expect(await code('mediationNote', id, { text: '谈了一次' })).toBe('ACTION_NOT_ALLOWED')
    await mediationStep(cloud, 'mediationConsent', id, { party: '甲方', given: true })
    expect(await code('mediationNote', id, { text: '谈了一次' })).toBe('ACTION_NOT_ALLOWED')
    await mediationStep(cloud, 'mediationConsent', id, { party: '乙方', given: true })
    await mediationStep(cloud, 'mediationNote', id, { text: '水沟让一尺，老三说要想想' })
    expect(await code('mediationAgree', id, { form: 'oral', text: ' ' })).toBe('REPLY_REQUIRED')
    const late = { form: 'oral', text: '让一尺', performBy: '2026-11-01' }
    expect(await code('mediationAgree', id, late)).toBe('INVALID_INPUT')
    const agreed = await mediationStep(cloud, 'mediationAgree', id, {
      form: 'oral',
      text: '水沟让出一尺，月底前挖好',
      performBy: '2026-11-30',
    })
    expect(agreed.agreement).toMatchObject({ form: 'oral', confirmBy: '2026-12-24' })
    const visit = { done: false, text: '挖了一半，周五再看' }
    expect((await mediationStep(cloud, 'mediationPerform', id, visit)).status).toBe('agreed')
    const done = { done: true, text: '挖好了，水通了' }
    expect(await mediationStep(cloud, 'mediationPerform', id, done)).toMatchObject({
      status: 'performed',
      allowed: [],
    })
    const doc = await stored(id)
    expect([doc.open, brokenEvent(doc.log)]).toEqual([false, null])
  })

  test.each([
    ['before it began', 'asking'],
    ['in the middle of it', 'talking'],
  ] as const)('a no %s ends it', async (_when, state) => {
    const { id } = await mediationIn(cloud, state)
    const ended = await mediationStep(cloud, 'mediationConsent', id, {
      party: '乙方',
      given: false,
    })
    expect(ended).toMatchObject({ status: 'ended', allowed: [] })
    expect(await code('mediationNote', id, { text: '再谈一次' })).toBe('ACTION_NOT_ALLOWED')
  })

  test('nobody but the mediator reads who quarrels about what', async () => {
    const own = await mediationIn(cloud, 'agreed')
    await mediationStep(cloud, 'mediationConfirm', own.id)
    const text = JSON.stringify(await stored(own.id))
    for (const word of PRIVATE) expect(text).not.toContain(word)
    for (const openid of [LEADER, SUPERVISOR]) {
      const seen = await cloud.ok<{ mediation: Mediation }>(openid, 'office.mediationDetail', {
        id: own.id,
      })
      const list = await cloud.ok<Output<'office', 'mediations'>>(openid, 'office.mediations')
      expect(seen.mediation).toMatchObject({ number: own.number, parties: [], title: '' })
      for (const word of PRIVATE) {
        expect(JSON.stringify([seen, list])).not.toContain(word)
      }
      expect(seen.mediation.allowed).toEqual([])
    }
    expect(await code('mediationDetail', own.id, {}, WINDOW)).toBe('NOT_FOUND')
    expect(await code('mediationNote', own.id, { text: '插一句' }, LEADER)).toBe('NOT_FOUND')
    const [mine] = (await cloud.ok<Output<'office', 'mediations'>>(MEDIATOR, 'office.mediations'))
      .mediations
    expect(mine?.title).toContain('覃老三')
  })

  test.each([
    ['one party alone', { parties: [{ name: '覃老三' }] }],
    ['eleven parties', { parties: Array.from({ length: 11 }, () => ({ name: '某人' })) }],
    ['a telephone that is none', { parties: [{ name: '甲', phone: '12' }, { name: '乙' }] }],
    ['no reason', { summary: ' ' }],
  ])('refused: %s', async (_what, wrong) => {
    const input = { ...QUARREL, ...wrong, requestId: newRequest() }
    expect(await cloud.code(MEDIATOR, 'office.mediation', input)).toBe('INVALID_INPUT')
  })
})

describe('接待咨询', () => {
  const record = (content: Record<string, unknown> = {}, openid = WINDOW) => ({
    openid,
    input: { topic: 'insurance', outcome: 'answered', requestId: newRequest(), ...content },
  })
  const mine = (openid = WINDOW) =>
    cloud.ok<Output<'office', 'consultations'>>(openid, 'office.consultations')

  test('counted by themselves, and not as cases', async () => {
    const cases = await admin.count('cases')
    const { input } = record()
    await cloud.ok(WINDOW, 'office.consultation', input)
    await cloud.ok(WINDOW, 'office.consultation', input)
    await cloud.ok(WINDOW, 'office.consultation', record({ outcome: 'guided' }).input)
    expect(await mine()).toEqual({ today: 2, month: 2, pending: [] })
    expect(await mine(OTHER_WINDOW)).toMatchObject({ today: 0 })
    expect(await admin.count('cases')).toBe(cases)
  })

  test('a call back needs to know whom, is kept sealed until it was made, and ends with an answer', async () => {
    const pending = { outcome: 'pending', way: 'phone' }
    const without = record(pending).input
    expect(await cloud.code(WINDOW, 'office.consultation', without)).toBe('INVALID_INPUT')
    const { consultation } = await cloud.ok<Output<'office', 'consultation'>>(
      WINDOW,
      'office.consultation',
      record({ ...pending, callBack: '打给覃大旺，社保断了怎么补' }).input,
    )
    const doc = () => admin.one<ConsultationDocument>('consultations', { _id: consultation.id })
    expect(JSON.stringify(await doc())).not.toContain('覃大旺')
    expect((await mine()).pending).toMatchObject([{ callBack: '打给覃大旺，社保断了怎么补' }])
    expect(await code('callBack', consultation.id, { text: '好的' }, WINDOW)).toBe('REPLY_REQUIRED')
    expect(await code('callBack', consultation.id, { text: '说了' }, OTHER_WINDOW)).toBe(
      'NOT_FOUND',
    )
    expect(await code('callBack', consultation.id, { text: '下月起能补缴' }, WINDOW)).toBe('OK')
    expect((await mine()).pending).toEqual([])
    expect((await doc()).callBack).toBeNull()
  })
})

test('time: a call back is reminded of once, a mediation on its days, without names', async () => {
  await cloud.ok(WINDOW, 'office.consultation', {
    topic: 'land',
    outcome: 'pending',
    callBack: '打给龚满秀，水沟的事',
    requestId: newRequest(),
  })
  const { id } = await mediationIn(cloud, 'agreed')
  await cloud.clock('40d')
  await cloud.tick()
  const reminders = (await stored(id)).log.filter(({ by }) => by === 'system')
  expect(reminders.map(({ action, at }) => `${action} ${at.toISOString().slice(0, 10)}`)).toEqual([
    'remindPerformance 2026-12-10',
    'remindConfirmation 2026-12-17',
    'remindConfirmation 2026-12-24',
  ])
  const window = (await titles(WINDOW)).filter(({ title }) => title === '答应回的话还没回')
  expect(window).toHaveLength(1)
  const told = JSON.stringify([await titles(MEDIATOR), await titles(WINDOW)])
  for (const word of PRIVATE) expect(told).not.toContain(word)
  expect(await code('mediationConfirm', id, {})).toBe('TOO_LATE')
})
