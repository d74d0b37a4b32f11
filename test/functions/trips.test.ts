/** Round-trip budgets (docs/design.md), held from counts in the gateway. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { TUESDAY } from '../support/people'
import { BUDGETS, measureTrips } from '../support/trips'
import type { MeasuredTrips } from '../support/trips'

let cloud: LocalCloud
let measured: MeasuredTrips[]

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 1 })
  measured = await measureTrips(cloud)
})
afterAll(() => cloud.stop())

test('every budget was measured', () => {
  expect(measured.map(({ name }) => name).sort()).toEqual(Object.keys(BUDGETS).sort())
})

test.each(Object.entries(BUDGETS))('%s answers after at most %i requests', (name, budget) => {
  const trips = measured.find((row) => row.name === name)
  expect(trips?.work).toBeGreaterThan(0)
  expect(trips?.work).toBeLessThanOrEqual(budget)
})
