/** 打给谁: the leader is told at four in the afternoon, calls, and it is written down. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { holdPages, pagesOf } from '../support/every-page'
import { CADRE, HEAD, LEADER, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import { submit } from '../support/steps'

const PAGE = 'packages/office/calls/calls'

let lab: PhoneLab

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  await submit(cloud)
  await submit(cloud, VILLAGER, 'CJ-01')
  await cloud.clock('2026-11-24T08:01:00.000Z')
  await cloud.tick()
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/office/calls/'), { [PAGE]: () => ({ openid: LEADER }) }, () => lab)

test('from the message to the call, and back to a list with nothing on it', async () => {
  const { cloud } = lab
  const phone = await lab.phone(LEADER, { path: '/packages/help/messages/messages' })
  try {
    await phone.tap(/有事还没人打开/)
    await phone.sees('民政办')
    await phone.sees('1件没人打开')
    await phone.tap('打过了，记下，蒋福生')
    await phone.sees('记下了：打给了蒋福生')
    await phone.sees('打过了')
    await phone.shot('34-who-to-call')

    // Whoever was called opens it; the other leader finds one less to call about.
    const { tasks } = await cloud.ok<{ tasks: { id: string }[] }>(CADRE, 'case.inbox')
    for (const { id } of tasks) {
      await cloud.call(CADRE, 'case.signFor', { id, requestId: newRequest() })
    }
    await phone.open({ path: `/${PAGE}` })
    await phone.sees('村镇建设办')
    // What was kept is shown first, then what is so now.
    await phone.settled()
    expect(await phone.text()).not.toContain('蒋福生')
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.page.close()
  }
})

test('nothing to call about says so', async () => {
  const { cloud } = lab
  const { units } = await cloud.ok<{ units: { matters: { id: string }[] }[] }>(LEADER, 'case.calls')
  for (const { id } of units.flatMap(({ matters }) => matters)) {
    await cloud.ok('demo-cadre-cj', 'case.signFor', { id, requestId: newRequest() })
  }
  const phone = await lab.phone(HEAD, { path: `/${PAGE}` })
  try {
    await phone.sees('没有要打的电话')
  } finally {
    await phone.page.close()
  }
})
