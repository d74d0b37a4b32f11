/**
 * Every action that writes, with every one of its database requests failing once, before and after
 * it took effect: the answer is honest, the repeat with the same requestId ends right.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import type { FaultScenario } from '../support/every-fault'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, AGENT, CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { APPLICANT, completedCase, slotsOf, step, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin
let slots: string[]

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
  const days = ['2026-11-25', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03']
  slots = (await Promise.all(days.map((day) => slotsOf(cloud, 'hall', day))))
    .flat()
    .map(({ id }) => id)
  itemCodes = (await admin.find<{ code: string }>('items', {})).map(({ code }) => code)
})
afterAll(() => cloud.stop())

const accepted = async () => {
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  return id
}

const events = async (id: unknown): Promise<string[]> => {
  const doc = await admin.one<{ log: { action: string }[] }>('cases', { _id: id })
  return doc.log.map(({ action }) => action)
}

const seatsOf = async (name: unknown): Promise<number> => {
  const held = await admin.find<{ seats: { name: string }[] }>('slots', { 'seats.name': name })
  return held.flatMap(({ seats }) => seats).filter((seat) => seat.name === name).length
}

let people = 0
const nextPerson = () => `村民${String(++people)}`

let itemCodes: string[]
const nextItem = () => itemCodes.pop() ?? ''

async function draftedItem(): Promise<string> {
  const code = nextItem()
  const change = { visits: 3 }
  await cloud.ok(ADMIN, 'office.saveItem', { code, change, requestId: newRequest() })
  return code
}

/** What happened to an item, and which edition everybody reads (0 while it is the first). */
async function itemSteps(code: unknown): Promise<unknown> {
  const record = await admin.one<{ log: { action: string }[] }>('editions', { code })
  const item = await admin.one<{ edition?: number }>('items', { code })
  return [record.log.map(({ action }) => action), item.edition ?? 0]
}

const SCENARIOS: Readonly<Record<string, FaultScenario>> = {
  'appointment.book': {
    openid: VILLAGER,
    prepare: async () => ({ slotId: slots.pop(), codes: ['MZ-05'], for: { name: nextPerson() } }),
    effect: ({ for: person }) => seatsOf((person as { name: string }).name),
    expected: 1,
  },
  'appointment.cancel': {
    openid: VILLAGER,
    prepare: async () => {
      const { appointment } = await cloud.ok<{ appointment: { id: string } }>(
        VILLAGER,
        'appointment.book',
        {
          slotId: slots.pop(),
          codes: ['MZ-05'],
          for: { name: nextPerson() },
          requestId: newRequest(),
        },
      )
      return { id: appointment.id }
    },
    effect: async ({ id }) => {
      const slot = await admin.one<{ seats: unknown[]; past: unknown[] }>('slots', {
        'issued.id': id,
      })
      return [slot.seats.length, slot.past.length]
    },
    expected: [0, 1],
  },
  'case.submit': {
    openid: VILLAGER,
    prepare: async () => ({
      code: 'MZ-05',
      applicant: { ...APPLICANT, name: nextPerson() },
      materials: [],
    }),
    effect: ({ applicant }) =>
      admin.count('cases', { 'applicant.name': (applicant as { name: string }).name }),
    expected: 1,
  },
  'case.accept': {
    openid: CADRE,
    prepare: async () => ({ id: (await submit(cloud)).id }),
    effect: ({ id }) => events(id),
    expected: ['submit', 'accept'],
  },
  'case.progress': {
    openid: CADRE,
    prepare: async () => ({ id: await accepted(), text: '上门看过了' }),
    effect: ({ id }) => events(id),
    expected: ['submit', 'accept', 'progress'],
  },
  'case.decide': {
    openid: CADRE,
    prepare: async () => ({ id: await accepted(), outcome: 'approve', reply: '批了' }),
    effect: ({ id }) => events(id),
    expected: ['submit', 'accept', 'decide'],
  },
  'case.complete': {
    openid: CADRE,
    prepare: async () => {
      const id = await accepted()
      await step(cloud, 'decide', id, { outcome: 'approve', reply: '批了' })
      return { id }
    },
    effect: ({ id }) => events(id),
    expected: ['submit', 'accept', 'decide', 'complete'],
  },
  'rating.rate': {
    openid: VILLAGER,
    prepare: async () => ({ targetId: (await completedCase(cloud)).id, level: 1 }),
    effect: ({ targetId }) => events(targetId),
    expected: ['submit', 'accept', 'decide', 'complete', 'rate'],
  },
  'office.deliverHandbook': {
    openid: AGENT,
    prepare: async () => ({ no: nextPerson() }),
    effect: ({ no }) => admin.count('deliveries', { no }),
    expected: 1,
  },
  'office.saveItem': {
    openid: ADMIN,
    prepare: async () => ({ code: nextItem(), change: { visits: 1 } }),
    effect: ({ code }) => itemSteps(code),
    expected: [['saveItem'], 0],
  },
  'office.publishItem': {
    openid: ADMIN,
    prepare: async () => ({ code: await draftedItem(), note: '改了' }),
    effect: ({ code }) => itemSteps(code),
    expected: [['saveItem', 'publishItem'], 2],
  },
  'office.retireItem': {
    openid: ADMIN,
    prepare: async () => ({ code: nextItem(), reason: '不办了' }),
    effect: ({ code }) => itemSteps(code),
    expected: [['retireItem'], 2],
  },
  'account.permits': {
    openid: 'demo-villager-3',
    prepare: async () => {
      await admin.update('permits', {}, { $set: { counts: {} } })
      return { templates: { 'tpl-progress': 'accept' } }
    },
    effect: async () => {
      const ledgers = await admin.find<{ counts: { progress?: number } }>('permits', {})
      return ledgers.reduce((sum, { counts }) => sum + (counts.progress ?? 0), 0)
    },
    expected: 1,
  },
  'account.bindResident': {
    openid: 'demo-villager-4',
    prepare: async () => ({
      name: nextPerson(),
      villageId: 'v04',
      contact: { by: 'agent' },
      consent: true,
    }),
    effect: ({ name }) => admin.count('accounts', { 'resident.name': name }),
    expected: 1,
  },
}

describe.each(Object.entries(SCENARIOS))('%s', (name, scenario) => {
  test('whichever database request fails, before or after it took effect', () =>
    everyFault(cloud, name, scenario))
})

test('afterwards, one tick leaves nothing half done and nobody told twice', async () => {
  await cloud.clock('5m')
  await cloud.tick()
  expect(await violations(admin)).toEqual([])
  const wechat = await cloud.messages(CADRE)
  const pages = wechat.map(({ page }) => page)
  expect(new Set(pages).size).toBe(pages.length)
})
