/** The pages of booking, held to what every page is held to; and the day they lead to. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { holdPages, misfits, pagesOf, violations } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { ADMIN, AGENT, LEADER, newRequest, THURSDAY, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'
import { register, slotsOf } from '../support/steps'
import type { Appointment } from '../support/steps'

let lab: PhoneLab
let ids: { ticket: string; slot: string; full: string }

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/booking/slots/slots': () => ({ openid: VILLAGER, query: 'codes=MZ-05' }),
  'packages/booking/confirm/confirm': () => ({
    openid: VILLAGER,
    query: `slot=${encodeURIComponent(ids.slot)}&venue=v01&codes=MZ-05,YB-01,RS-08`,
  }),
  'packages/booking/ticket/ticket': () => ({ openid: VILLAGER, query: `id=${ids.ticket}` }),
  'packages/booking/hall/hall': () => ({ openid: VILLAGER, query: 'venue=v01' }),
}

const book = async (openid: string, slotId: string | undefined, more: object = {}) =>
  (
    await lab.cloud.ok<{ appointment: Appointment }>(openid, 'appointment.book', {
      slotId,
      codes: ['MZ-05', 'YB-01'],
      requestId: newRequest(),
      ...more,
    })
  ).appointment

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const [slot, other, full] = await slotsOf(lab.cloud)
  const mine = await book(VILLAGER, slot?.id)
  await Promise.all(['jia', 'yi', 'bing', 'ding'].map((who) => register(lab.cloud, who, who)))
  await Promise.all(['jia', 'yi', 'bing', 'ding'].map((who) => book(who, full?.id)))
  ids = { ticket: mine.id, slot: other?.id ?? '', full: full?.id ?? '' }
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/booking/'), VISITS, () => lab)

/** What a sheet or another state of a page is held to as well. */
async function sound(phone: Phone): Promise<void> {
  await phone.settled()
  await phone.page.waitForTimeout(400)
  expect(await violations(phone)).toEqual([])
  expect(await misfits(phone, 14, 44)).toEqual([])
  expect(phone.complaints).toEqual([])
}

test('moving: another time, the new number, the old one void', async () => {
  const phone = await lab.phone(VILLAGER, {
    path: `/packages/booking/ticket/ticket?id=${ids.ticket}`,
  })
  await phone.tap('改时间')
  await phone.pick(/^9:00–9:30/)
  await phone.tap('改到这时')
  await phone.sees(/没改成，旧的还在/)
  await sound(phone)
  await phone.shot('34-move')
  await phone.page.getByRole('dialog').getByRole('button', { name: '改到这时' }).click()
  await phone.sees('约好了')
  await phone.shot('35-moved')
  await phone.open({ path: `/packages/booking/ticket/ticket?id=${ids.ticket}` })
  await phone.sees('已改期')
  await sound(phone)
  await phone.page.close()
})

test('a full time: wait for it, be offered it, take it', async () => {
  const phone = await lab.phone('demo-villager-3', {
    path: '/packages/booking/slots/slots?venue=v01&codes=MZ-05',
  })
  await phone.pick(/约满了，点这里排队/)
  await phone.shot('36-wait')
  await phone.tap('排队等空号')
  await phone.tap('排队等空号')
  await phone.answerReminders('允许')
  await phone.sees('正在排队，有空号马上告诉您')
  await sound(phone)
  const { appointments } = await lab.cloud.ok<Output<'appointment', 'mine'>>(
    'jia',
    'appointment.mine',
  )
  await lab.cloud.ok('jia', 'appointment.cancel', {
    id: appointments[0]?.id,
    requestId: newRequest(),
  })
  await phone.open({ path: '/pages/appointments/appointments' })
  await phone.tap(/等您回话/)
  await phone.sees('给您留着，要不要？')
  await sound(phone)
  await phone.shot('37-offered')
  await phone.tap('要这个号')
  await phone.sees('约好了')
  await phone.page.close()
})

test('the administrator sees whom a change hits before it is made', async () => {
  const phone = await lab.phone(ADMIN, { path: '/packages/office/plan/plan' })
  await phone.tap('进村服务，改')
  await phone.pick('赶场天')
  await phone.tapOn(phone.page.getByRole('checkbox', { name: '逢五' }))
  await phone.tap('加一段歇的')
  await sound(phone)
  await phone.shot('38-template')
  await phone.tap('不改了')
  await phone.tap('加几天')
  await phone.pick('加开')
  await phone.pick('另定时间')
  await sound(phone)
  await phone.pick('不开')
  await phone.type(/为什么/, '停电检修')
  await phone.tap('加上')
  await phone.tap('看看会影响谁')
  await phone.sees(/没有人要改时间|有\d+人约的时间要停/)
  await sound(phone)
  await phone.shot('38-plan')
  await phone.tap('就这样存')
  await phone.sees(/存好了/)
  await phone.page.close()
})

test('on Thursday the agent checks in, calls, and says what came of it', async () => {
  await lab.cloud.clock(`${THURSDAY}T00:40:00.000Z`)
  const phone = await lab.phone(AGENT, { path: '/packages/office/today/today' })
  await phone.tap('有人来了')
  await sound(phone)
  await phone.type(/7号，或者张三/, '覃建国')
  await phone.tap('约了，签到')
  await phone.sees(/号到了/)
  await phone.tap('有人来了')
  await phone.pick('80岁以上')
  await phone.tap('没约，取号')
  await phone.sees('501号到了，下一个就是')
  await sound(phone)
  await phone.shot('39-desk')
  await phone.tap('叫下一位')
  await phone.sees('请501号')
  const screen = await lab.phone(LEADER, { path: '/packages/booking/hall/hall?venue=v01' })
  await screen.sees('后面是')
  await screen.shot('40-hall')
  await sound(screen)
  await screen.page.close()
  await phone.tap(/^501号/)
  await sound(phone)
  // Who booked nothing is asked what it was about.
  await phone.tap('问的事答复了')
  await phone.sees('问哪方面的')
  await phone.open({ path: '/packages/office/today/today' })
  await phone.tap(/^501号/)
  await phone.tap('办好了，不收件')
  await phone.sees('501号办好了')
  await phone.tap('叫下一位')
  await phone.tap(/覃建国/)
  await phone.tap('收他的件')
  await phone.sees(/约了2件，一件件收/)
  await sound(phone)
  await phone.shot('41-taken-on')
  await phone.tap('收下，给回执')
  await phone.sees(/查询码/)
  const ticket = await lab.phone(VILLAGER, { path: '/pages/appointments/appointments' })
  await ticket.tap(/覃建国|周四|今天/)
  await ticket.sees('已用过')
  await sound(ticket)
  await ticket.shot('42-used')
  await ticket.page.close()
  await phone.page.close()
})
