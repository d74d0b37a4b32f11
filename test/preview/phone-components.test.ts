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
beforeEach(() => preview.show(phone, '/packages/extra/lab/lab'))

const press = (name: string): Promise<void> =>
  phone.getByRole('button', { name, exact: true }).click()
const says = (text: string): Promise<unknown> =>
  phone.waitForFunction((wanted) => document.querySelector('#said')?.textContent === wanted, text)

describe('touch', () => {
  test('a long press is no tap, a short one is', async () => {
    const box = phone.locator('#box')
    await box.click({ delay: 500 })
    await says('长按')
    await box.click()
    await says('点了')
  })
})

describe('asking about elements', () => {
  test('is measured from the page, with its scrolling', async () => {
    await press('量')
    const scrolled = await phone.locator('.page-scroller').evaluate((page) => page.scrollTop)
    const box = await phone.locator('#box').boundingBox()
    await says(`100 ${Math.round((box?.y ?? 0) - 72)} ${scrolled}`)
  })

  test('gives the canvas to paint on', async () => {
    await press('画')
    await says('画了 100')
  })

  test('a page scrolls to an element', async () => {
    await press('到下面')
    expect((await phone.locator('#low-mark').boundingBox())?.y).toBeLessThan(812)
  })
})

describe('scrolling and turning', () => {
  test('a scroll view notices its end', async () => {
    await phone.locator('#scroll').evaluate((view) => view.scrollTo(0, 1000))
    await says('到底')
  })

  test('a swiper follows the finger', async () => {
    const box = await phone.locator('wx-swiper').boundingBox()
    const y = (box?.y ?? 0) + 20
    await phone.mouse.move(300, y)
    await phone.mouse.down()
    await phone.mouse.move(150, y, { steps: 3 })
    await phone.mouse.up()
    await says('第1张')
  })

  test('a picker view starts at its value and turns', async () => {
    const column = phone.locator('wx-picker-view-column')
    await phone.waitForFunction(
      () => document.querySelector('wx-picker-view-column')?.scrollTop === 68,
    )
    await column.evaluate((element) => element.scrollTo(0, 34 * 4))
    await says('转到4')
  })

  test('a slider moves by keyboard too', async () => {
    await phone.getByRole('slider', { name: '多少' }).press('ArrowRight')
    await says('滑到21')
  })
})

describe('content', () => {
  test('rich text shows markup and runs nothing', async () => {
    expect(await phone.locator('wx-rich-text').innerHTML()).toBe('<b>粗</b>')
    expect(await phone.evaluate(() => 'bad' in window)).toBe(false)
  })

  test('components find their relations when ready', async () => {
    await phone.locator('#joined').getByText('一、二').waitFor()
  })

  test('search, text area, skeleton and toast of TDesign', async () => {
    await phone.getByPlaceholder('找事').fill('低保')
    await says('找低保')
    await phone.getByPlaceholder('写几句').fill('谢谢')
    await says('写谢谢')
    expect(await phone.locator('#ready').isVisible()).toBe(true)
    await press('提示')
    await phone.getByText('存好了').waitFor()
  })
})

describe('dialogs of wx', () => {
  test('a modal answers with the button', async () => {
    await press('问')
    await phone.getByRole('dialog', { name: '不去了？' }).waitFor()
    await press('取消')
    await says('还去')
    await press('问')
    await press('确定')
    await says('不去')
  })

  test('an action sheet answers with the index, Escape cancels', async () => {
    await press('选')
    await press('看地图')
    await says('选1')
    await press('选')
    await phone.keyboard.press('Escape')
    await says('showActionSheet:fail cancel')
  })

  test('another page takes the screen from a dialog', async () => {
    await press('选')
    await phone.evaluate(() => window.phone?.open('/pages/mine/mine'))
    expect(await phone.getByRole('dialog').count()).toBe(0)
  })
})
