import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { CloudCallError, startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, newRequest, OTHER_VILLAGER, TUESDAY, UNKNOWN, VILLAGER } from '../support/people'
import { APPLICANT, slotsOf, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin
let caseId: string
let slotId: string
let stored: Record<string, unknown>

/** What may change when something is stored. */
async function fingerprint(): Promise<Record<string, unknown>> {
  const versions = await admin.find<{ v: number }>('cases', { township: 'xinpu' })
  return {
    cases: versions.length,
    steps: versions.reduce((sum, { v }) => sum + v, 0),
    claims: await admin.count('claims'),
    accounts: await admin.count('accounts'),
    messages: await admin.count('messages'),
    seats: await admin.count('slots', { 'seats.0': { $exists: true } }),
  }
}

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  caseId = (await submit(cloud, OTHER_VILLAGER)).id
  slotId = (await slotsOf(cloud))[0]?.id ?? ''
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  stored = await fingerprint()
})

const paper = { code: 'MZ-05', applicant: APPLICANT, materials: [] }

describe('each wrong request gets its code, a plain sentence, and nothing is stored', () => {
  const wrong: [
    what: string,
    openid: string | null,
    name: string,
    data: () => object,
    code: string,
  ][] = [
    ['an unknown action', VILLAGER, 'case.frobnicate', () => ({}), 'INVALID_INPUT'],
    ['a name from the prototype', VILLAGER, 'case.constructor', () => ({}), 'INVALID_INPUT'],
    ['no action at all', VILLAGER, 'case', () => ({}), 'INVALID_INPUT'],
    [
      'a missing field',
      VILLAGER,
      'case.submit',
      () => ({ ...paper, requestId: undefined }),
      'INVALID_INPUT',
    ],
    [
      'a wrong type',
      VILLAGER,
      'case.submit',
      () => ({ ...paper, materials: 'all', requestId: 'x' }),
      'INVALID_INPUT',
    ],
    [
      'an item that is not there',
      VILLAGER,
      'case.submit',
      () => ({ ...paper, code: 'ZZ-99', requestId: 'x' }),
      'NOT_FOUND',
    ],
    [
      'an item that needs no handing in',
      VILLAGER,
      'case.submit',
      () => ({ ...paper, code: 'MZ-13', requestId: 'x' }),
      'INVALID_INPUT',
    ],
    [
      'a phone that is none',
      VILLAGER,
      'case.submit',
      () => ({
        ...paper,
        applicant: { name: '甲', contact: { by: 'phone', phone: '12' } },
        requestId: 'x',
      }),
      'INVALID_INPUT',
    ],
    [
      'an operator instead of an id',
      VILLAGER,
      'case.detail',
      () => ({ id: { $ne: '' } }),
      'INVALID_INPUT',
    ],
    [
      'a guide of an item that is not there',
      null,
      'catalog.guide',
      () => ({ code: 'ZZ-99' }),
      'NOT_FOUND',
    ],
    [
      'six matters on one ticket',
      VILLAGER,
      'appointment.book',
      () => ({
        slotId,
        codes: ['MZ-01', 'MZ-02', 'MZ-03', 'MZ-04', 'MZ-05', 'MZ-06'],
        requestId: 'x',
      }),
      'INVALID_INPUT',
    ],
    [
      'a booking for an item that is not there',
      VILLAGER,
      'appointment.book',
      () => ({ slotId, codes: ['ZZ-99'], requestId: 'x' }),
      'NOT_FOUND',
    ],
    [
      'a slot that is not there',
      VILLAGER,
      'appointment.book',
      () => ({ slotId: 'xinpu:v01:2026-11-25:0830', codes: ['MZ-05'], requestId: 'x' }),
      'NOT_FOUND',
    ],
    [
      'dates the wrong way round',
      null,
      'appointment.slots',
      () => ({ venueId: 'hall', from: '2026-12-02', to: '2026-12-01' }),
      'INVALID_INPUT',
    ],
    [
      'a date that does not exist',
      null,
      'appointment.slots',
      () => ({ venueId: 'hall', from: '2026-02-30', to: '2026-03-01' }),
      'INVALID_INPUT',
    ],
    ["someone else's case", VILLAGER, 'case.detail', () => ({ id: caseId }), 'NOT_FOUND'],
    [
      'a staff action by a villager',
      VILLAGER,
      'case.accept',
      () => ({ id: caseId, requestId: 'x' }),
      'FORBIDDEN',
    ],
    [
      'a staff action by another department',
      'demo-cadre-yb',
      'case.accept',
      () => ({ id: caseId, requestId: 'x' }),
      'NOT_FOUND',
    ],
    [
      'an unknown openid',
      UNKNOWN,
      'case.submit',
      () => ({ ...paper, requestId: 'x' }),
      'UNAUTHENTICATED',
    ],
    [
      'no openid',
      null,
      'appointment.book',
      () => ({ slotId, codes: ['MZ-05'], requestId: 'x' }),
      'UNAUTHENTICATED',
    ],
    [
      'registering without consent',
      UNKNOWN,
      'account.bindResident',
      () => ({ name: '张三', villageId: 'v01', contact: { by: 'agent' }, requestId: 'x' }),
      'CONSENT_REQUIRED',
    ],
    [
      'registering in a village that is not there',
      UNKNOWN,
      'account.bindResident',
      () => ({
        name: '张三',
        villageId: 'v99',
        contact: { by: 'agent' },
        consent: true,
        requestId: 'x',
      }),
      'INVALID_INPUT',
    ],
    [
      'a wrong ID number',
      UNKNOWN,
      'account.bindResident',
      () => ({
        name: '张三',
        villageId: 'v01',
        contact: { by: 'agent' },
        idNumber: '999999195503121114',
        consent: true,
        requestId: 'x',
      }),
      'INVALID_INPUT',
    ],
    ['the timer called from a phone', VILLAGER, 'jobs', () => ({ Type: 'Timer' }), 'FORBIDDEN'],
    ['the timer called without a timer', null, 'jobs', () => ({}), 'FORBIDDEN'],
  ]
  test.each(wrong)('%s', async (_what, openid, name, data, code) => {
    const answer = await cloud.call(openid, name, data() as Record<string, unknown>)
    expect(answer).toMatchObject({ ok: false, error: { code } })
    if (!answer.ok) expect(answer.error.message).toMatch(/^[^A-Za-z]*[\u4e00-\u9fff].*[。]$/u)
    expect(await fingerprint()).toEqual(stored)
  })

  test('a slot in the past', async () => {
    const past = await startLocalCloud({ now: '2026-11-26T00:00:00Z' })
    try {
      const [slot] = await slotsOf(past)
      await past.clock('1h')
      const request = { slotId: slot?.id, codes: ['MZ-05'], requestId: newRequest() }
      expect(await past.code(VILLAGER, 'appointment.book', request)).toBe('TOO_LATE')
      expect(await new Admin(past).count('claims')).toBe(0)
    } finally {
      await past.stop()
    }
  })

  test('a slot that was closed', async () => {
    const slot = (await slotsOf(cloud, 'v05'))[0]?.id
    await admin.update('slots', { _id: slot }, { $set: { state: 'closed' } })
    const request = { slotId: slot, codes: ['MZ-05'], requestId: newRequest() }
    expect(await cloud.code(VILLAGER, 'appointment.book', request)).toBe('SLOT_CLOSED')
    expect(await fingerprint()).toEqual(stored)
  })

  test('a request of 200 KB', async () => {
    const huge = { ...paper, note: '长'.repeat(70_000), requestId: newRequest() }
    await expect(cloud.call(VILLAGER, 'case.submit', huge)).rejects.toBeInstanceOf(CloudCallError)
    expect(await fingerprint()).toEqual(stored)
  })

  test('broken JSON', async () => {
    const response = await fetch(`${cloud.url}/wx/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"openid": "demo-villager-1", "name": ',
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID_JSON' } })
  })
})

describe('the same requestId', () => {
  test('with other content is a conflict and changes nothing', async () => {
    const requestId = newRequest()
    await cloud.ok(VILLAGER, 'case.submit', { ...paper, requestId })
    const before = await fingerprint()
    const other = { ...paper, note: '另外的话', requestId }
    expect(await cloud.code(VILLAGER, 'case.submit', other)).toBe('CONFLICT')
    expect(await fingerprint()).toEqual(before)
  })

  test('of somebody else is another request', async () => {
    const requestId = newRequest()
    const mine = await cloud.ok<{ case: { id: string } }>(VILLAGER, 'case.submit', {
      ...paper,
      requestId,
    })
    const theirs = await cloud.ok<{ case: { id: string } }>(OTHER_VILLAGER, 'case.submit', {
      ...paper,
      requestId,
    })
    expect(theirs.case.id).not.toBe(mine.case.id)
  })

  test('of a staff action with other content is a conflict', async () => {
    const { id } = await submit(cloud)
    const requestId = newRequest()
    const first = await cloud.ok(CADRE, 'case.accept', { id, requestId })
    expect(await cloud.ok(CADRE, 'case.accept', { id, requestId })).toEqual(first)
    expect(await cloud.code(CADRE, 'case.accept', { id, requestId, note: '换个说法' })).toBe(
      'CONFLICT',
    )
  })
})

test('text of emoji, rare characters and invisible ones is kept as people see it', async () => {
  const name = '𠮷㐂· 阿卜杜拉'
  const { case: receipt } = await cloud.ok<{ case: { id: string } }>(VILLAGER, 'case.submit', {
    ...paper,
    applicant: { name: `\u202e${name}\u200b`, contact: { by: 'paper' } },
    note: '3<5，<王主任>说的 🙏',
    requestId: newRequest(),
  })
  const detail = await cloud.ok<{ case: { applicant: { name: string }; note: string } }>(
    VILLAGER,
    'case.detail',
    { id: receipt.id },
  )
  expect(detail.case.applicant.name).toBe(name)
  expect(detail.case.note).toBe('3<5，<王主任>说的 🙏')
})

test('guessing query codes is stopped for the day, and a right code works again tomorrow', async () => {
  const receipt = await submit(cloud)
  const track = (code: string) => cloud.code(null, 'case.track', { number: receipt.number, code })
  const wrong = receipt.queryCode === '111111' ? '222222' : '111111'
  for (let guess = 0; guess < 10; guess++) expect(await track(wrong)).toBe('NOT_FOUND')
  expect(await track(receipt.queryCode)).toBe('RATE_LIMITED')
  await cloud.clock('1d')
  expect(await track(receipt.queryCode)).toBe('OK')
})
