/** The board and the public numbers: sums only, in a fixed number of round trips. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { LEADER, newRequest, SUPERVISOR, TUESDAY, VILLAGER } from '../support/people'
import { completedCase, slotsOf, submit } from '../support/steps'

let cloud: LocalCloud

const board = (openid = LEADER) =>
  cloud.ok<Output<'supervision', 'board'>>(openid, 'supervision.board')
const monthly = () => cloud.ok<Output<'supervision', 'monthly'>>(null, 'supervision.monthly')

/** Database requests of the last call of this action. */
async function requestsOf(action: string): Promise<number> {
  const trip = (await cloud.trips()).filter((one) => one.action === action).at(-1)
  return trip?.requests.filter((one) => one.action.startsWith('database.')).length ?? 0
}

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 1 })
  await cloud.tick()
  for (let n = 0; n < 6; n++) {
    const { id } = await completedCase(cloud)
    await cloud.ok(VILLAGER, 'rating.rate', { targetId: id, level: 5, requestId: newRequest() })
  }
  for (let n = 0; n < 3; n++) await submit(cloud)
  const [slot] = await slotsOf(cloud)
  await cloud.ok(VILLAGER, 'appointment.book', {
    slotId: slot?.id,
    codes: ['MZ-05'],
    requestId: newRequest(),
  })
})
afterAll(() => cloud.stop())

test('what is open stands by department, by age and by urgency', async () => {
  const before = await board()
  expect(before).toMatchObject({ open: 3, overdue: 0, unanswered: 3, urgent: [] })
  expect(before.ages).toEqual([
    { upTo: 3, open: 3 },
    { upTo: 10, open: 0 },
    { upTo: 30, open: 0 },
    { upTo: null, open: 0 },
  ])
  expect(before.needs).toEqual({ transfers: 0, disputes: 0, extensions: 0 })
  await cloud.clock('2026-12-01T02:00:00.000Z')
  const after = await board(SUPERVISOR)
  expect(after.overdue).toBe(3)
  expect(after.urgent).toMatchObject([
    { itemName: '临时救助', unitName: '民政办' },
    { itemName: '临时救助', unitName: '民政办' },
    { itemName: '临时救助', unitName: '民政办' },
  ])
  expect(after.ages[1]).toEqual({ upTo: 10, open: 3 })
  expect(JSON.stringify(after)).not.toContain('覃')
})

test('two round trips beside the caller, however many matters there are', async () => {
  await board()
  const few = await requestsOf('board')
  for (let n = 0; n < 20; n++) await submit(cloud)
  await board()
  expect(await requestsOf('board')).toBe(few)
  expect(few).toBe(1 + 2)
})

test('a matter that comes in is on the board at the next look', async () => {
  const { open } = await board()
  await submit(cloud)
  expect((await board()).open).toBe(open + 1)
})

test("today's places stand in their own order with what is booked", async () => {
  const { venues } = await board()
  expect(venues.map(({ id }) => id)).toEqual(['hall'])
  expect(venues[0]).toMatchObject({ name: '政务大厅', booked: 0 })
})

test('the public sees sums of closed days, and no rate of a few', async () => {
  // The first of December: this month has no closed day yet, the quarter knows how long it takes.
  const fresh = await monthly()
  expect(fresh).toMatchObject({ month: '2026-12', until: null, received: 0, goodRate: null })
  expect(fresh.usual).toMatchObject([{ code: 'MZ-05', name: '临时救助', completed: 6 }])
  expect(JSON.stringify(fresh)).not.toMatch(/覃|demo-/)
})
