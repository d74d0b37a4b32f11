/** 公示 ends on its day, whatever the matter does meanwhile; an extension counts everywhere. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { WarningDocument } from '../../cloudfunctions/core/store/documents/warning'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, HEAD, newRequest, OTHER_VILLAGER, TUESDAY, VILLAGER } from '../support/people'
import { step, submit } from '../support/steps'

const LEAD = 'demo-cadre-cj'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const act = (openid: string, action: string, id: string, content: object = {}) =>
  cloud.ok(openid, `case.${action}`, { id, requestId: newRequest(), ...content })

const stored = (id: string) => admin.one<CaseDocument>('cases', { _id: id })

const publicize = (id: string) =>
  act(LEAD, 'publicize', id, { days: 5, fields: [{ label: '位置', value: '屋场坪' }] })

async function publicized(): Promise<{ id: string; number: string }> {
  const { id, number } = await submit(cloud, VILLAGER, 'CJ-01')
  await step(cloud, 'accept', id, {}, LEAD)
  await publicize(id)
  return { id, number }
}

test('a notice comes down on its day although the clock of the matter stands still', async () => {
  const { id } = await publicized()
  await act(LEAD, 'suspend', id, {
    ground: '鉴定',
    document: '石新函1号',
    expectedOn: '2026-12-31',
  })
  await cloud.clock('2026-11-30T01:20:00.000Z')
  await cloud.tick()
  expect((await stored(id)).publicity).toMatchObject({ ended: true, fields: [] })
})

test('withdrawn: nothing about the matter stays on the board', async () => {
  const { id, number } = await publicized()
  await act(VILLAGER, 'withdraw', id)
  expect((await stored(id)).publicity).toMatchObject({ ended: true, fields: [] })
  const { notices } = await cloud.ok<{ notices: { number: string }[] }>(null, 'case.publicized')
  expect(notices.map((notice) => notice.number)).not.toContain(number)
})

test('published again: what was objected stays, and the second one comes down too', async () => {
  const { id, number } = await publicized()
  await cloud.ok(OTHER_VILLAGER, 'case.object', { number, text: '占了路', requestId: newRequest() })
  await cloud.clock('6d')
  await cloud.tick()
  expect((await stored(id)).publicity?.ended).toBe(true)
  await publicize(id)
  expect((await stored(id)).publicity?.objections.map(({ text }) => text)).toEqual(['占了路'])
  await cloud.clock('6d')
  await cloud.tick()
  expect((await stored(id)).publicity).toMatchObject({ ended: true, fields: [] })
})

test('an extension that was granted: no warning before its day, and the papers are asked for anew', async () => {
  const { id } = await submit(cloud)
  await step(cloud, 'accept', id)
  const { urgentAt } = await stored(id)
  await act(CADRE, 'requestExtension', id, { reason: '县里还没批下来' })
  await act(HEAD, 'answerExtension', id, { grant: true })
  await cloud.clock(new Date(+urgentAt + 3600_000).toISOString())
  await cloud.tick()
  const found = await admin.find<WarningDocument>('warnings', { caseId: id })
  expect(found.filter(({ step: of }) => of === 'commitment')).toEqual([])
})

test('a further notice has a day of its own, and somebody asks again when it passes', async () => {
  const { id } = await submit(cloud)
  const ask = (key: string) =>
    act(CADRE, 'notifySupplement', id, {
      missing: [{ key, reason: '没带' }],
      exception: '县里今天才要的',
    })
  await ask('hukou')
  await cloud.clock('16d')
  await cloud.tick()
  expect((await stored(id)).lateSince).not.toBeNull()
  await ask('bank-card')
  expect((await stored(id)).lateSince).toBeNull()
  await cloud.clock('16d')
  await cloud.tick()
  expect((await stored(id)).lateSince).not.toBeNull()
})
