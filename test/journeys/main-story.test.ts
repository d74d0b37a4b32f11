/** 临时救助, on three phones: a villager, the cadre of the department, the leader. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CADRE, LEADER, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'

let lab: PhoneLab
let villager: Phone
let cadre: Phone
let leader: Phone

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  villager = await lab.phone(VILLAGER)
  cadre = await lab.phone(CADRE, { path: '/packages/office/inbox/inbox' })
  leader = await lab.phone(LEADER, { path: '/packages/station/board/board' })
})
afterAll(() => lab.close())

test('from home to a booked seat in six taps or fewer', async () => {
  await villager.sees('您要办什么事？')
  await villager.shot('01-home')
  await villager.search('救急')
  await villager.shot('02-search')
  await villager.tap(/临时救助/)
  await villager.sees('要带 4 样')
  await villager.shot('03-guide')
  await villager.tap('约个号')
  await villager.pick(/^9:00–9:30/)
  await villager.shot('04-slots')
  await villager.tap('下一步')
  await villager.sees('看一遍再约')
  await villager.shot('05-confirm')
  await villager.tap('就这样，约好')
  await villager.answerReminders('允许')
  await villager.sees(/报这个号/)
  await villager.shot('06-ticket')
  expect(villager.taps).toBeLessThanOrEqual(6)
})

test('from home to handed in within eight taps', async () => {
  await villager.open()
  await villager.search('lsjz')
  await villager.tap(/临时救助/)
  await villager.tap('现在就交')
  await villager.sees('居民身份证')
  await villager.shot('07-hand-in')
  await villager.tap('先交这些')
  await villager.answerReminders('允许')
  await villager.sees(/查询码/)
  await villager.shot('08-receipt')
  expect(villager.taps).toBeLessThanOrEqual(8)
})

test('the cadre finds the task at once and a message at WeChat, and accepts', async () => {
  expect(await lab.cloud.messages(CADRE)).toHaveLength(1)
  await cadre.open({ path: '/packages/office/inbox/inbox' })
  await cadre.sees('临时救助')
  await cadre.shot('09-inbox')
  await cadre.tap(/临时救助/)
  await cadre.sees('现在能做的')
  await cadre.shot('10-case')
  await cadre.tap(/^受理/)
  await cadre.sees('有话要说就写，不写也行')
  await cadre.shot('11-accept')
  await cadre.tap('受理')
  await cadre.sees(/受理了/)
})

test('the villager sees who has it, the deadline and how it is counted, and asks', async () => {
  await villager.open({ path: '/pages/progress/progress' })
  await villager.sees('临时救助')
  await villager.tap(/临时救助/)
  await villager.sees('最晚12月8日 周二')
  await villager.sees(/蒋福生/)
  await villager.shot('12-progress')
})

test('the cadre replies and completes, the leader saw it open', async () => {
  await leader.open({ path: '/packages/station/board/board' })
  await leader.sees('民政办')
  await leader.shot('14-board')
  await cadre.open({ path: '/packages/office/inbox/inbox' })
  await cadre.tap(/临时救助/)
  await cadre.tap(/^写答复/)
  await cadre.pick('办成了')
  await cadre.search('批了3000元，12月4日前打到卡上')
  await cadre.shot('13-reply')
  await cadre.tap('就这样答复')
  await cadre.sees(/答复了/)
  await cadre.open({ path: '/packages/office/inbox/inbox' })
  await cadre.tap(/临时救助/)
  await cadre.tap(/^办结/)
  await cadre.sees('结果告诉群众了，再办结。')
  await cadre.tap('办结')
  await cadre.sees(/办结了/)
})

test('the villager opens the message, reads the reply, rates 满意, and the public figures move', async () => {
  const [message] = (await lab.cloud.messages(VILLAGER)).filter(({ page }) =>
    page?.includes('case/progress'),
  )
  await villager.open({ path: `/${message?.page ?? ''}` })
  await villager.sees('批了3000元，12月4日前打到卡上')
  await villager.shot('15-reply')
  await villager.tap('说说办得怎么样')
  await villager.sees('满意')
  await villager.pick(/^满意/)
  await villager.shot('16-rating')
  await villager.tap(/交|就这样/)
  await villager.sees(/评好了/)
  expect(await lab.cloud.ok(null, 'rating.stats')).toMatchObject({
    rated: 1,
    eligible: 1,
    goodRate: 1,
  })
})

test('no page complained', () => {
  expect([villager, cadre, leader].flatMap(({ complaints }) => complaints)).toEqual([])
})
