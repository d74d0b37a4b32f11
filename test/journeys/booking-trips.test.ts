/**
 * 从首页到约好: calls and round trips, counted at the gateway while the real pages run in Chromium. A
 * public mini-program of this kind needs 33.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Trip } from '../support/local-cloud'
import { register } from '../support/steps'
import { TUESDAY } from '../support/people'
import { PhoneLab } from '../support/phones'
import { splitTrip } from '../support/trips'

let lab: PhoneLab
beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  await register(lab.cloud, 'jia', '甲')
})
afterAll(() => lab.close())

/** Who somebody is and what they let WeChat send is asked once, whatever they do. */
const isIdentity = ({ name }: Trip): boolean => name === 'account'

/** From the open home page to the number: what was called, and its round trips up to the answers. */
async function bookFromHome(time: string): Promise<{ calls: string[]; trips: number }> {
  const phone = await lab.phone('jia')
  await phone.sees('您要办什么事？')
  await phone.settled()
  const before = (await lab.cloud.trips()).length
  await phone.tap('约个号')
  await phone.pick(new RegExp(`^${time}`))
  await phone.tap('下一步')
  await phone.sees('办什么')
  await phone.search('救急')
  await phone.tap(/临时救助/)
  await phone.sees('看一遍再约')
  await phone.tap('就这样，约好')
  await phone.answerReminders('允许')
  await phone.sees(/报这个号/)
  await phone.settled()
  const made = (await lab.cloud.trips()).slice(before).filter((trip) => !isIdentity(trip))
  await phone.page.close()
  return {
    calls: made.map(({ name, action }) => `${name}.${action ?? ''}`).sort(),
    trips: made.map(splitTrip).reduce((sum, { work }) => sum + work, 0),
  }
}

test('the first time on this phone: four calls', async () => {
  const { calls } = await bookFromHome('9:00–9:30')
  expect(calls).toEqual([
    'appointment.book',
    'appointment.slots',
    'catalog.guide',
    'catalog.venues',
  ])
})

test('from then on the phone knows place and matter: two calls, five round trips or fewer', async () => {
  const { calls, trips } = await bookFromHome('14:00–14:30')
  expect(calls).toEqual(['appointment.book', 'appointment.slots'])
  expect(trips).toBeLessThanOrEqual(5)
})
