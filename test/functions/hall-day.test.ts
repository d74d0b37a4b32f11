/** The day at the window: who is there, who is next, what came of it; numbers only on the screen. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import type { DayDocument } from '../../cloudfunctions/core/store/documents/day'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  AGENT,
  CADRE,
  newRequest,
  OTHER_AGENT,
  THURSDAY,
  TUESDAY,
  VILLAGER,
} from '../support/people'
import { slotsOf } from '../support/steps'

type Entry = Output<'appointment', 'checkIn'>['entry']

const PLACE = { venueId: 'v01' }
let cloud: LocalCloud
let admin: Admin
/** Booked in the village for Thursday: at 8:30, at 8:30 by name, at 9:00. */
let early: string
let later: string

const book = async (slotId: string | undefined, name: string) => {
  const { appointment } = await cloud.ok<Output<'appointment', 'book'>>(
    VILLAGER,
    'appointment.book',
    { slotId, codes: ['MZ-05'], for: { name, villageId: 'v01' }, requestId: newRequest() },
  )
  return appointment.id
}

/** A contact as it is stored; who reads it does not matter here. */
const SEALED = { by: 'relative', phone: null }

/** A matter that the cadre's department serves at once. */
async function instantItem(): Promise<string> {
  const item = await admin.one<{ code: string }>('items', {
    'unit.id': 'mz',
    instant: true,
    mode: 'direct',
  })
  return item.code
}

const at = async (action: string, data: object = {}, openid = AGENT) =>
  (
    await cloud.ok<{ entry: Entry }>(openid, `appointment.${action}`, {
      ...PLACE,
      ...data,
      requestId: newRequest(),
    })
  ).entry

const code = (action: string, data: object = {}, openid = AGENT) =>
  cloud.code(openid, `appointment.${action}`, { ...PLACE, requestId: newRequest(), ...data })

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
  const [first, second] = await slotsOf(cloud)
  early = await book(first?.id, '甲')
  await book(first?.id, '乙')
  later = await book(second?.id, '丙')
})
afterAll(() => cloud.stop())

test('a ticket of another day is not good today, and that is said', async () => {
  const answer = await cloud.call(AGENT, 'appointment.checkIn', {
    ...PLACE,
    ticket: `ticket:${early}`,
    requestId: newRequest(),
  })
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'ACTION_NOT_ALLOWED', message: expect.stringContaining('11月26日') as unknown },
  })
})

describe('on Thursday in the village', () => {
  beforeAll(async () => {
    await cloud.clock(`${THURSDAY}T00:20:00.000Z`)
  })

  test('by QR code, by number, by name; twice is once', async () => {
    const scanned = await at('checkIn', { ticket: `ticket:${early}` })
    expect(scanned).toMatchObject({ name: '甲', state: 'waiting', ahead: 0 })
    expect(await at('checkIn', { number: Number(scanned.ticket) })).toMatchObject({ id: early })
    expect(await at('checkIn', { name: '乙', villageId: 'v01' })).toMatchObject({ ahead: 1 })
    expect(await code('checkIn', { name: '没来过的人' })).toBe('NOT_FOUND')
  })

  test('somebody else’s village is not found', async () => {
    expect(await code('checkIn', { ticket: early }, OTHER_AGENT)).toBe('NOT_FOUND')
    expect(await code('walkIn', {}, OTHER_AGENT)).toBe('NOT_FOUND')
  })

  test('who just comes gets a number above; priority has its reason and goes first', async () => {
    const came = { name: '丁', requestId: newRequest() }
    const first = await cloud.ok<{ entry: Entry }>(AGENT, 'appointment.walkIn', {
      ...PLACE,
      ...came,
    })
    expect(first.entry.ticket).toBe('501')
    expect(
      await cloud.ok<{ entry: Entry }>(AGENT, 'appointment.walkIn', { ...PLACE, ...came }),
    ).toEqual(first)
    const old = await at('walkIn', { name: '戊', priority: '80岁以上' })
    expect(old).toMatchObject({ ticket: '502', ahead: 0 })
    expect(await code('walkIn', { priority: '认识' })).toBe('INVALID_INPUT')
  })

  test('the order of calling, one at a time, the same tap twice calls one', async () => {
    await cloud.clock(`${THURSDAY}T00:31:00.000Z`)
    const tap = { ...PLACE, requestId: newRequest() }
    const call = () =>
      cloud.ok<Output<'appointment', 'callNext'>>(AGENT, 'appointment.callNext', tap)
    const first = await call()
    expect(first.entry?.name).toBe('戊')
    expect(await call()).toEqual(first)
    expect((await at('callNext')).name).toBe('甲')
    const screen = await cloud.ok<Output<'appointment', 'hall'>>(null, 'appointment.hall', PLACE)
    expect(screen.calling.map(({ number }) => number)).toContain('502')
    expect(JSON.stringify(screen)).not.toMatch(/[甲乙丙丁戊]/)
  })

  test('the ticket says how far it is', async () => {
    const here = async (id: string) =>
      (await cloud.ok<Output<'appointment', 'detail'>>(VILLAGER, 'appointment.detail', { id }))
        .appointment.here
    expect(await here(early)).toMatchObject({ state: 'called' })
    expect(await here(later)).toBeNull()
  })

  test('not there when called: comes back and is called again', async () => {
    expect(await at('noShow', { id: early })).toMatchObject({ state: 'absent' })
    expect(await at('checkIn', { ticket: early })).toMatchObject({ state: 'waiting' })
    expect(await at('callNext', { id: early })).toMatchObject({ state: 'called' })
  })

  test('what came of it is written once, and the ticket is used', async () => {
    const done = { ...PLACE, id: early, came: 'consultation', requestId: newRequest() }
    await cloud.ok(AGENT, 'appointment.serve', done)
    expect(await cloud.code(AGENT, 'appointment.serve', done)).toBe('OK')
    expect(await code('serve', { id: early, came: 'done' })).toBe('ACTION_NOT_ALLOWED')
    expect(await code('checkIn', { ticket: early })).toBe('ACTION_NOT_ALLOWED')
    expect(await code('callNext', { id: early })).toBe('ACTION_NOT_ALLOWED')
    const used = await cloud.ok<Output<'appointment', 'detail'>>(VILLAGER, 'appointment.detail', {
      id: early,
    })
    expect(used.appointment).toMatchObject({ here: { state: 'served' }, allowed: [] })
  })

  describe('接着号票办', () => {
    const visitor = (id: string, venueId = PLACE.venueId) => ({
      visitor: { venueId, date: THURSDAY, id },
    })
    const arrived = async (name: string, call = true) => {
      const { id } = await at('walkIn', { name, villageId: 'v01', codes: ['MZ-05'] })
      if (call) await at('callNext', { id })
      return id
    }
    const entryOf = async (id: string) => {
      const day = await admin.one<DayDocument>('days', { venueId: 'v01', date: THURSDAY })
      return day.entries.find((entry) => entry.id === id)
    }
    const paper = (id: string, contact: object | null) => ({
      code: 'MZ-05',
      applicant: { name: '甲', villageId: 'v01', ...(contact ? { contact } : {}) },
      materials: [],
      ...visitor(id),
    })

    test('the matter knows the number, the day the matter, and who booked is reached as they said', async () => {
      const [slot] = (await slotsOf(cloud)).slice(-1)
      const id = await book(slot?.id, '辛')
      await admin.update('slots', { 'seats.id': id }, { $set: { 'seats.0.contact': SEALED } })
      await at('checkIn', { ticket: id })
      await at('callNext', { id })
      const request = { ...paper(id, null), requestId: newRequest() }
      const first = await cloud.ok<Output<'case', 'intake'>>(AGENT, 'case.intake', request)
      expect(await cloud.ok(AGENT, 'case.intake', request)).toEqual(first)
      expect(await admin.one('cases', { _id: first.case.id })).toMatchObject({
        applicant: { name: '甲', contact: SEALED },
        ticket: { venueId: 'v01', date: THURSDAY, id },
      })
      const second = await cloud.ok<Output<'case', 'intake'>>(AGENT, 'case.intake', {
        ...request,
        requestId: newRequest(),
      })
      const { appointment } = await cloud.ok<Output<'appointment', 'detail'>>(
        VILLAGER,
        'appointment.detail',
        { id },
      )
      expect(appointment.here).toMatchObject({
        state: 'served',
        numbers: [first.case.number, second.case.number],
      })
    })

    test('a question is counted as one, about what they came for', async () => {
      const id = await arrived('壬')
      const asked = { outcome: 'answered', ...visitor(id), requestId: newRequest() }
      const { consultation } = await cloud.ok<Output<'office', 'consultation'>>(
        AGENT,
        'office.consultation',
        asked,
      )
      const { category } = await admin.one<{ category: string }>('items', { code: 'MZ-05' })
      expect(consultation.topic).toBe(category)
      expect(await entryOf(id)).toMatchObject({
        state: 'served',
        outcome: { came: 'consultation' },
      })
    })

    test('served at once at the window of the department', async () => {
      const id = await arrived('癸')
      const request = {
        ...paper(id, { by: 'agent' }),
        reply: '当面办好了',
        requestId: newRequest(),
      }
      const { materials, ...now } = request
      expect(materials).toEqual([])
      const code = await cloud.code(CADRE, 'case.serveNow', { ...now, code: await instantItem() })
      expect(code).toBe('OK')
      expect(await entryOf(id)).toMatchObject({ outcome: { came: 'done' } })
    })

    test('not from another village, not before they are called, not without a way to reach them', async () => {
      const id = await arrived('子', false)
      const cases = await admin.count('cases')
      const take = (data: object, openid = AGENT) =>
        cloud.code(openid, 'case.intake', { ...data, requestId: newRequest() })
      expect(await take(paper(id, { by: 'agent' }))).toBe('ACTION_NOT_ALLOWED')
      await at('callNext', { id })
      expect(await take(paper(id, { by: 'agent' }), OTHER_AGENT)).toBe('NOT_FOUND')
      expect(await take({ ...paper(id, { by: 'agent' }), ...visitor(id, 'hall') })).toBe(
        'NOT_FOUND',
      )
      expect(await take({ ...paper(id, { by: 'agent' }), ...visitor('nobody') })).toBe('NOT_FOUND')
      expect(await take(paper(id, null))).toBe('INVALID_INPUT')
      expect(await admin.count('cases')).toBe(cases)
      expect(await entryOf(id)).toMatchObject({ state: 'called' })
    })
  })

  test('late is not lost: the next place of the day that is free', async () => {
    await cloud.clock(`${THURSDAY}T01:40:00.000Z`)
    expect(await at('checkIn', { ticket: later })).toMatchObject({
      dueAt: '2026-11-26T01:30:00.000Z',
    })
  })

  test('several windows at the same moment never call the same person', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => at('walkIn', { name: `客${String(n)}` })))
    const called = await Promise.all(
      Array.from({ length: 5 }, (_, n) => at('callNext', {}, n % 2 ? AGENT : CADRE)),
    )
    expect(new Set(called.map(({ id }) => id)).size).toBe(5)
  })

  test('the day shows all of it, and the night after only counts are left', async () => {
    const query = { ...PLACE, date: THURSDAY }
    const day = await cloud.ok<Output<'appointment', 'day'>>(AGENT, 'appointment.day', query)
    expect(day.visitors.map(({ name, state }) => [name, state])).toEqual([
      ['甲', 'served'],
      ['乙', expect.any(String)],
      ['丙', expect.any(String)],
      ['辛', 'served'],
    ])
    expect(day.walkIns).toHaveLength(11)
    await cloud.clock('2026-11-27T17:30:00.000Z')
    await cloud.tick()
    expect(await admin.one('days', { venueId: 'v01' })).toMatchObject({
      entries: [],
      counts: { booked: 4, came: 4, walkIns: 11, served: 4 },
    })
  })
})
