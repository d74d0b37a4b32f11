/** 约号里的错：the code is clear, the words are plain, and the database is as it was before. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { COLLECTIONS } from '../../cloudfunctions/core/store/collections'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  ADMIN,
  AGENT,
  LEADER,
  newRequest,
  OTHER_AGENT,
  OTHER_VILLAGER,
  VILLAGER,
} from '../support/people'
import { slotsOf } from '../support/steps'
import type { Appointment } from '../support/steps'

const TODAY = '2026-11-24'
/** 60 days on: the last day on which slots can be opened by hand. */
const LAST_DAY = '2027-01-23'
const MORNING = [{ from: '18:00', to: '19:00' }]

let cloud: LocalCloud
let admin: Admin

/** What the rows below are about; all of it made while it was still possible. */
let made: Readonly<
  Record<
    'gone' | 'goneTicket' | 'used' | 'mine' | 'waiting' | 'village' | 'free' | 'closed' | 'home',
    string
  >
>
let othersFamily = ''
let planVersion = 0

const act = async (openid: string, name: string, data: object) =>
  (
    await cloud.ok<{ appointment: Appointment }>(openid, `appointment.${name}`, {
      ...data,
      requestId: newRequest(),
    })
  ).appointment

const one = async (venueId: string, date: string, start: string): Promise<string> =>
  (await slotsOf(cloud, venueId, date)).find((slot) => slot.start === start)?.id ?? ''

const forSomebody = (name: string) => ({ codes: ['MZ-05'], for: { name, villageId: 'v01' } })

/** One full time with somebody in the waiting list of it. */
async function fullTime() {
  const { slots } = await cloud.ok<Output<'appointment', 'openSlots'>>(
    LEADER,
    'appointment.openSlots',
    {
      ...{ venueId: 'v03', date: '2026-12-05', sessions: MORNING, minutes: 60, capacity: 1 },
      requestId: newRequest(),
    },
  )
  const slotId = slots[0]?.id ?? ''
  await act(VILLAGER, 'book', { slotId, ...forSomebody('甲') })
  return act(VILLAGER, 'joinWaitlist', { slotId, ...forSomebody('乙') })
}

beforeAll(async () => {
  cloud = await startLocalCloud({ now: `${TODAY}T00:00:00.000Z` })
  admin = new Admin(cloud)
  const gone = await one('hall', TODAY, '08:30')
  const goneTicket = await act(VILLAGER, 'book', { slotId: gone, ...forSomebody('丙') })
  const used = await act(VILLAGER, 'book', {
    slotId: await one('hall', TODAY, '14:00'),
    ...forSomebody('丁'),
  })
  const day = { venueId: 'hall', requestId: newRequest() }
  await cloud.ok(LEADER, 'appointment.checkIn', { ...day, ticket: used.id })
  await cloud.ok(LEADER, 'appointment.serve', { ...day, id: used.id, came: 'done' })
  const village = await one('v01', '2026-11-26', '08:30')
  const mine = await act(VILLAGER, 'book', { slotId: village, codes: ['MZ-05'] })
  const closed = await one('v02', '2026-11-26', '08:30')
  await admin.update('slots', { _id: closed }, { $set: { state: 'closed' } })
  const { homeVisits } = await cloud.ok<Output<'appointment', 'slots'>>(null, 'appointment.slots', {
    venueId: 'v01',
    from: '2026-11-26',
    to: '2026-11-26',
  })
  made = {
    gone,
    goneTicket: goneTicket.id,
    used: used.id,
    mine: mine.id,
    waiting: (await fullTime()).id,
    village,
    free: await one('v01', '2026-11-26', '09:00'),
    closed,
    home: homeVisits[0]?.id ?? '',
  }
  const { family } = await cloud.ok<Output<'account', 'family'>>(OTHER_VILLAGER, 'account.family', {
    add: { name: '他家老人', relation: '父亲', villageId: 'v02' },
    requestId: newRequest(),
  })
  othersFamily = family.at(-1)?.id ?? ''
  planVersion = (await cloud.ok<Output<'appointment', 'plan'>>(ADMIN, 'appointment.plan')).version
  // 9:20: the first time of today is over.
  await cloud.clock('80m')
  await cloud.tick()
})
afterAll(() => cloud.stop())

/** What people wrote, in full. */
const written = async () => ({
  used: await admin.find('slots', { 'issued.0': { $exists: true } }),
  slots: await admin.count('slots'),
  claims: await admin.find('claims', {}),
  days: await admin.find('days', {}),
  settings: await admin.find('settings', {}),
})

/** How much of everything there is. */
const counts = async () =>
  Object.fromEntries(
    await Promise.all(COLLECTIONS.map(async ({ name }) => [name, await admin.count(name)])),
  ) as Record<string, number>

type Row = readonly [what: string, openid: string, action: string, data: () => object, code: string]

const book = (slotId: () => string, more: object = {}) => {
  return () => ({ slotId: slotId(), codes: ['MZ-05'], ...more })
}
const opening = (change: object) => () => ({
  venueId: 'hall',
  date: '2026-12-05',
  sessions: MORNING,
  minutes: 30,
  capacity: 3,
  ...change,
})
const plan = (change: object) => () => ({ version: planVersion, ...change })
const EXTRA = { venueId: null, kind: 'extra', reason: '返乡', sessions: [] }
const exception = (change: object) =>
  plan({ exceptions: [{ id: 'e1', date: '2026-12-05', ...EXTRA, ...change }] })
const TEMPLATE = { days: 'workdays', sessions: MORNING, minutes: 30, capacity: 4 }
const template = (change: object) => plan({ templates: { hall: { ...TEMPLATE, ...change } } })

const IN_THE_PAST: readonly Row[] = [
  ['booking a time that is over', VILLAGER, 'book', book(() => made.gone), 'TOO_LATE'],
  ['waiting for one', VILLAGER, 'joinWaitlist', book(() => made.gone), 'TOO_LATE'],
  [
    'moving to one',
    VILLAGER,
    'reschedule',
    () => ({ id: made.mine, slotId: made.gone }),
    'TOO_LATE',
  ],
  [
    'moving from one',
    VILLAGER,
    'reschedule',
    () => ({ id: made.goneTicket, slotId: made.free }),
    'TOO_LATE',
  ],
  ['giving one back', VILLAGER, 'cancel', () => ({ id: made.goneTicket }), 'TOO_LATE'],
  ['opening yesterday', LEADER, 'openSlots', opening({ date: '2026-11-23' }), 'INVALID_INPUT'],
  [
    'opening this morning',
    LEADER,
    'openSlots',
    opening({ date: TODAY, sessions: [{ from: '07:00', to: '08:00' }] }),
    'INVALID_INPUT',
  ],
  [
    'closing what is over',
    LEADER,
    'closeSlots',
    () => ({ venueId: 'hall', date: '2026-11-23', reason: '停电' }),
    'NOT_FOUND',
  ],
  [
    'an exception of yesterday',
    ADMIN,
    'changePlan',
    exception({ date: '2026-11-23' }),
    'INVALID_INPUT',
  ],
]

const RANGES: readonly Row[] = [
  [
    'dates the wrong way round',
    VILLAGER,
    'slots',
    () => ({ venueId: 'hall', from: '2026-12-02', to: '2026-12-01' }),
    'INVALID_INPUT',
  ],
  [
    'four hundred days at once',
    VILLAGER,
    'slots',
    () => ({ venueId: 'hall', from: TODAY, to: '2027-12-29' }),
    'INVALID_INPUT',
  ],
  ['a horizon of 400 days', ADMIN, 'changePlan', plan({ horizonDays: 400 }), 'INVALID_INPUT'],
  ['a horizon of no days', ADMIN, 'changePlan', plan({ horizonDays: 0 }), 'INVALID_INPUT'],
  [
    'an exception in 401 days',
    ADMIN,
    'changePlan',
    exception({ date: '2027-12-30' }),
    'INVALID_INPUT',
  ],
  ['opening in 61 days', LEADER, 'openSlots', opening({ date: '2027-01-24' }), 'INVALID_INPUT'],
  ['opening in 400 days', LEADER, 'openSlots', opening({ date: '2027-12-29' }), 'INVALID_INPUT'],
  [
    'a session that ends before it begins',
    LEADER,
    'openSlots',
    opening({ sessions: [{ from: '11:00', to: '09:00' }] }),
    'INVALID_INPUT',
  ],
  [
    'a session without length',
    LEADER,
    'openSlots',
    opening({ sessions: [{ from: '09:00', to: '09:00' }] }),
    'INVALID_INPUT',
  ],
  [
    'sessions that overlap',
    LEADER,
    'openSlots',
    opening({
      sessions: [
        { from: '09:00', to: '11:00' },
        { from: '10:00', to: '12:00' },
      ],
    }),
    'INVALID_INPUT',
  ],
  [
    'a slot longer than its session',
    LEADER,
    'openSlots',
    opening({ minutes: 90 }),
    'INVALID_INPUT',
  ],
  [
    'a stretch to close, the wrong way round',
    LEADER,
    'closeSlots',
    () => ({
      venueId: 'hall',
      date: '2026-11-25',
      session: { from: '12:00', to: '09:00' },
      reason: '停电',
    }),
    'INVALID_INPUT',
  ],
  [
    'a template the wrong way round',
    ADMIN,
    'changePlan',
    template({ sessions: [{ from: '12:00', to: '08:30' }] }),
    'INVALID_INPUT',
  ],
  [
    'an exception the wrong way round',
    ADMIN,
    'changePlan',
    exception({ sessions: [{ from: '12:00', to: '08:30' }] }),
    'INVALID_INPUT',
  ],
]

const NOT_THEIRS: readonly Row[] = [
  ["another's ticket", OTHER_VILLAGER, 'detail', () => ({ id: made.mine }), 'NOT_FOUND'],
  ["giving back another's", OTHER_VILLAGER, 'cancel', () => ({ id: made.mine }), 'NOT_FOUND'],
  [
    "moving another's",
    OTHER_VILLAGER,
    'reschedule',
    () => ({ id: made.mine, slotId: made.free }),
    'NOT_FOUND',
  ],
  [
    "answering for another's",
    OTHER_VILLAGER,
    'answerOffer',
    () => ({ id: made.waiting, accept: true }),
    'NOT_FOUND',
  ],
  [
    'for the family of somebody else',
    VILLAGER,
    'book',
    () => ({ ...book(() => made.free)(), for: { memberId: othersFamily } }),
    'NOT_FOUND',
  ],
  [
    'waiting for the family of somebody else',
    VILLAGER,
    'joinWaitlist',
    () => ({ ...book(() => made.free)(), for: { memberId: othersFamily, name: '他家老人' } }),
    'NOT_FOUND',
  ],
  [
    'a time of another township',
    VILLAGER,
    'book',
    book(() => made.free.replace(/^[^:]+/, 'elsewhere')),
    'NOT_FOUND',
  ],
  [
    'a time that its place does not have',
    VILLAGER,
    'reschedule',
    () => ({ id: made.mine, slotId: made.free.replace('v01', 'v99') }),
    'NOT_FOUND',
  ],
  [
    'a ticket of the village, in the hall',
    LEADER,
    'checkIn',
    () => ({ venueId: 'hall', ticket: `ticket:${made.mine}` }),
    'ACTION_NOT_ALLOWED',
  ],
  ['the day of another village', OTHER_AGENT, 'callNext', () => ({ venueId: 'v01' }), 'NOT_FOUND'],
  ['times in another village', AGENT, 'openSlots', opening({ venueId: 'v02' }), 'NOT_FOUND'],
  [
    'closing another village',
    AGENT,
    'closeSlots',
    () => ({ venueId: 'v02', date: '2026-11-26', reason: '停电' }),
    'NOT_FOUND',
  ],
  [
    'somebody who is not in this hall',
    LEADER,
    'serve',
    () => ({ venueId: 'v01', id: made.used, came: 'done' }),
    'NOT_FOUND',
  ],
]

const USED: readonly Row[] = [
  [
    'giving a used ticket back',
    VILLAGER,
    'cancel',
    () => ({ id: made.used }),
    'ACTION_NOT_ALLOWED',
  ],
  [
    'moving a used ticket',
    VILLAGER,
    'reschedule',
    () => ({ id: made.used, slotId: made.free }),
    'ACTION_NOT_ALLOWED',
  ],
  ...(['checkIn', 'callNext', 'noShow'] as const).map((action): Row => [
    `${action} with a used ticket`,
    LEADER,
    action,
    () => ({ venueId: 'hall', id: made.used, ticket: made.used }),
    'ACTION_NOT_ALLOWED',
  ]),
  [
    'a second outcome',
    LEADER,
    'serve',
    () => ({ venueId: 'hall', id: made.used, came: 'again' }),
    'ACTION_NOT_ALLOWED',
  ],
  [
    'an answer that nobody asked for',
    VILLAGER,
    'answerOffer',
    () => ({ id: made.mine, accept: true }),
    'ACTION_NOT_ALLOWED',
  ],
  [
    'moving a place in the waiting list',
    VILLAGER,
    'reschedule',
    () => ({ id: made.waiting, slotId: made.free }),
    'ACTION_NOT_ALLOWED',
  ],
  [
    'moving to where it is',
    VILLAGER,
    'reschedule',
    () => ({ id: made.mine, slotId: made.village }),
    'INVALID_INPUT',
  ],
  [
    'moving into a closed time',
    VILLAGER,
    'reschedule',
    () => ({ id: made.mine, slotId: made.closed }),
    'SLOT_CLOSED',
  ],
  ['a second number in one half day', VILLAGER, 'book', book(() => made.free), 'ALREADY_BOOKED'],
  [
    'waiting where there is room',
    VILLAGER,
    'joinWaitlist',
    book(() => made.free, forSomebody('戊')),
    'ACTION_NOT_ALLOWED',
  ],
  [
    'a home visit without a home',
    VILLAGER,
    'book',
    book(() => made.home, forSomebody('己')),
    'INVALID_INPUT',
  ],
]

const CALENDAR: readonly Row[] = [
  [
    'a session over midnight',
    LEADER,
    'openSlots',
    opening({ sessions: [{ from: '23:30', to: '00:30' }] }),
    'INVALID_INPUT',
  ],
  [
    'the hour 24',
    LEADER,
    'openSlots',
    opening({ sessions: [{ from: '23:00', to: '24:00' }] }),
    'INVALID_INPUT',
  ],
  [
    'a template over midnight',
    ADMIN,
    'changePlan',
    template({ sessions: [{ from: '22:00', to: '06:00' }] }),
    'INVALID_INPUT',
  ],
  [
    '29 February of a year without',
    ADMIN,
    'changePlan',
    exception({ date: '2027-02-29' }),
    'INVALID_INPUT',
  ],
  [
    '31 November',
    LEADER,
    'closeSlots',
    () => ({ venueId: 'hall', date: '2026-11-31', reason: '停电' }),
    'INVALID_INPUT',
  ],
  [
    'month 13',
    VILLAGER,
    'slots',
    () => ({ venueId: 'hall', from: '2026-12-31', to: '2026-13-01' }),
    'INVALID_INPUT',
  ],
  [
    'an instant instead of a day',
    AGENT,
    'day',
    () => ({ venueId: 'v01', date: '2026-11-26T00:00:00Z' }),
    'INVALID_INPUT',
  ],
]

const MALFORMED: readonly Row[] = [
  ['no matter at all', VILLAGER, 'book', book(() => made.free, { codes: [] }), 'INVALID_INPUT'],
  [
    'six matters',
    VILLAGER,
    'joinWaitlist',
    book(() => made.free, { codes: Array.from({ length: 6 }, (_, n) => `MZ-0${String(n)}`) }),
    'INVALID_INPUT',
  ],
  ['an operator for an id', VILLAGER, 'cancel', () => ({ id: { $ne: '' } }), 'INVALID_INPUT'],
  [
    'a person without a name',
    VILLAGER,
    'book',
    book(() => made.free, { for: {} }),
    'INVALID_INPUT',
  ],
  ['number nought', LEADER, 'checkIn', () => ({ venueId: 'hall', number: 0 }), 'INVALID_INPUT'],
  [
    'a priority that is none',
    LEADER,
    'walkIn',
    () => ({ venueId: 'hall', priority: '熟人' }),
    'INVALID_INPUT',
  ],
  [
    'a place that is not there',
    ADMIN,
    'changePlan',
    exception({ venueId: 'v99' }),
    'INVALID_INPUT',
  ],
  [
    'a template that is not there',
    ADMIN,
    'changePlan',
    plan({ templates: { nowhere: TEMPLATE } }),
    'INVALID_INPUT',
  ],
  [
    'a place that would follow a template that is not there',
    ADMIN,
    'changePlan',
    plan({ venues: [{ id: 'v01', template: 'nowhere', also: [] }] }),
    'INVALID_INPUT',
  ],
  [
    'hours of an extra day that hold no number',
    ADMIN,
    'changePlan',
    exception({ sessions: [{ from: '08:30', to: '08:50' }] }),
    'INVALID_INPUT',
  ],
  [
    'two exceptions under one id',
    ADMIN,
    'changePlan',
    plan({
      exceptions: ['2026-12-05', '2026-12-06'].map((date) => ({ id: 'e1', date, ...EXTRA })),
    }),
    'INVALID_INPUT',
  ],
  [
    'a plan that somebody changed meanwhile',
    ADMIN,
    'changePlan',
    () => ({ ...template({})(), version: planVersion - 1 }),
    'CONFLICT',
  ],
]

describe.each([
  ['in the past', IN_THE_PAST],
  ['ranges and horizons', RANGES],
  ['what is not theirs', NOT_THEIRS],
  ['used, waiting, closed', USED],
  ['midnight, leap day, end of the year', CALENDAR],
  ['malformed', MALFORMED],
])('%s', (_group, rows) => {
  let before: Awaited<ReturnType<typeof written>>
  let countsBefore: Awaited<ReturnType<typeof counts>>
  beforeAll(async () => {
    before = await written()
    countsBefore = await counts()
  })

  test.each(rows)('%s', async (_what, openid, action, data, code) => {
    const request = { ...data(), requestId: newRequest() }
    const answer = await cloud.call(openid, `appointment.${action}`, request)
    expect(answer).toMatchObject({ ok: false, error: { code } })
    if (!answer.ok) expect(answer.error.message).toMatch(/^[^A-Za-z]*[\u4e00-\u9fff].*。$/u)
    expect(await written()).toEqual(before)
  })

  test('and nothing else was stored', async () => {
    expect(await counts()).toEqual(countsBefore)
  })
})

describe('right up to the edge it works', () => {
  test('the last day that can be opened lies in the next year', async () => {
    const request = { ...opening({ date: LAST_DAY })(), requestId: newRequest() }
    expect(await cloud.code(LEADER, 'appointment.openSlots', request)).toBe('OK')
  })

  test('over the end of the year a number is moved and is one number', async () => {
    const open = async (date: string) => {
      const request = { ...opening({ venueId: 'v04', date })(), requestId: newRequest() }
      const { slots } = await cloud.ok<Output<'appointment', 'openSlots'>>(
        LEADER,
        'appointment.openSlots',
        request,
      )
      return slots[0]?.id ?? ''
    }
    const [old, fresh] = [await open('2026-12-31'), await open('2027-01-01')]
    const booked = await act(VILLAGER, 'book', { slotId: old, ...forSomebody('庚') })
    const moved = await act(VILLAGER, 'reschedule', { id: booked.id, slotId: fresh })
    expect(moved.slot).toMatchObject({ date: '2027-01-01', remaining: 2 })
  })

  test('at midnight the day of a ticket is over, a minute before it is not', async () => {
    const checkIn = () =>
      cloud.code(LEADER, 'appointment.checkIn', {
        venueId: 'hall',
        ticket: made.goneTicket,
        requestId: newRequest(),
      })
    await cloud.clock(`${TODAY}T15:59:00.000Z`)
    expect(await checkIn()).toBe('OK')
    await cloud.clock(`${TODAY}T16:00:00.000Z`)
    expect(await checkIn()).toBe('ACTION_NOT_ALLOWED')
  })
})
