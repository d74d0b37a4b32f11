/** What the pages of applications read beside the steps themselves. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { AGENT, CADRE, LEADER, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { PHOTO } from '../support/photos'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
})
afterAll(() => cloud.stop())

const handIn = async (openid: string, name: string, materials: object[]) => {
  const answer = await cloud.ok<Output<'case', 'submit'>>(openid, 'case.submit', {
    code: 'MZ-05',
    requestId: newRequest(),
    applicant: { name, villageId: 'v01', contact: { by: 'agent' } },
    materials,
  })
  return answer.case
}

test('earlier papers are offered for the same person only, never for another on the same phone', async () => {
  await handIn(VILLAGER, '覃建国', [{ key: 'id-card', fileId: PHOTO }])
  await handIn(VILLAGER, '龚桂香', [{ key: 'hukou', fileId: PHOTO }])
  const offered = async (name: string) => {
    const { papers } = await cloud.ok<Output<'case', 'earlierPapers'>>(
      VILLAGER,
      'case.earlierPapers',
      { code: 'MZ-05', name },
    )
    return papers.map(({ key }) => key)
  }
  expect(await offered('覃建国')).toEqual(['id-card'])
  expect(await offered('龚桂香')).toEqual(['hukou'])
  expect(await offered('向明珠')).toEqual([])
})

test('departments to pass a matter on to, for the people at work', async () => {
  const { units } = await cloud.ok<Output<'case', 'units'>>(LEADER, 'case.units')
  expect(units).toHaveLength(20)
  expect(units).toContainEqual({ id: 'mz', name: '民政办' })
})

test('the agent reads in the inbox what is to be carried and given back', async () => {
  const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(AGENT, 'case.intake', {
    code: 'MZ-05',
    requestId: newRequest(),
    applicant: { name: '龚桂香', villageId: 'v01', contact: { by: 'agent' } },
    materials: [{ key: 'hukou' }],
  })
  await cloud.ok(AGENT, 'case.takeOriginals', {
    id: receipt.id,
    requestId: newRequest(),
    names: ['存折'],
  })
  const own = async () => {
    const { tasks } = await cloud.ok<Output<'case', 'inbox'>>(AGENT, 'case.inbox')
    return tasks.find(({ caseId }) => caseId === receipt.id)
  }
  // Three working days from Tuesday.
  expect(await own()).toMatchObject({
    carry: { dueOn: '2026-11-27', papers: ['户口本'] },
    originals: ['存折'],
  })
  await cloud.ok(AGENT, 'case.carry', { id: receipt.id, requestId: newRequest() })
  expect(await own()).toMatchObject({ carry: null })
})

test('whoever has number and code reads what is still missing, and no person', async () => {
  const receipt = await handIn(VILLAGER, '覃建国', [])
  await cloud.ok(CADRE, 'case.notifySupplement', {
    id: receipt.id,
    requestId: newRequest(),
    missing: [{ key: 'hukou', reason: '少了一页' }],
  })
  const { case: tracked } = await cloud.ok<Output<'case', 'track'>>(null, 'case.track', {
    number: receipt.number,
    code: receipt.queryCode,
  })
  expect(tracked.missing).toEqual([{ key: 'hukou', name: '户口本', reason: '少了一页' }])
  expect(tracked).not.toHaveProperty('applicant')
  expect(tracked.clock.startOn).toBe('2026-11-24')
})

test('the agent who handed it in may still withdraw it after the villager took it over', async () => {
  const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(AGENT, 'case.intake', {
    code: 'MZ-05',
    requestId: newRequest(),
    applicant: { name: '覃建国', villageId: 'v01', contact: { by: 'agent' } },
    materials: [],
  })
  await cloud.ok(VILLAGER, 'case.join', {
    number: receipt.number,
    code: receipt.queryCode,
    requestId: newRequest(),
  })
  const { case: stepped } = await cloud.ok<Output<'case', 'withdraw'>>(AGENT, 'case.withdraw', {
    id: receipt.id,
    requestId: newRequest(),
  })
  expect(stepped.status).toBe('withdrawn')
})
