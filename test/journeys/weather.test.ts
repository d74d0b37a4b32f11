/** When things do not go well: no permission, no seat, no signal. Nothing is lost, nothing doubled. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { newRequest, THURSDAY, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'
import { register, slotsOf, step } from '../support/steps'

let lab: PhoneLab
let villager: Phone

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  villager = await lab.phone(VILLAGER)
})
afterAll(() => lab.close())

test('who refuses reminders still finds the news in the inbox', async () => {
  await villager.open({ path: '/packages/case/submit/submit?code=MZ-05' })
  await villager.tap('先交这些')
  await villager.answerReminders('取消')
  await villager.sees(/查询码/)
  const { cases } = await lab.cloud.ok<Output<'case', 'mine'>>(VILLAGER, 'case.mine')
  await step(lab.cloud, 'accept', cases[0]?.id ?? '')
  expect(await lab.cloud.messages(VILLAGER)).toEqual([])
  await villager.open({ path: '/packages/help/messages/messages' })
  await villager.sees('您有一件事项有进展')
  await villager.shot('30-inbox-of-messages')
})

test('a slot that sold out meanwhile: the nearest free one is offered at once', async () => {
  const [, slot] = await slotsOf(lab.cloud, 'v01', THURSDAY)
  await villager.open({
    path: `/packages/booking/confirm/confirm?slot=${encodeURIComponent(slot?.id ?? '')}&venue=v01&codes=MZ-05`,
  })
  await villager.sees('临时救助')
  for (let n = 0; n < 4; n++) {
    await register(lab.cloud, `other-${String(n)}`, `村民${String(n)}`)
    await lab.cloud.ok(`other-${String(n)}`, 'appointment.book', {
      slotId: slot?.id,
      codes: ['MZ-05'],
      requestId: newRequest(),
    })
  }
  await villager.tap('就这样，约好')
  await villager.answerReminders('允许')
  await villager.sees(/约满了/)
  await villager.shot('31-sold-out')
  expect(
    (await lab.cloud.ok<Output<'appointment', 'mine'>>(VILLAGER, 'appointment.mine')).appointments,
  ).toEqual([])
})

test('without a signal the ticket opens', async () => {
  const slot = (await slotsOf(lab.cloud, 'v01', '2026-12-03'))[0]
  const { appointment } = await lab.cloud.ok<Output<'appointment', 'book'>>(
    VILLAGER,
    'appointment.book',
    {
      slotId: slot?.id,
      codes: ['MZ-05'],
      requestId: newRequest(),
    },
  )
  const ticket = `/packages/booking/ticket/ticket?id=${appointment.id}`
  await villager.open({ path: ticket })
  await villager.sees(/报这个号/)
  await villager.network('none')
  await villager.open({ path: ticket })
  await villager.sees(/报这个号/)
})
