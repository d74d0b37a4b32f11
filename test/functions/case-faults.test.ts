/** Every step of an application, with every one of its database requests failing once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Admin } from '../support/admin'
import { CASE_SAMPLES } from '../support/case-samples'
import { everyFault } from '../support/every-fault'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  AGENT,
  CADRE,
  HEAD,
  LEADER,
  newRequest,
  OTHER_CADRE,
  TUESDAY,
  VILLAGER,
} from '../support/people'
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

interface Attempt {
  readonly by: string
  readonly after: Path
  /** Who hands in what; 临时救助 from a villager's phone when left out. */
  readonly from?: string
  readonly code?: string
}

const JOINT = { by: 'demo-cadre-cj', code: 'CJ-01' }
const JOINT_ACCEPTED: Path = [[JOINT.by, 'accept']]

/** The other steps of each shape: by `npm run test:full`. Four more are in `faults.test.ts`. */
const MORE_STEPS: Readonly<Record<string, Attempt>> = {
  acceptConditionally: { by: CADRE, after: [] },
  refuse: { by: CADRE, after: [] },
  requestTransfer: { by: CADRE, after: [] },
  answerOpinion: { by: CADRE, after: [[LEADER, 'opine']] },
  takeOriginals: { by: CADRE, after: [] },
  forward: { by: CADRE, after: ACCEPTED },
  resume: { by: CADRE, after: [...ACCEPTED, [CADRE, 'suspend']] },
  requestExtension: { by: CADRE, after: ACCEPTED },
  setPriority: { by: CADRE, after: [] },
  declareConflict: { by: CADRE, after: [] },
  opine: { by: LEADER, after: [] },
  markDeceased: { by: CADRE, after: [] },
  authorise: { by: CADRE, after: [] },
  returnOriginals: { by: CADRE, after: [[CADRE, 'takeOriginals']] },
  carry: { by: AGENT, after: [], from: AGENT },
  externalUpdate: { by: CADRE, after: [...ACCEPTED, [CADRE, 'forward']] },
  survey: { ...JOINT, after: JOINT_ACCEPTED },
  publicize: { ...JOINT, after: JOINT_ACCEPTED },
  branchDecide: { ...JOINT, after: JOINT_ACCEPTED },
  ask: { by: VILLAGER, after: [] },
  urge: { by: VILLAGER, after: [] },
}

/** Who takes the step, and what came before it. Here one step of each shape. */
const STEPS: Readonly<Record<string, Attempt>> = {
  signFor: { by: CADRE, after: [] },
  notifySupplement: { by: CADRE, after: [] },
  supplement: { by: VILLAGER, after: [[CADRE, 'notifySupplement']] },
  withdraw: { by: VILLAGER, after: ACCEPTED },
  suspend: { by: CADRE, after: ACCEPTED },
  answerExtension: { by: HEAD, after: [...ACCEPTED, [CADRE, 'requestExtension']] },
  answerTransfer: { by: OTHER_CADRE, after: [[CADRE, 'requestTransfer']] },
  assign: { by: LEADER, after: [] },
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

const TRIED = { ...STEPS, ...(process.env.FULL ? MORE_STEPS : {}) }

test.each(Object.entries(TRIED))('case.%s', async (action, { by, after, from, code }) => {
  await everyFault(cloud, `case.${action}`, {
    openid: by,
    prepare: async () => {
      const { id } = await submit(cloud, from, code)
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
