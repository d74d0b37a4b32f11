import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { newRequest, TUESDAY } from '../support/people'
import { register, slotsOf } from '../support/steps'

interface StoredSlot {
  capacity: number
  remaining: number
  seats: { id: string; who: string; no: number }[]
}

const RESIDENTS = Array.from({ length: 200 }, (_, index) => `resident-${String(index)}`)
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 8 })
  admin = new Admin(cloud)
  await Promise.all(
    RESIDENTS.map((openid, index) => register(cloud, openid, `村民${String(index)}`)),
  )
}, 120_000)
afterAll(() => cloud.stop())

const book = (openid: string, slotId: string) =>
  cloud.code(openid, 'appointment.book', { slotId, codes: ['MZ-05'], requestId: newRequest() })

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

describe('200 residents want one slot of ten at the same moment', () => {
  test.each(DAYS)(
    'on %s exactly ten get a seat and all others hear that it is full',
    async (day) => {
      const [slot] = await slotsOf(cloud, 'hall', day)
      const slotId = slot?.id ?? ''
      const codes = await Promise.all(RESIDENTS.map((openid) => book(openid, slotId)))
      expect(tally(codes)).toEqual({ OK: 10, SLOT_FULL: 190 })

      const stored = await admin.one<StoredSlot>('slots', { _id: slotId })
      expect(stored).toMatchObject({ capacity: 10, remaining: 0 })
      expect(new Set(stored.seats.map(({ who }) => who)).size).toBe(10)
      expect(stored.seats.map(({ no }) => no).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 10 }, (_, index) => index + 1),
      )
      const claims = await admin.find<{ seatId: string }>('claims', { slotId })
      expect(new Set(claims.map(({ seatId }) => seatId))).toEqual(
        new Set(stored.seats.map(({ id }) => id)),
      )
    },
    60_000,
  )
})

test('one person tapping eight times gets one seat', async () => {
  const [, , slot] = await slotsOf(cloud, 'v01')
  const slotId = slot?.id ?? ''
  const codes = await Promise.all(Array.from({ length: 8 }, () => book('resident-199', slotId)))
  expect(tally(codes)).toEqual({ OK: 1, ALREADY_BOOKED: 7 })
  expect((await admin.one<StoredSlot>('slots', { _id: slotId })).seats).toHaveLength(1)
})

test('the same tap sent eight times by a weak network is one booking with one answer', async () => {
  const [, , , slot] = await slotsOf(cloud, 'v01')
  const request = { slotId: slot?.id, codes: ['MZ-05'], requestId: newRequest() }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      cloud.ok<{ appointment: { id: string; ticket: string } }>(
        'resident-198',
        'appointment.book',
        request,
      ),
    ),
  )
  expect(
    new Set(answers.map(({ appointment }) => `${appointment.id} ${appointment.ticket}`)).size,
  ).toBe(1)
  expect((await admin.one<StoredSlot>('slots', { _id: slot?.id })).seats).toHaveLength(1)
})

test('two places on the same half day at the same moment: one of them', async () => {
  const [hall, village] = await Promise.all([slotsOf(cloud, 'hall'), slotsOf(cloud, 'v02')])
  const codes = await Promise.all([
    book('resident-197', hall[1]?.id ?? ''),
    book('resident-197', village[1]?.id ?? ''),
  ])
  expect(tally(codes)).toEqual({ OK: 1, ALREADY_BOOKED: 1 })
  expect(await book('resident-197', hall.find(({ start }) => start >= '14:00')?.id ?? '')).toBe(
    'OK',
  )
})

test('a seat given back can be taken again, also by the same person on the same half day', async () => {
  const slots = await slotsOf(cloud, 'v03')
  const slotId = slots[0]?.id ?? ''
  const booked = await cloud.ok<{ appointment: { id: string } }>(
    'resident-196',
    'appointment.book',
    {
      slotId,
      codes: ['MZ-05'],
      requestId: newRequest(),
    },
  )
  const cancel = { id: booked.appointment.id, requestId: newRequest() }
  await cloud.ok('resident-196', 'appointment.cancel', cancel)
  await cloud.ok('resident-196', 'appointment.cancel', cancel)
  expect(await admin.one<StoredSlot>('slots', { _id: slotId })).toMatchObject({
    remaining: 4,
    seats: [],
  })
  expect(await book('resident-196', slots[1]?.id ?? '')).toBe('OK')
})
