import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { PreviewBrowser } from './support/preview-browser'

let preview: PreviewBrowser
let phone: Page

beforeAll(async () => {
  preview = await PreviewBrowser.start()
  phone = await preview.newPhone()
}, 30_000)
afterAll(() => preview.stop())
beforeEach(async () => {
  await preview.forget(phone)
  await preview.show(phone)
})

const press = (name: string): Promise<void> =>
  phone.getByRole('button', { name, exact: true }).click()
const answers = (text: string): Promise<unknown> =>
  phone.waitForFunction(
    (wanted) => document.querySelector('#answer')?.textContent === wanted,
    text,
    { timeout: 3000 },
  )

describe('storage', () => {
  test('stays with the identity and does not reach another', async () => {
    await press('存')
    await preview.show(phone)
    expect(await phone.locator('#saved').textContent()).toBe('存过')
    await preview.show(phone, '', { openid: 'demo-villager-2' })
    expect(await phone.locator('#saved').textContent()).toBe('')
  })
})

describe('cloud functions', () => {
  test('are called as the person who holds the phone', async () => {
    await preview.show(phone, '', { openid: 'demo-agent-v07' })
    await press('云函数')
    await answers('demo-agent-v07 catalog home')
  })

  test('fail like a lost network when it is switched off, and work again after', async () => {
    await phone.evaluate(() => window.phone?.change({ network: 'none' }))
    expect(await phone.locator('#network').textContent()).toBe('没网')
    await press('云函数')
    await phone.getByText('request:fail').waitFor()
    await phone.evaluate(() => window.phone?.change({ network: 'wifi' }))
    await press('云函数')
    await answers('demo-villager-1 catalog home')
  })
})

describe('files', () => {
  test('an upload that the server does not take fails with its reason', async () => {
    const failure = await phone.evaluate(async () => {
      const filePath = URL.createObjectURL(new Blob(['photo']))
      const cloud = window.wx?.cloud as { uploadFile: (file: object) => Promise<object> }
      return cloud
        .uploadFile({ cloudPath: 'papers/1.jpg', filePath })
        .catch((error: { errMsg: string }) => error.errMsg)
    })
    expect(failure).toBe('cloud.uploadFile:fail /wx/upload 回答 404，文件没有存下')
  })
})

describe('subscribe messages', () => {
  test('each can be refused, and the server is told', async () => {
    await press('订阅')
    await phone.getByRole('dialog').getByLabel('tmpl-moved').uncheck()
    await press('允许')
    await answers('accept,reject')
    expect((await preview.posted('/wx/subscribe')).at(-1)).toEqual({
      openid: 'demo-villager-1',
      templates: { 'tmpl-booked': 'accept', 'tmpl-moved': 'reject' },
    })
  })

  test('cancelling refuses all', async () => {
    await press('订阅')
    await press('取消')
    await answers('reject,reject')
  })
})

describe('the rest of wx', () => {
  test('an unknown call is loud: console, red note, failure', async () => {
    const errors: string[] = []
    phone.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await press('没有的接口')
    await answers('openBluetoothAdapter:fail wx.openBluetoothAdapter is not in the preview')
    expect(await phone.locator('.problem').textContent()).toContain('wx.openBluetoothAdapter')
    expect(errors.join()).toContain('wx.openBluetoothAdapter')
  })

  test('a phone call shows the number and can be cancelled', async () => {
    await press('打电话')
    await phone.getByRole('dialog').getByText('13800000000').waitFor()
    await press('取消')
    await answers('makePhoneCall:fail cancel')
  })

  test('a code can be typed', async () => {
    await press('扫码')
    await phone.getByLabel('码的内容').fill('v=v07')
    await press('确定')
    await answers('v=v07')
  })

  test('a photo is a file of the computer or a sample', async () => {
    await press('拍照')
    await press('用一张示例照片')
    await phone.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('img[alt="照片"]')
      return image?.naturalWidth === 640
    })
  })

  test('sharing shows the card that the page made', async () => {
    await press('转发')
    await phone.getByText('看看这件事').waitFor()
    await phone.getByText('/packages/extra/detail/detail?id=8').waitFor()
  })

  test('a picture of the mini-program is found', async () => {
    const width = await phone
      .locator('img[src="res/images/dot.svg"]')
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
    expect(width).toBeGreaterThan(0)
  })

  test('font size and theme of the phone show in the app info', async () => {
    await preview.show(phone, '', { fontSize: '23.8', theme: 'dark' })
    const info = await phone.evaluate(() =>
      (window.wx?.getAppBaseInfo as () => Record<string, unknown>)(),
    )
    expect(info).toMatchObject({ fontSizeSetting: 23.8, fontSizeScaleFactor: 1.4, theme: 'dark' })
  })
})

describe('the clock', () => {
  test('pages see the shifted date, and wake to it', async () => {
    await phone.evaluate(() => window.phone?.setClock(3 * 86_400_000))
    const expected = await phone.evaluate(() => {
      const now = new Date()
      const two = (part: number): string => String(part).padStart(2, '0')
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    })
    expect(await phone.locator('#today').textContent()).toBe(expected)
    const ahead = await phone.evaluate(() => Date.now() - performance.timeOrigin)
    expect(ahead).toBeGreaterThan(2.9 * 86_400_000)
  })

  test('dates made from parts and instanceof stay as they are', async () => {
    const [year, isDate, text] = await phone.evaluate(() => [
      new Date(2026, 10, 24).getFullYear(),
      new Date() instanceof Date,
      new Date('2026-11-24T01:20:00Z').toISOString(),
    ])
    expect([year, isDate, text]).toEqual([2026, true, '2026-11-24T01:20:00.000Z'])
  })
})
