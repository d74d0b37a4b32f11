/** 《百事通》到每一户: once for each household and edition; whose village, whose register. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { AGENT, LEADER, newRequest, OTHER_AGENT, TUESDAY, VILLAGER } from '../support/people'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
})
afterAll(() => cloud.stop())

type Delivered = Output<'office', 'deliverHandbook'>
const deliver = (no: string, requestId = newRequest(), openid = AGENT, villageId?: string) =>
  cloud.ok<Delivered>(openid, 'office.deliverHandbook', { no, villageId, requestId })
const register = (openid: string, more: Record<string, unknown> = {}) =>
  cloud.ok<Output<'office', 'handbookRegister'>>(openid, 'office.handbookRegister', more)
const villages = async (openid: string) =>
  (await cloud.ok<Output<'office', 'handbookVillages'>>(openid, 'office.handbookVillages')).villages

test('a household has one of each edition, whoever knocks and however often', async () => {
  const request = newRequest()
  expect((await deliver('一组1号', request)).before).toBe(false)
  // The answer was lost: the same request is the first one over again.
  expect((await deliver('一组1号', request)).before).toBe(false)
  expect((await deliver('一组1号')).before).toBe(true)
  const both = await Promise.all([
    deliver('一组2号'),
    deliver('一组2号', newRequest(), LEADER, 'v01'),
  ])
  expect(both.map(({ before }) => before).sort()).toEqual([false, true])
  const { edition, deliveries } = await register(AGENT)
  expect(edition).toBe('2026.11')
  expect(deliveries.map(({ no }) => no).sort()).toEqual(['一组1号', '一组2号'])
})

test('an agent sees the own village, the leader all of them, villagers nothing', async () => {
  expect(await villages(AGENT)).toEqual([
    { id: 'v01', name: '羊子垭村', households: 412, delivered: 2 },
  ])
  expect(await villages(OTHER_AGENT)).toEqual([
    expect.objectContaining({ id: 'v02', delivered: 0 }),
  ])
  expect(await villages(LEADER)).toHaveLength(23)
  const other = { villageId: 'v01', no: '一组3号', requestId: newRequest() }
  expect(await cloud.code(OTHER_AGENT, 'office.deliverHandbook', other)).toBe('NOT_FOUND')
  expect(await cloud.code(OTHER_AGENT, 'office.handbookRegister', { villageId: 'v01' })).toBe(
    'NOT_FOUND',
  )
  expect(await cloud.code(LEADER, 'office.handbookRegister', {})).toBe('INVALID_INPUT')
  expect(await cloud.code(VILLAGER, 'office.handbookVillages')).toBe('FORBIDDEN')
})

test('a village that is not there, and a house without a name', async () => {
  const nowhere = { villageId: 'v99', no: '1', requestId: newRequest() }
  expect(await cloud.code(LEADER, 'office.deliverHandbook', nowhere)).toBe('NOT_FOUND')
  const nobody = { no: ' ', requestId: newRequest() }
  expect(await cloud.code(AGENT, 'office.deliverHandbook', nobody)).toBe('INVALID_INPUT')
})

test('a long register goes page by page, each household once', async () => {
  for (let n = 0; n < 60; n++) await deliver(`二组${String(n)}号`)
  const first = await register(AGENT)
  const rest = await register(AGENT, { cursor: first.next })
  expect(rest.next).toBeNull()
  const numbers = [...first.deliveries, ...rest.deliveries].map(({ no }) => no)
  expect(new Set(numbers).size).toBe(62)
})
