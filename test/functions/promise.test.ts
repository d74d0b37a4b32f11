/** A seat is a promise: moving it, waiting for one, and what happens when a session closes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import type { Slot } from '../../cloudfunctions/core/store/documents/slot'
import { Admin } from '../support/admin'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, AGENT, LEADER, newRequest, OTHER_AGENT, TUESDAY, VILLAGER } from '../support/people'
import { register, slotsOf } from '../support/steps'
import type { Appointment } from '../support/steps'

type Slots = Output<'appointment', 'slots'>['slots']

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  await Promise.all(['jia', 'yi', 'bing', 'ding'].map((who) => register(cloud, who, who)))
})
afterAll(() => cloud.stop())

/** A session of its own for one test: so many slots of so many seats. */
async function session(venueId: string, date: string, slots: number, capacity: number) {
  const to = `${String(9 + slots).padStart(2, '0')}:00`
  const opened = await cloud.ok<{ slots: Slots }>(LEADER, 'appointment.openSlots', {
    venueId,
    date,
    sessions: [{ from: '09:00', to }],
    minutes: 60,
    capacity,
    requestId: newRequest(),
  })
  return opened.slots.map(({ id }) => id)
}

const book = async (openid: string, slotId: string | undefined, more: object = {}) => {
  const request = { slotId, codes: ['MZ-05'], requestId: newRequest(), ...more }
  return (await cloud.ok<{ appointment: Appointment }>(openid, 'appointment.book', request))
    .appointment
}
const detail = async (openid: string, id: string | null) =>
  (await cloud.ok<{ appointment: Appointment }>(openid, 'appointment.detail', { id })).appointment
const act = async (openid: string, name: string, data: object) =>
  (
    await cloud.ok<{ appointment: Appointment }>(openid, `appointment.${name}`, {
      ...data,
      requestId: newRequest(),
    })
  ).appointment
const titles = async (openid: string) =>
  (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )

describe('改时间', () => {
  test('within the half day and to another: the new number stands, the old one is free', async () => {
    const [first, second] = await session('v05', '2026-12-01', 2, 1)
    const afternoon = (await slotsOf(cloud, 'hall', '2026-12-01')).find(
      ({ start }) => start === '14:00',
    )
    const booked = await book('jia', first)
    const moved = await act('jia', 'reschedule', { id: booked.id, slotId: second })
    expect(moved).toMatchObject({ status: 'booked', slot: { id: second } })
    expect(await detail('jia', booked.id)).toMatchObject({ status: 'moved', movedTo: moved.id })
    // The half day is still taken by the new seat.
    expect(
      await cloud.code('jia', 'appointment.book', {
        slotId: first,
        codes: ['MZ-05'],
        requestId: newRequest(),
      }),
    ).toBe('ALREADY_BOOKED')
    const again = await act('jia', 'reschedule', { id: moved.id, slotId: afternoon?.id })
    expect(again.slot.start).toBe('14:00')
    expect(await book('yi', first)).toMatchObject({ status: 'booked' })
    expect(await book('bing', second)).toMatchObject({ status: 'booked' })
    expect(await titles('jia')).toEqual(['时间改好了', '时间改好了', '约好了'])
  })

  test('into a full time: the old number stays, and the nearest free times are said', async () => {
    const [first, second] = await session('v05', '2026-12-02', 3, 1)
    const mine = await book('jia', first)
    await book('yi', second)
    const answer = await cloud.call('jia', 'appointment.reschedule', {
      id: mine.id,
      slotId: second,
      requestId: newRequest(),
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'SLOT_FULL' } })
    const { nearest } = (answer as { error: { data: { nearest: Slots } } }).error.data
    expect(nearest[0]).toMatchObject({ date: '2026-12-02', start: '11:00', state: 'open' })
    expect(await detail('jia', mine.id)).toMatchObject({ status: 'booked' })
    // Nothing holds it: it can be moved elsewhere at once.
    expect(await act('jia', 'reschedule', { id: mine.id, slotId: nearest[0]?.id })).toMatchObject({
      status: 'booked',
    })
  })
})

describe('排队等空号', () => {
  test('what becomes free is kept for the first, then for the next, then for everybody', async () => {
    const [slotId] = await session('v06', '2026-12-07', 1, 1)
    const holder = await book('jia', slotId)
    const wait = (openid: string) => act(openid, 'joinWaitlist', { slotId, codes: ['MZ-05'] })
    expect(await wait('yi')).toMatchObject({ status: 'waiting', ticket: '' })
    const third = await wait('bing')
    await act('jia', 'cancel', { id: holder.id })
    const [offered] = (
      await cloud.ok<Output<'appointment', 'mine'>>('yi', 'appointment.mine')
    ).appointments.filter(({ status }) => status === 'offered')
    expect(offered).toMatchObject({
      allowed: ['answerOffer'],
      offerUntil: '2026-11-24T10:00:00.000Z',
    })
    expect(await titles('yi')).toContain('有空号了，给您留着')
    // Nobody walks past those who wait.
    expect(
      await cloud.code('ding', 'appointment.book', {
        slotId,
        codes: ['MZ-05'],
        requestId: newRequest(),
      }),
    ).toBe('SLOT_FULL')
    await act('yi', 'answerOffer', { id: offered?.id, accept: false })
    expect(await detail('bing', third.id)).toMatchObject({ status: 'offered' })
    const yes = { id: third.id, accept: true, requestId: newRequest() }
    await cloud.ok('bing', 'appointment.answerOffer', yes)
    expect(await cloud.ok('bing', 'appointment.answerOffer', yes)).toMatchObject({
      appointment: { status: 'booked' },
    })
    expect(await cloud.code('bing', 'appointment.answerOffer', { ...yes, accept: false })).toBe(
      'CONFLICT',
    )
    expect(await violations(admin)).toEqual([])
  })

  test('for somebody without a phone the agent of the village is told and answers', async () => {
    const [slotId] = await session('hall', '2026-12-05', 1, 1)
    const holder = await book('jia', slotId)
    // A villager queues for the neighbour, who has no phone.
    const waiting = await act(VILLAGER, 'joinWaitlist', {
      slotId,
      codes: ['MZ-07'],
      for: { name: '龚桂香', villageId: 'v01', contact: { by: 'agent' } },
    })
    await act('jia', 'cancel', { id: holder.id })
    expect(await titles(AGENT)).toContain('有空号了，给您留着')
    const answer = { id: waiting.id, accept: true, requestId: newRequest() }
    expect(await cloud.code(OTHER_AGENT, 'appointment.answerOffer', answer)).toBe('NOT_FOUND')
    expect(await cloud.code(AGENT, 'appointment.answerOffer', answer)).toBe('OK')
    expect(await detail(VILLAGER, waiting.id)).toMatchObject({ status: 'booked', name: '龚桂香' })
  })

  test('a time with seats left needs no list', async () => {
    const [slotId] = await session('v06', '2026-12-04', 1, 1)
    const request = { slotId, codes: ['MZ-05'], requestId: newRequest() }
    expect(await cloud.code('jia', 'appointment.joinWaitlist', request)).toBe('ACTION_NOT_ALLOWED')
  })
})

describe('不开了', () => {
  test('a dry run says whom it hits; closing keeps another seat for each and tells them once', async () => {
    const [first, second, third] = await session('v07', '2026-12-08', 3, 2)
    const a = await book('jia', first)
    await book('yi', first)
    await book('bing', second)
    const close = {
      venueId: 'v07',
      date: '2026-12-08',
      session: { from: '09:00', to: '10:00' },
      reason: '村部停电',
    }
    const dry = await cloud.ok<Output<'appointment', 'closeSlots'>>(
      LEADER,
      'appointment.closeSlots',
      {
        ...close,
        dryRun: true,
        requestId: newRequest(),
      },
    )
    expect(dry.people.map(({ name }) => name).sort()).toEqual(['jia', 'yi'])
    expect(await detail('jia', a.id)).toMatchObject({ status: 'booked' })
    await cloud.ok(LEADER, 'appointment.closeSlots', { ...close, requestId: newRequest() })
    await cloud.tick()
    const { movedTo } = await detail('jia', a.id)
    const kept = await detail('jia', movedTo)
    expect(kept).toMatchObject({ status: 'offered', slot: { date: '2026-12-08' } })
    expect([second, third]).toContain(kept.slot.id)
    expect((await titles('jia')).filter((title) => title === '您约的时间办不了了')).toHaveLength(1)
    await act('jia', 'answerOffer', { id: kept.id, accept: true })
    // No answer until the evening: the seat goes back, and that is said.
    await cloud.clock('2026-11-24T10:10:00.000Z')
    await cloud.tick()
    expect(await titles('yi')).toContain('留的号让出去了')
    await cloud.clock('5m')
    await cloud.tick()
    expect(await violations(admin)).toEqual([])
  })
})

describe('号源安排改了', () => {
  const plan = () => cloud.ok<Output<'appointment', 'plan'>>(ADMIN, 'appointment.plan')
  const change = async (part: object, dryRun = false) =>
    cloud.ok<Output<'appointment', 'changePlan'>>(ADMIN, 'appointment.changePlan', {
      ...part,
      version: (await plan()).version,
      dryRun,
      requestId: newRequest(),
    })
  const nextIn = async (villageId: string) =>
    (await cloud.ok<Output<'catalog', 'home'>>(null, 'catalog.home')).thursdays.find(
      (day) => day.villageId === villageId,
    )

  test('a booked day keeps its numbers, what was promised to nobody follows, and both are said', async () => {
    const { templates } = await plan()
    const [slot] = await slotsOf(cloud, 'v08', '2026-12-10')
    const mine = await book('ding', slot?.id)
    const changed = { ...templates.village, capacity: 6, walkIns: 2, leadMinutes: 120 }
    const dry = await change({ templates: { village: changed } }, true)
    expect(dry.people).toEqual([])
    expect(dry.keptDays).toBeGreaterThan(0)
    expect(await admin.one('slots', { _id: slot?.id })).not.toMatchObject({ leadMinutes: 120 })
    await change({ templates: { village: changed } })
    await cloud.tick()
    const after = await admin.one<Slot>('slots', { _id: slot?.id })
    expect(after).toMatchObject({ capacity: 4, walkIns: 2, leadMinutes: 120 })
    const [fresh] = await slotsOf(cloud, 'v08', '2026-12-17')
    expect(fresh).toMatchObject({ capacity: 6 })
    expect(await detail('ding', mine.id)).toMatchObject({ status: 'booked' })
    expect(await violations(admin)).toEqual([])
  })

  test('a village of its own pattern, an extra day with hours of its own: home says when', async () => {
    const { templates, venues } = await plan()
    expect(await nextIn('v10')).toMatchObject({ date: '2026-11-26', end: '16:00' })
    const evening = { sessions: [{ from: '18:00', to: '19:00' }], minutes: 30, capacity: 2 }
    await change({
      templates: {
        evening: { name: '晚上办', days: 'weekdays', weekdays: [3], ...evening },
        village: { ...templates.village, capacity: 4 },
      },
      venues: [{ id: 'v10', template: 'evening', also: [] }],
      exceptions: [
        {
          ...{ id: 'back', date: '2026-11-28', venueId: 'v11', kind: 'extra', reason: '返乡' },
          sessions: [{ from: '09:00', to: '10:30' }],
        },
        {
          ...{ id: 'off', date: '2026-11-26', venueId: 'v11', kind: 'closed', reason: '修路' },
          sessions: [],
        },
      ],
    })
    await cloud.tick()
    expect(await nextIn('v10')).toMatchObject({ date: '2026-11-25', start: '18:00', end: '19:00' })
    expect(await nextIn('v11')).toMatchObject({ date: '2026-11-28', start: '09:00', end: '10:30' })
    expect((await slotsOf(cloud, 'v11', '2026-11-28')).map(({ start }) => start)).toEqual([
      '09:00',
      '09:30',
      '10:00',
    ])
    expect(await slotsOf(cloud, 'v10', '2026-11-26')).toEqual([])
    // Closed or opened by hand, it is said at once.
    const byHand = (action: string, content: object) =>
      cloud.ok(LEADER, `appointment.${action}`, {
        ...{ venueId: 'v12', requestId: newRequest() },
        ...content,
      })
    await byHand('closeSlots', { date: '2026-11-26', reason: '路断了' })
    expect(await nextIn('v12')).toMatchObject({ date: '2026-12-03' })
    const hours = { sessions: [{ from: '18:00', to: '19:00' }], minutes: 30, capacity: 2 }
    await byHand('openSlots', { date: '2026-11-27', ...hours })
    expect(await nextIn('v12')).toMatchObject({ date: '2026-11-27', start: '18:00' })
    // What no place follows any more is gone from the editor.
    await change({ venues: venues.filter(({ id }) => id === 'v10') })
    expect(Object.keys((await plan()).templates).sort()).toEqual(['hall', 'market', 'village'])
  })
})
