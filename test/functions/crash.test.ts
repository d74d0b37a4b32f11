/** `kill -9` under load: what was acknowledged is there, nothing stays half done after the next tick. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { APPLICANT, slotsOf } from '../support/steps'

/** Five times on every run, twenty before an issue closes (`npm run test:full`). */
const KILLS = process.env.FULL ? 20 : 5
const WRITERS = 4

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2, sync: 'full' })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

test(`killed ${String(KILLS)} times under load`, async () => {
  const slots = await slotsOf(cloud, 'hall', '2026-11-30')
  const acknowledged: { seats: string[]; cases: string[]; accepted: string[] } = {
    seats: [],
    cases: [],
    accepted: [],
  }
  let people = 0
  let running = true

  /** Books and hands in without end; what comes back as done is remembered. */
  async function writer(): Promise<void> {
    while (running) {
      const name = `村民${String(++people)}`
      const slotId = slots[people % slots.length]?.id
      const booked = await answerOf<{ appointment: { id: string } }>('appointment.book', VILLAGER, {
        slotId,
        codes: ['MZ-05'],
        for: { name },
      })
      if (booked) acknowledged.seats.push(booked.appointment.id)
      const handed = await answerOf<{ case: { id: string } }>('case.submit', VILLAGER, {
        code: 'MZ-05',
        applicant: { ...APPLICANT, name },
        materials: [],
      })
      if (!handed) continue
      acknowledged.cases.push(handed.case.id)
      if (await answerOf('case.accept', CADRE, { id: handed.case.id })) {
        acknowledged.accepted.push(handed.case.id)
      }
    }
  }

  async function answerOf<Data>(
    name: string,
    openid: string,
    data: Record<string, unknown>,
  ): Promise<Data | null> {
    try {
      const answer = await cloud.call<Data>(openid, name, { ...data, requestId: newRequest() })
      return answer.ok ? answer.data : null
    } catch {
      // The cloud is dead at this moment: nothing was acknowledged.
      await sleep(20)
      return null
    }
  }

  /** Until this life has acknowledged something, and then at another moment each time. */
  async function underLoad(kill: number): Promise<void> {
    const before = acknowledged.cases.length
    while (acknowledged.cases.length < before + 3) await sleep(20)
    await sleep((kill * 137) % 400)
  }

  for (let kill = 0; kill < KILLS; kill++) {
    running = true
    const writers = Array.from({ length: WRITERS }, writer)
    await underLoad(kill)
    await cloud.kill()
    running = false
    await Promise.all(writers)
    await cloud.start()
  }

  expect(acknowledged.cases.length).toBeGreaterThan(KILLS)
  const seats = new Set(
    (await admin.find<{ issued: { id: string }[] }>('slots', { 'issued.0': { $exists: true } }))
      .flatMap(({ issued }) => issued)
      .map(({ id }) => id),
  )
  expect(acknowledged.seats.filter((id) => !seats.has(id))).toEqual([])
  for (const id of acknowledged.cases) expect(await admin.count('cases', { _id: id })).toBe(1)
  for (const id of acknowledged.accepted) {
    expect(await admin.one('cases', { _id: id })).toMatchObject({ state: 'accepted' })
  }

  await cloud.clock('5m')
  await cloud.tick()
  expect(await violations(admin)).toEqual([])
}, 600_000)
