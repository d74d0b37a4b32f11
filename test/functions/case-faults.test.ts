/** Every step of an application, with every one of its database requests failing once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { CASE_SAMPLES } from '../support/case-samples'
import { everyFault } from '../support/every-fault'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, HEAD, LEADER, newRequest, OTHER_CADRE, TUESDAY, VILLAGER } from '../support/people'
import { submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

type Path = readonly (readonly [openid: string, action: string])[]

const ACCEPTED: Path = [[CADRE, 'accept']]
const DECIDED: Path = [...ACCEPTED, [CADRE, 'decide']]

/** Who takes the step, and what came before it. Steps of one shape are tried by one of them. */
const STEPS: Readonly<Record<string, { by: string; after: Path }>> = {
  signFor: { by: CADRE, after: [] },
  acceptConditionally: { by: CADRE, after: [] },
  notifySupplement: { by: CADRE, after: [] },
  supplement: { by: VILLAGER, after: [[CADRE, 'notifySupplement']] },
  refuse: { by: CADRE, after: [] },
  withdraw: { by: VILLAGER, after: ACCEPTED },
  suspend: { by: CADRE, after: ACCEPTED },
  answerExtension: { by: HEAD, after: [...ACCEPTED, [CADRE, 'requestExtension']] },
  requestTransfer: { by: CADRE, after: [] },
  answerTransfer: { by: OTHER_CADRE, after: [[CADRE, 'requestTransfer']] },
  assign: { by: LEADER, after: [] },
  answerOpinion: { by: CADRE, after: [[LEADER, 'opine']] },
  takeOriginals: { by: CADRE, after: [] },
  forward: { by: CADRE, after: ACCEPTED },
  deliver: { by: CADRE, after: DECIDED },
  reopen: { by: VILLAGER, after: [...DECIDED, [CADRE, 'complete']] },
}

const inputOf = (action: string, caseId: string): Record<string, unknown> => ({
  ...CASE_SAMPLES[`case.${action}`]?.input({ caseId }),
})

const events = async (id: unknown): Promise<string[]> => {
  const doc = await admin.one<{ log: { action: string }[] }>('cases', { _id: id })
  return doc.log.map(({ action }) => action)
}

test.each(Object.entries(STEPS))('case.%s', async (action, { by, after }) => {
  await everyFault(cloud, `case.${action}`, {
    openid: by,
    prepare: async () => {
      const { id } = await submit(cloud)
      for (const [openid, earlier] of after) {
        await cloud.ok(openid, `case.${earlier}`, inputOf(earlier, id))
      }
      return inputOf(action, id)
    },
    effect: ({ id }) => events(id),
    expected: ['submit', ...after.map(([, earlier]) => earlier), action],
  })
})

test.each(['intake', 'serveNow'] as const)('case.%s makes one matter', async (action) => {
  let n = 0
  await everyFault(cloud, `case.${action}`, {
    openid: 'demo-window-1',
    prepare: async () => ({
      ...inputOf(action, ''),
      code: await instantAtWindowOne(),
      applicant: { name: `来人${String(++n)}${action}`, contact: { by: 'agent' } },
      requestId: newRequest(),
    }),
    effect: ({ applicant }) =>
      admin.count('cases', { 'applicant.name': (applicant as { name: string }).name }),
    expected: 1,
  })
})

test('afterwards, one tick leaves nothing half done', async () => {
  await cloud.clock('5m')
  await cloud.tick()
  expect(await violations(admin)).toEqual([])
})

/** A matter that window 1 serves at once. */
async function instantAtWindowOne(): Promise<string> {
  const account = await admin.one<{ staff: { units: string[] } }>('accounts', {
    openid: 'demo-window-1',
  })
  const items = await admin.find<{ code: string; instant: boolean; mode: string }>('items', {
    'unit.id': { $in: account.staff.units },
  })
  const item = items.find(({ instant, mode }) => instant && mode === 'direct')
  if (!item) throw new Error('window 1 serves nothing at once')
  return item.code
}
