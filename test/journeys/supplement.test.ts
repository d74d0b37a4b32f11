/** 补材料: told once with the whole list, photographed one by one, accepted, decided, delivered, reopened. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CADRE, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'
import { submit } from '../support/steps'

let lab: PhoneLab
let villager: Phone
let cadre: Phone
let id: string

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  villager = await lab.phone(VILLAGER)
  cadre = await lab.phone(CADRE, { path: '/packages/office/inbox/inbox' })
  id = (await submit(lab.cloud)).id
})
afterAll(() => lab.close())

const openCase = () => cadre.open({ path: `/packages/office/case/case?id=${id}` })
const openMatter = () => villager.open({ path: `/packages/case/progress/progress?id=${id}` })

async function tick(paper: string): Promise<void> {
  await cadre.tapOn(cadre.page.getByRole('checkbox', { name: paper }))
}

test('the cadre writes everything that is missing on one list', async () => {
  await openCase()
  await cadre.shot('40-case-actions')
  await cadre.tap(/^缺材料，一次告诉他/)
  await tick('居民身份证')
  await tick('户口本')
  const reasons = cadre.page.getByRole('textbox', { name: /没盖章/ }).filter({ visible: true })
  await reasons.nth(0).fill('照片是糊的')
  await cadre.tap('就这样告诉他')
  await cadre.sees('点了的每一样都写一句为什么，他好知道怎么补')
  await reasons.nth(1).fill('少了本人那一页')
  await cadre.shot('41-one-notice')
  await cadre.tap('就这样告诉他')
  await cadre.sees(/告诉他了/)
})

test('the villager sees the list and brings it paper by paper', async () => {
  await openMatter()
  await villager.sees(/还差2样/)
  await villager.sees('户口本：少了本人那一页')
  await villager.shot('42-missing')
  await villager.tap('去补材料')
  await villager.tap('拍照：居民身份证')
  await villager.tap('用一张示例照片')
  await villager.sees('拍好了')
  await villager.shot('43-supplement')
  await villager.tap(/^打印/)
  await villager.sees('存到电脑上打印')
  await villager.tap('关闭')
  await villager.tap('先交这1样')
  await villager.sees(/还差1样/)
  await villager.tap('去补材料')
  await villager.tap('拍照：户口本')
  await villager.tap('用一张示例照片')
  await villager.sees('拍好了')
  await villager.tap('交上去')
  await villager.sees(/在看材料/)
})

test('the cadre accepts, decides, hands over and completes', async () => {
  const take = async (verb: RegExp, fill: () => Promise<void>, send: string, told: RegExp) => {
    await openCase()
    await cadre.tap(verb)
    await fill()
    await cadre.tap(send)
    await cadre.sees(told)
  }
  await take(/^受理，/, () => cadre.sees('有话要说就写，不写也行'), '受理', /受理了/)
  await take(
    /^写答复，出结果，/,
    async () => {
      await cadre.pick('办成了')
      await cadre.search('批了3000元，12月4日前打到卡上')
    },
    '就这样答复',
    /答复了/,
  )
  await take(
    /^结果送到，/,
    async () => {
      await cadre.pick('他来领的')
      await cadre.search('覃大旺')
    },
    '送到了',
    /送到了/,
  )
  await take(/^办结，/, () => cadre.sees('结果告诉群众了，再办结。'), '办结', /办结了/)
})

test('the villager says what was not done, and it goes on under the same number', async () => {
  await openMatter()
  await villager.sees(/在窗口领走/)
  await villager.tap(/^没办好，接着办/)
  await villager.sees('哪里没办好？')
  await villager.tap(/^接着办$/)
  await villager.sees('写一句就行，办的人好知道')
  await villager.type(/钱没到/, '钱没到卡上')
  await villager.shot('44-reopen')
  await villager.tap(/^接着办$/)
  await villager.sees('又在办了')
  await openCase()
  await cadre.sees(/钱没到卡上/)
})

test('no page complained', () => {
  expect([villager, cadre].flatMap(({ complaints }) => complaints)).toEqual([])
})
