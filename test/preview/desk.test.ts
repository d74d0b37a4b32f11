import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { FrameLocator, Page } from 'playwright-core'
import { nextThursdayMorning } from '../../local/preview/shell/township-time'
import { timeText } from '../../local/preview/shell/desk/wechat-messages'
import { PreviewBrowser } from './support/preview-browser'

let preview: PreviewBrowser
let desk: Page

beforeAll(async () => {
  preview = await PreviewBrowser.start()
}, 30_000)
afterAll(() => preview.stop())
beforeEach(async () => {
  desk = await preview.desk()
})
afterEach(() => desk.close())

const phone = (number: number): FrameLocator => desk.frameLocator(`iframe[name=phone-${number}]`)

test('three phones with three people', async () => {
  const holders = await desk
    .locator('iframe')
    .evaluateAll((frames) =>
      frames.map((frame) => new URL((frame as HTMLIFrameElement).src).searchParams.get('openid')),
    )
  expect(holders).toEqual(['demo-villager-1', 'demo-cadre-mz', 'demo-leader'])
})

test('another identity starts that phone anew and leaves the others', async () => {
  await phone(2).getByRole('button', { name: '加一' }).click()
  await desk.getByLabel('第1部手机换身份').selectOption('demo-villager-3')
  await phone(1).locator('body[data-ready]').waitFor()
  await phone(1).getByRole('button', { name: '云函数' }).click()
  await phone(1).getByText('demo-villager-3 catalog home').waitFor()
  expect(await phone(2).locator('#count').textContent()).toBe('1次，列表')
})

test('a WeChat message arrives and opens its page in that phone', async () => {
  await preview.post('/dev/message', {
    id: 'm1',
    openid: 'demo-cadre-mz',
    templateId: 'tmpl-task',
    page: 'packages/extra/detail/detail?id=42&name=x',
    data: { thing1: { value: '来了新任务' }, thing2: { value: '临时救助' } },
    at: new Date().toISOString(),
  })
  const message = desk.getByRole('button', { name: '来了新任务' })
  await message.click()
  await phone(2).getByText('42 x').waitFor()
  expect(await message.getByText('新', { exact: true }).count()).toBe(0)
})

test('a message that is tapped while the phone still starts opens its page as well', async () => {
  await preview.post('/dev/message', {
    id: 'm2',
    openid: 'demo-cadre-mz',
    templateId: 'tmpl-task',
    page: '/packages/extra/detail/detail?id=43&name=y',
    data: { thing1: { value: '又来了任务' }, thing2: { value: '临时救助' } },
    at: new Date().toISOString(),
  })
  let start = () => undefined as void
  const started = new Promise<void>((resolve) => (start = resolve))
  await desk.route('**/phone.html*', async (route) => {
    await started
    await route.continue()
  })
  await desk.reload({ waitUntil: 'commit' })
  await desk.getByRole('button', { name: '又来了任务' }).click()
  start()
  await phone(2).getByText('43 y').waitFor()
})

test('a moved clock shows on the desk and in the phones', async () => {
  const before = await phone(1).locator('#today').textContent()
  await desk.getByRole('button', { name: '+1天' }).click()
  await phone(3).locator('#shown').getByText('2').waitFor()
  const after = await phone(1).locator('#today').textContent()
  expect(new Date(after ?? '').getTime() - new Date(before ?? '').getTime()).toBe(86_400_000)
})

test('the network switch reaches every phone', async () => {
  await desk.getByRole('switch', { name: '网络' }).click()
  for (const number of [1, 2, 3]) {
    await phone(number).locator('#network').getByText('没网').waitFor()
    expect(await phone(number).locator('#network').textContent()).toBe('没网')
  }
})

test('a shared page opens on the phone it was sent to', async () => {
  await phone(1).getByRole('button', { name: '转发' }).click()
  await phone(1)
    .getByRole('button', { name: /^发给站长/ })
    .click()
  await phone(3).locator('#query').getByText('8').waitFor()
})

test('one phone scans what another shows', async () => {
  await phone(2).getByRole('button', { name: '扫码' }).click()
  await phone(2)
    .getByRole('button', { name: /群众.*：号/ })
    .click()
  await phone(2).locator('#answer').getByText('CODE-7').waitFor()
})

test('one phone alone stands unscaled in the corner', async () => {
  await desk.close()
  desk = await preview.desk('?phones=1')
  expect(await desk.locator('iframe').boundingBox()).toEqual({
    x: 0,
    y: 0,
    width: 375,
    height: 812,
  })
})

test('Thursday morning is 8:00 in Shimen', () => {
  const tuesday = Date.parse('2026-11-24T01:20:00Z')
  expect(nextThursdayMorning(tuesday)).toBe('2026-11-26T00:00:00.000Z')
  const thursdayNoon = Date.parse('2026-11-26T04:00:00Z')
  expect(nextThursdayMorning(thursdayNoon)).toBe('2026-12-03T00:00:00.000Z')
})

test('messages are dated as WeChat does', () => {
  const now = Date.parse('2026-11-24T01:20:00Z')
  expect(timeText(now - 5_000, now)).toBe('刚刚')
  expect(timeText(Date.parse('2026-11-24T00:00:00Z'), now)).toBe('8:00')
  expect(timeText(Date.parse('2026-11-23T00:00:00Z'), now)).toBe('昨天')
  expect(timeText(Date.parse('2026-11-20T00:00:00Z'), now)).toBe('11月20日')
})
