/** Without a signal: what is handed in waits on the phone and goes out once, by itself. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { misfits, violations } from '../support/every-page'
import { CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'
import { submit } from '../support/steps'

let lab: PhoneLab
let villager: Phone
let cadre: Phone

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  villager = await lab.phone(VILLAGER)
  cadre = await lab.phone(CADRE, { path: '/packages/office/inbox/inbox' })
})
afterAll(() => lab.close())

const STORED = '没有信号，已存好，有信号会自动送出'

const mine = async () => (await lab.cloud.ok<Output<'case', 'mine'>>(VILLAGER, 'case.mine')).cases

const detail = async (id: string) =>
  (await lab.cloud.ok<Output<'case', 'detail'>>(VILLAGER, 'case.detail', { id })).case

async function shoot(phone: Phone, paper: string): Promise<void> {
  await phone.tap(`拍照：${paper}`)
  await phone.tap('用一张示例照片')
}

test('handed in with a photo, WeChat closed, opened again: one matter, with its number', async () => {
  await villager.open({ path: '/packages/case/submit/submit?code=MZ-05', elder: true })
  await villager.sees('居民身份证')
  await villager.network('none')
  await shoot(villager, '居民身份证')
  await villager.sees('没传上')
  await villager.tap('先交这些')
  await villager.answerReminders('允许')
  await villager.sees(STORED)
  await villager.sees(/还有1张照片没传/)
  await villager.shot('32-offline')
  expect(await violations(villager)).toEqual([])
  expect(await misfits(villager, 18, 60)).toEqual([])
  expect(await mine()).toEqual([])
  // Closed and opened: the signal is back, and nobody taps.
  await villager.open()
  await villager.sees('1件送到了')
  const [matter, ...others] = await mine()
  expect(others).toEqual([])
  await villager.shot('33-went-out-by-itself')
  await villager.tap(/1件送到了/)
  await villager.sees(matter?.number ?? '')
  await villager.tap('看回执')
  await villager.sees(/查询码/)
  const { materials } = await detail(matter?.id ?? '')
  expect(materials.find(({ key }) => key === 'id-card')?.fileId).toContain('cloud://')
})

test('the signal comes back while the list is open; what was sent cannot be sent again', async () => {
  await villager.open({ path: '/packages/case/submit/submit?code=YB-01' })
  await villager.sees('居民身份证')
  await villager.network('none')
  await villager.tap('先交这些')
  await villager.answerReminders('允许')
  await villager.sees(STORED)
  await villager.tap('现在送')
  await villager.sees(/还没有信号/)
  await villager.network('wifi')
  await villager.sees(/查询码/)
  await villager.sees('看回执')
  expect((await mine()).filter(({ itemCode }) => itemCode === 'YB-01')).toHaveLength(1)
})

test('papers that were asked for wait as well, and can be taken back to be mended', async () => {
  const { id } = await submit(lab.cloud)
  await lab.cloud.ok(CADRE, 'case.notifySupplement', {
    id,
    requestId: newRequest(),
    missing: [{ key: 'hukou', reason: '少了一页' }],
  })
  await villager.open({ path: `/packages/case/supplement/supplement?id=${id}` })
  await villager.sees(/少了一页/)
  await villager.network('none')
  await shoot(villager, '户口本')
  await villager.sees('没传上')
  await villager.tap('交上去')
  await villager.sees(STORED)
  await villager.tap(/^修改/)
  await villager.sees('没传上')
  await villager.network('wifi')
  await villager.tap('交上去')
  await villager.sees(/在看材料/)
  expect((await detail(id)).missing).toEqual([])
})

test('the counter receives without a signal, too', async () => {
  await cadre.open({ path: '/packages/office/intake/intake?code=MZ-17' })
  await cadre.sees('交来哪几样？')
  await cadre.type(/身份证上写/, '龚桂香')
  await cadre.tap(/^哪个村/)
  await cadre.pick(/双溪村/)
  await cadre.pick('告诉代办员')
  await cadre.network('none')
  await cadre.tap('收下，给回执')
  await cadre.sees(STORED)
  await cadre.network('wifi')
  await cadre.tap('看回执')
  await cadre.sees(/下一个人/)
})

test('no page complained', () => {
  const offline = /ERR_INTERNET_DISCONNECTED|Failed to load/
  const complaints = [villager, cadre].flatMap((phone) => phone.complaints)
  expect(complaints.filter((text) => !offline.test(text))).toEqual([])
})
