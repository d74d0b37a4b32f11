/**
 * 改时间、排队、停开、当天: every database request failing once, before and after it took effect,
 * and right after it the repeat.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DayDocument } from '../../cloudfunctions/core/store/documents/day'
import type { Slot, SlotSettings } from '../../cloudfunctions/core/store/documents/slot'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import type { FaultScenario } from '../support/every-fault'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, LEADER, newRequest, THURSDAY, TUESDAY, VILLAGER } from '../support/people'
import type { Appointment } from '../support/steps'
import { addDays } from '../../miniprogram/shared/dates'

let cloud: LocalCloud
let admin: Admin
beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const ask = async (name: string, data: object, openid = VILLAGER) =>
  (
    await cloud.ok<{ appointment: Appointment }>(openid, `appointment.${name}`, {
      ...data,
      requestId: newRequest(),
    })
  ).appointment

const SATURDAY = '2026-12-05'
let pool: string[] = []
let opened = 0
const nextVillage = () => `v${String((opened++ % 23) + 1).padStart(2, '0')}`

/** A time of one seat in which nobody sits yet. */
async function freshSlot(): Promise<string> {
  if (pool.length === 0) {
    const day = {
      venueId: nextVillage(),
      date: SATURDAY,
      sessions: [{ from: '08:00', to: '12:00' }],
      minutes: 10,
      capacity: 1,
      requestId: newRequest(),
    }
    const { slots } = await cloud.ok<{ slots: { id: string }[] }>(
      LEADER,
      'appointment.openSlots',
      day,
    )
    pool = slots.map(({ id }) => id)
  }
  return pool.pop() ?? ''
}

let people = 0
/** A matter for a person who has no other number. */
const forSomebody = () => ({ codes: ['MZ-05'], for: { name: `村民${String(++people)}` } })

const bookedAt = (slotId: string) => ask('book', { slotId, ...forSomebody() })

async function waitingAt(slotId: string) {
  const holder = await bookedAt(slotId)
  return { holder, waiting: await ask('joinWaitlist', { slotId, ...forSomebody() }) }
}

async function offeredAt(slotId: string) {
  const { holder, waiting } = await waitingAt(slotId)
  await ask('cancel', { id: holder.id })
  return waiting
}

/** What became of an appointment in its slot, by the places where it is written. */
async function whereIs(id: unknown): Promise<string[]> {
  const slot = await admin.one<Slot>('slots', { 'issued.id': id })
  return (['seats', 'waiting', 'past'] as const).filter((list) =>
    slot[list]?.some((seat) => seat.id === id),
  )
}

/** Seats taken, waiting, given back. */
async function sizes(slotId: unknown): Promise<number[]> {
  const { seats, waiting, past } = await admin.one<Slot>('slots', { _id: slotId })
  return [seats.length, waiting?.length ?? 0, past.length]
}

const SUNDAYS = ['2026-12-06', '2026-12-13', '2026-12-20', '2026-12-27']
let sessions = 0

/** A morning of two hours in a village; somebody booked the first one. */
async function morning() {
  const venueId = `v${String((sessions % 23) + 1).padStart(2, '0')}`
  const date = SUNDAYS[Math.floor(sessions++ / 23)]
  const hours = { sessions: [{ from: '09:00', to: '11:00' }], minutes: 60, capacity: 2 }
  const place = { venueId, date }
  const { slots } = await cloud.ok<{ slots: { id: string }[] }>(LEADER, 'appointment.openSlots', {
    ...place,
    ...hours,
    requestId: newRequest(),
  })
  const { id } = await bookedAt(slots[0]?.id ?? '')
  return { place, id }
}

/** What somebody in a closed session has instead, and how often that was said. */
async function instead({ venueId, date }: Record<string, unknown>): Promise<unknown> {
  const find = () => admin.one<Slot>('slots', { venueId, date, state: 'closed' })
  const atOnce = await find()
  if (atOnce.seats.length + atOnce.out.length > 0) await cloud.tick()
  const closed = await find()
  const kept = closed.past[0]?.movedTo?.seatId
  const target = await admin.one<Slot>('slots', { 'issued.id': kept })
  const seat = target.seats.find(({ id }) => id === kept)
  const ticket = `/packages/booking/ticket/ticket?id=${String(kept)}`
  const told = await admin.count('messages', { target: ticket })
  return [closed.seats.length, seat?.offer != null, told]
}

async function newPlan(): Promise<Record<string, unknown>> {
  // As if only today were open yet: the plan of each place is looked at once.
  await admin.update('settings', { kind: 'slots' }, { $set: { openUntil: '2026-11-24' } })
  const { v, exceptions = [] } = await admin.one<SlotSettings>('settings', { kind: 'slots' })
  const closed = { date: '2026-12-31', venueId: null, kind: 'closed', reason: '盘点', sessions: [] }
  return {
    version: v,
    exceptions: [...exceptions, { ...closed, id: `closed-${String(v)}` }],
  }
}

const move = (): FaultScenario => ({
  openid: VILLAGER,
  prepare: async () => ({
    id: (await bookedAt(await freshSlot())).id,
    slotId: await freshSlot(),
  }),
  effect: async ({ id, slotId }) => {
    const { seats } = await admin.one<Slot>('slots', { _id: slotId })
    return [await whereIs(id), seats.map(({ releases }) => releases?.seatId === id)]
  },
  expected: [['past'], [true]],
})

const BEFORE_THE_DAY: Readonly<Record<string, FaultScenario>> = {
  'appointment.reschedule': move(),
  'appointment.joinWaitlist': {
    openid: VILLAGER,
    prepare: async () => {
      const slotId = await freshSlot()
      await bookedAt(slotId)
      return { slotId, ...forSomebody() }
    },
    effect: ({ slotId }) => sizes(slotId),
    expected: [1, 1, 0],
  },
  'appointment.cancel (out of the waiting list)': {
    openid: VILLAGER,
    prepare: async () => ({ id: (await waitingAt(await freshSlot())).waiting.id }),
    effect: ({ id }) => whereIs(id),
    expected: ['past'],
  },
  'appointment.cancel (while somebody waits)': {
    openid: VILLAGER,
    prepare: async () => ({ id: (await waitingAt(await freshSlot())).holder.id }),
    effect: async ({ id }) => {
      const find = () => admin.one<Slot>('slots', { 'issued.id': id })
      // Whoever waits is offered it at once, or by `jobs`.
      if ((await find()).seats.length === 0) await cloud.tick()
      const { seats } = await find()
      return [await whereIs(id), seats.map(({ offer }) => offer != null)]
    },
    expected: [['past'], [true]],
  },
  'appointment.answerOffer (yes)': {
    openid: VILLAGER,
    prepare: async () => ({ id: (await offeredAt(await freshSlot())).id, accept: true }),
    effect: async ({ id }) => {
      const { seats } = await admin.one<Slot>('slots', { 'issued.id': id })
      return seats.map((seat) => [seat.id === id, seat.offer])
    },
    expected: [[true, null]],
  },
  'appointment.answerOffer (no)': {
    openid: VILLAGER,
    prepare: async () => ({ id: (await offeredAt(await freshSlot())).id, accept: false }),
    effect: ({ id }) => whereIs(id),
    expected: ['past'],
  },
  'appointment.openSlots': {
    openid: LEADER,
    prepare: () => {
      const place = { venueId: 'hall', date: addDays('2026-11-25', opened++) }
      const hours = { sessions: [{ from: '18:00', to: '19:00' }], minutes: 30, capacity: 3 }
      return Promise.resolve({ ...place, ...hours })
    },
    effect: ({ venueId, date }) => admin.count('slots', { venueId, date, extra: true }),
    expected: 2,
  },
  'appointment.closeSlots': {
    openid: LEADER,
    prepare: async () => ({
      ...(await morning()).place,
      session: { from: '09:00', to: '10:00' },
      reason: '停电',
    }),
    effect: instead,
    expected: [0, true, 1],
  },
  'appointment.changePlan': {
    openid: ADMIN,
    prepare: newPlan,
    effect: async ({ version }) => {
      const { v, exceptions = [] } = await admin.one<SlotSettings>('settings', { kind: 'slots' })
      const id = `closed-${String(version)}`
      return [v - Number(version), exceptions.filter((one) => one.id === id).length]
    },
    expected: [1, 1],
  },
}

/** A village of its own for every scenario of the day: nobody is called in the place of another. */
const HERE = { venueId: 'v09' }

const entryOf = async (id: unknown) => {
  const day = await admin.one<DayDocument>('days', { venueId: HERE.venueId, date: THURSDAY })
  return day.entries.filter((entry) => entry.id === id).map(({ state }) => state)
}

const here = async (action: string, data: object) =>
  (
    await cloud.ok<{ entry: { id: string } }>(LEADER, `appointment.${action}`, {
      ...HERE,
      ...data,
      requestId: newRequest(),
    })
  ).entry

const came = () => here('walkIn', { name: `来人${String(++people)}` })
const calledOne = async () => here('callNext', { id: (await came()).id })

let thursday = ''

const ON_THE_DAY: Readonly<Record<string, FaultScenario>> = {
  'appointment.checkIn': {
    openid: LEADER,
    prepare: async () => ({ ...HERE, ticket: (await bookedAt(thursday)).id }),
    effect: ({ ticket }) => entryOf(ticket),
    expected: ['waiting'],
  },
  'appointment.walkIn': {
    openid: LEADER,
    prepare: () => Promise.resolve({ ...HERE, name: `来人${String(++people)}`, codes: ['MZ-05'] }),
    effect: async ({ name }) => {
      const day = await admin.one<DayDocument>('days', HERE)
      return day.entries.filter((entry) => entry.name === name).length
    },
    expected: 1,
  },
  'appointment.callNext': {
    openid: LEADER,
    prepare: async () => {
      await came()
      counted = await calledHere()
      return { ...HERE }
    },
    effect: async () => (await calledHere()) - counted,
    expected: 1,
  },
  'appointment.serve': {
    openid: LEADER,
    prepare: async () => ({ ...HERE, id: (await calledOne()).id, came: 'done' }),
    effect: ({ id }) => entryOf(id),
    expected: ['served'],
  },
  'appointment.noShow': {
    openid: LEADER,
    prepare: async () => ({ ...HERE, id: (await calledOne()).id }),
    effect: ({ id }) => entryOf(id),
    expected: ['absent'],
  },
}

let counted = 0
async function calledHere(): Promise<number> {
  const day = await admin.one<DayDocument>('days', HERE)
  return day.entries.filter(({ call }) => call).length
}

const nameOf = (words: string): string => words.split(' ')[0] ?? ''

test.each(Object.entries(BEFORE_THE_DAY))('%s', async (words, scenario) => {
  await everyFault(cloud, nameOf(words), scenario)
})

describe('on Thursday in the village', () => {
  beforeAll(async () => {
    await cloud.clock(`${THURSDAY}T00:00:00.000Z`)
    const day = { ...HERE, date: THURSDAY, sessions: [{ from: '18:00', to: '19:00' }] }
    const { slots } = await cloud.ok<{ slots: { id: string }[] }>(LEADER, 'appointment.openSlots', {
      ...day,
      minutes: 60,
      capacity: 100,
      requestId: newRequest(),
    })
    thursday = slots[0]?.id ?? ''
  })

  test.each(Object.entries(ON_THE_DAY))('%s', async (words, scenario) => {
    await everyFault(cloud, nameOf(words), scenario)
  })
})

test('afterwards, one tick leaves nothing half done and nobody told twice', async () => {
  await cloud.clock('5m')
  await cloud.tick()
  expect(await violations(admin)).toEqual([])
})
