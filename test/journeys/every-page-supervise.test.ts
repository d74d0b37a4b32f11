/** The pages of bulletin, weekly meeting and public numbers, held to what every page is held to. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { holdPages, pagesOf } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { raiseIssue } from '../support/issues'
import { LEADER, newRequest, SUPERVISOR, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import { completedCase, submit } from '../support/steps'
import { RULEBOOK } from '../support/supervision-samples'

let lab: PhoneLab

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/supervise/bulletin/bulletin': () => ({ openid: LEADER, query: 'month=2026-11' }),
  'packages/supervise/agenda/agenda': () => ({ openid: LEADER }),
  'packages/supervise/month/month': () => ({ openid: VILLAGER }),
  'packages/supervise/watch/watch': () => ({ openid: SUPERVISOR }),
  'packages/supervise/assess/assess': () => ({ openid: LEADER }),
}

beforeAll(async () => {
  lab = await PhoneLab.open('2026-11-24T01:20:00.000Z')
  const { cloud } = lab
  await cloud.tick()
  for (let n = 0; n < 6; n++) {
    const { id } = await completedCase(cloud)
    const rate = { targetId: id, level: n === 0 ? 2 : 5, requestId: newRequest() }
    await cloud.ok(VILLAGER, 'rating.rate', rate)
  }
  await submit(cloud)
  await submit(cloud, VILLAGER, 'YB-01')
  await raiseIssue(cloud, { kind: 'complaint' })
  await raiseIssue(cloud, { anonymous: true })
  const book = { ...RULEBOOK, requestId: newRequest() }
  await cloud.ok(LEADER, 'supervision.turnOnAssessment', book)
  // Tuesday: Monday's agenda, yesterday's bulletin.
  await cloud.clock('2026-12-01T01:20:00.000Z')
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/supervise/'), VISITS, () => lab)

test('the leader holds the meeting and publishes the bulletin on the phone', async () => {
  const phone = await lab.phone(LEADER, { path: '/packages/supervise/agenda/agenda' })
  try {
    await phone.sees('已经超时的')
    await phone.shot('40-agenda')
    const minutes = phone.page.getByPlaceholder('说了哪些事，谁怎么看')
    await minutes.fill('超时的两件，民政办今天逐件答复。')
    await phone.tap('加一件')
    await phone.page.getByPlaceholder('办什么，办到什么样').fill('超时的逐件答复群众')
    await phone.tap('记下来')
    await phone.sees('还没选哪个单位办')
    await phone.tap('选一个单位')
    await phone.tap('确定')
    await phone.tap('记下来')
    await phone.sees('记下了，开了1张交办单')
    await phone.sees('交办〔2026〕1号')
    await phone.shot('41-meeting')

    await phone.open({ path: '/packages/supervise/bulletin/bulletin' })
    await phone.sees('初稿')
    await phone.shot('42-bulletin')
    await phone.tap('改六、下一步要求')
    await phone.page.getByRole('textbox').first().fill('超时的逐件说明原因。')
    await phone.tap('存下来')
    await phone.sees('改好了')
    await phone.tap('公布')
    await phone.page.getByRole('button', { name: '公布' }).last().click()
    await phone.sees('公布了，部门和村里都看得到')
    await phone.sees('超时的逐件说明原因。')
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.page.close()
  }
})
