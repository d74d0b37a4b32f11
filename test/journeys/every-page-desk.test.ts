/** The pages of places and of the people at work, held to what every page is held to. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { holdPages, pagesOf } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { announcement, duty, handover, invitation, venueCheck } from '../support/office-samples'
import {
  ADMIN,
  CADRE,
  LEADER,
  newRequest,
  OTHER_CADRE,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
  WINDOW,
} from '../support/people'
import { PhoneLab } from '../support/phones'

let lab: PhoneLab

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/places/places/places': () => ({ openid: VILLAGER }),
  'packages/places/place/place': () => ({ openid: VILLAGER, query: 'id=hall' }),
  'packages/places/texts/texts': () => ({ openid: VILLAGER, query: 'kind=faq' }),
  'packages/desk/leave/leave': () => ({ openid: LEADER }),
  'packages/desk/roster/roster': () => ({ openid: LEADER }),
  'packages/desk/check/check': () => ({ openid: SUPERVISOR }),
  'packages/desk/visit/visit': () => ({ openid: CADRE }),
  'packages/desk/staff/staff': () => ({ openid: ADMIN }),
  'packages/desk/post/post': () => ({ openid: ADMIN, query: 'id=st-cadre-mz' }),
  'packages/desk/join/join': () => ({ openid: 'somebody-new' }),
}

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  await handover(cloud)
  await announcement(cloud)
  await venueCheck(cloud)
  await invitation(cloud)
  await duty(cloud, { date: '2026-11-26', placeId: 'v01' })
  await duty(cloud, { date: '2026-11-25', kind: 'leader', placeId: 'hall', staffId: 'st-leader' })
  await cloud.ok(WINDOW, 'office.whereabouts', { state: 'out', requestId: newRequest() })
  await cloud.ok(CADRE, 'office.visit', {
    villageId: 'v01',
    on: '2026-11-24',
    consent: true,
    name: '覃大旺',
    text: '路灯不亮',
    opinion: true,
    requestId: newRequest(),
  })
})
afterAll(() => lab.close())

holdPages([...pagesOf('packages/desk/'), ...pagesOf('packages/places/')], VISITS, () => lab)

test('a cadre asks a colleague to stand in, who takes over on another phone', async () => {
  const phone = await lab.phone(CADRE, { path: '/packages/desk/leave/leave' })
  await phone.settled()
  await phone.tap('选一个人')
  await phone.type('写一两个字', '许佩佩')
  await phone.tap(/^许佩佩/)
  await phone.type(/等县里回话/, '没有在办的')
  await phone.tap('请他接')
  await phone.sees(/等对方接/)
  await phone.shot('40-leave')
  await phone.page.close()

  const other = await lab.phone(OTHER_CADRE, { path: '/packages/desk/leave/leave' })
  await other.settled()
  await other.tap('接下来')
  await other.sees('接下来了')
  await other.page.close()
  const { people } = await lab.cloud.ok<{ people: { whereabouts: { state: string } | null }[] }>(
    null,
    'catalog.people',
    { departmentId: 'mz' },
  )
  expect(people[0]?.whereabouts?.state).toBe('leave')
})

test('an opinion heard on a visit becomes a matter by one tap', async () => {
  const phone = await lab.phone(CADRE, { path: '/packages/desk/visit/visit' })
  await phone.settled()
  await phone.tap('去了哪个村？')
  await phone.pick('羊子垭村')
  await phone.tapOn(phone.page.getByRole('checkbox'))
  await phone.type('他说了什么', '村口桥栏杆松了，晚上不敢走')
  await phone.tap('是意见，交上去办')
  await phone.sees(/意见登记了/)
  // The one of before was written down and never handed on.
  await phone.tap('交上去办，覃大旺说：路灯不亮')
  await phone.settled()
  await phone.page.close()
  const { visits } = await lab.cloud.ok<Output<'office', 'visits'>>(CADRE, 'office.visits')
  expect(visits.map(({ opinion, issueId }) => opinion && issueId !== null)).toEqual([true, true])
})

test('a new colleague joins with the code that the administrator reads out', async () => {
  const { code } = await invitation(lab.cloud)
  const phone = await lab.phone('joining', { path: '/packages/desk/join/join' })
  await phone.settled()
  await phone.type('如：1234 5678', code)
  await phone.tap('登记')
  await phone.sees('新来的，民政办干部')
  await phone.page.close()
})
