/** The pages of rating, rectification and survey, held to what every page is held to. */
import { afterAll, beforeAll } from '@jest/globals'
import type { Rectification } from '../../cloudfunctions/core/store/documents/rectification'
import { Admin } from '../support/admin'
import { holdPages, pagesOf } from '../support/every-page'
import type { Visit } from '../support/every-page'
import {
  CADRE,
  LEADER,
  newRequest,
  OTHER_CADRE,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
} from '../support/people'
import { PhoneLab } from '../support/phones'
import { completedCase, step, submit } from '../support/steps'

let lab: PhoneLab
let ids: { completed: string; rectification: string }

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/rating/rate/rate': () => ({ openid: VILLAGER, query: `id=${ids.completed}` }),
  'packages/rating/desk/desk': () => ({ openid: VILLAGER, query: 'w=3' }),
  'packages/rating/survey/survey': () => ({ openid: VILLAGER }),
  'packages/rating/enter/enter': () => ({ openid: OTHER_CADRE }),
  'packages/rating/rectifications/rectifications': () => ({ openid: CADRE }),
  'packages/rating/warnings/warnings': () => ({ openid: CADRE }),
  'packages/rating/outage/outage': () => ({ openid: LEADER }),
  'packages/rating/accountability/accountability': () => ({ openid: LEADER }),
  'packages/rating/fairness/fairness': () => ({ openid: SUPERVISOR }),
  'packages/rating/rectification/rectification': () => ({
    openid: SUPERVISOR,
    query: `id=${ids.rectification}`,
  }),
}

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  const late = await submit(cloud)
  await step(cloud, 'accept', late.id)
  // Past the ten working days of the commitment: yellow, then red.
  await cloud.clock('2026-12-09T01:20:00.000Z')
  await cloud.tick()
  await cloud.ok(LEADER, 'supervision.registerOutage', {
    kind: 'power',
    from: '2026-12-03',
    until: '2026-12-03',
    text: '全乡停电，线路检修',
    requestId: newRequest(),
  })
  const bad = await completedCase(cloud)
  await cloud.ok(VILLAGER, 'rating.rate', {
    targetId: bad.id,
    level: 1,
    reasons: ['跑了多趟'],
    comment: '一共跑了三趟，每趟都说还差一样，腿脚不好的人吃不消',
    requestId: newRequest(),
  })
  await cloud.tick()
  const { _id } = await new Admin(cloud).one<Rectification>('rectifications', { targetId: bad.id })
  await cloud.ok(SUPERVISOR, 'rating.contact', {
    id: _id,
    outcome: 'told',
    text: '材料要一次说清，单子要写全',
    named: true,
    requestId: newRequest(),
  })
  await cloud.ok(CADRE, 'rating.appeal', {
    id: _id,
    text: '第一趟就给了材料清单，有签字',
    requestId: newRequest(),
  })
  ids = { completed: (await completedCase(cloud)).id, rectification: _id }
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/rating/'), VISITS, () => lab)
