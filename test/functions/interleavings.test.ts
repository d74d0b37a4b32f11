/**
 * Book, move, wait, answer, cancel, close in any order, by several people at once, with a crash
 * between any two writes; then the repair of `jobs`. Whatever happened: seats and free numbers make
 * up the capacity, each promise that was answered has its seat, nobody is told twice.
 *
 * The crash is a database request of the real bundle that fails before or after it took effect, so
 * that the action ends there. A few runs on every test, many with `npm run test:full`.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Slot } from '../../cloudfunctions/core/store/documents/slot'
import { Admin } from '../support/admin'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { LEADER, newRequest, TUESDAY } from '../support/people'
import { register } from '../support/steps'
import type { Appointment } from '../support/steps'

const RUNS = process.env.FULL ? 60 : 4
const LONGEST = process.env.FULL ? 40 : 22
const PEOPLE = ['jia', 'yi', 'bing', 'ding', 'wu', 'ji']

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 4 })
  admin = new Admin(cloud)
  await Promise.all(PEOPLE.map((openid) => register(cloud, openid, openid)))
})
afterAll(() => cloud.stop())

/** What was answered with ok: a promise. */
interface Model {
  /** Appointments that somebody was told they have or wait for, by id. */
  readonly promised: Map<string, string>
}

/** The township while it happens: one village, three short sessions of one morning and afternoon. */
interface Real {
  readonly slots: readonly string[]
}

interface Crash {
  readonly nth: number
  readonly when: 'before' | 'after'
}

const crash: fc.Arbitrary<Crash | null> = fc.option(
  fc.record({
    nth: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { freq: 2 },
)

type Step = fc.AsyncCommand<Model, Real>

/** One call, cut off when `cut` says so; what it promised is remembered. */
function step(
  words: string,
  action: string,
  openid: string,
  cut: Crash | null,
  input: (model: Model, real: Real) => object | null,
): Step {
  return {
    check: () => true,
    toString: () => `${words}${cut ? ` ✂${cut.when}${String(cut.nth)}` : ''}`,
    run: async (model, real) => {
      const data = input(model, real)
      if (!data) return
      if (cut) await cloud.fault({ ...cut, name: 'appointment', action })
      const request = { ...data, requestId: newRequest() }
      const answer = await cloud.call<{ appointment?: Appointment }>(
        openid,
        `appointment.${action}`,
        request,
      )
      await cloud.fault(null)
      if (answer.ok && answer.data.appointment) {
        model.promised.set(answer.data.appointment.id, openid)
      }
      if (!answer.ok && answer.error.code === 'INTERNAL') expect(cut).not.toBeNull()
    },
  }
}

const who = fc.constantFrom(...PEOPLE)
const place = fc.nat({ max: 2 })
const pick = fc.nat()

/** One of the appointments of this person, if there are any. */
const mine = ({ promised }: Model, openid: string, n: number): string | undefined => {
  const own = [...promised].filter(([, owner]) => owner === openid).map(([id]) => id)
  return own[n % Math.max(own.length, 1)]
}

const codes = ['MZ-05']

const booking = (action: 'book' | 'joinWaitlist') =>
  fc.tuple(who, place, crash).map(([openid, slot, cut]) =>
    step(`${openid} ${action} ${String(slot)}`, action, openid, cut, (_, real) => ({
      slotId: real.slots[slot],
      codes,
    })),
  )

const onMine = (action: string, more: (real: Real, n: number) => object) =>
  fc.tuple(who, pick, place, crash).map(([openid, n, slot, cut]) =>
    step(`${openid} ${action}`, action, openid, cut, (model, real) => {
      const id = mine(model, openid, n)
      return id === undefined ? null : { id, ...more(real, slot) }
    }),
  )

const closing = fc.tuple(place, crash).map(([slot, cut]) =>
  step(`close ${String(slot)}`, 'closeSlots', LEADER, cut, (_, real) => {
    const [, venueId, date, start = ''] = (real.slots[slot] ?? '').split(':')
    const from = `${start.slice(0, 2)}:00`
    return { venueId, date, session: { from, to: `${start.slice(0, 2)}:59` }, reason: '停电' }
  }),
)

const steps = [
  booking('book'),
  booking('book'),
  booking('joinWaitlist'),
  onMine('reschedule', (real, slot) => ({ slotId: real.slots[slot] })),
  onMine('reschedule', (real, slot) => ({ slotId: real.slots[slot] })),
  onMine('cancel', () => ({})),
  onMine('answerOffer', (_, slot) => ({ accept: slot > 0 })),
  closing,
]

let day = 0

/** A fresh morning and afternoon in a village of its own. */
async function freshSlots(): Promise<string[]> {
  const venueId = `v${String((day % 20) + 1).padStart(2, '0')}`
  const date = `2026-12-${String(14 + Math.floor(day / 20)).padStart(2, '0')}`
  day++
  const opened = await cloud.ok<{ slots: { id: string }[] }>(LEADER, 'appointment.openSlots', {
    venueId,
    date,
    sessions: [
      { from: '09:00', to: '11:00' },
      { from: '14:00', to: '15:00' },
    ],
    minutes: 60,
    capacity: 1,
    requestId: newRequest(),
  })
  return opened.slots.map(({ id }) => id)
}

test(
  `${String(RUNS)} runs of up to ${String(LONGEST)} steps`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: LONGEST }), async (commands) => {
        const real: Real = { slots: await freshSlots() }
        const model: Model = { promised: new Map() }
        await fc.asyncModelRun(() => ({ model, real }), commands)

        // The repair: lost moves are older than a minute, lost claims than two.
        await cloud.clock('3m')
        await cloud.tick()
        await cloud.clock('3m')
        await cloud.tick()
        expect(await violations(admin)).toEqual([])
        const stored = await admin.find<Slot>('slots', { 'issued.0': { $exists: true } })
        const issued = new Set(stored.flatMap((slot) => slot.issued.map(({ id }) => id)))
        expect([...model.promised.keys()].filter((id) => !issued.has(id))).toEqual([])
        for (const { _id, state, seats } of stored.filter(({ _id }) => real.slots.includes(_id))) {
          // Nobody is left behind in a session that does not take place.
          expect([_id, state === 'closed' ? seats.length : 0]).toEqual([_id, 0])
        }
      }),
      { seed: 20261126, numRuns: RUNS, endOnFailure: true },
    )
  },
  process.env.FULL ? 1_800_000 : 180_000,
)
