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

const title = (): Promise<string | null> => phone.locator('.nav-title').textContent()
const shown = (id: string): Promise<string | null> =>
  phone.locator(`.page:not([hidden]) #${id}`).textContent()

describe('pages', () => {
  test('a tap changes data and the view follows, WXS included', async () => {
    await phone.getByRole('button', { name: '加一' }).click()
    expect(await shown('count')).toBe('1次，列表')
  })

  test('a package of npm that is no mini-program package works', async () => {
    expect(await shown('modules')).toBe('有码')
  })

  test('navigateTo passes the query and the event channel, both ways', async () => {
    await phone.getByRole('button', { name: '详情' }).click()
    expect(await title()).toBe('详情')
    expect(await shown('query')).toBe('7 覃')
    expect(await shown('hello')).toBe('来自首页')
    await phone.getByRole('button', { name: '完成' }).click()
    expect(await title()).toBe('首页')
    expect(await shown('answer')).toBe('详情办完了')
  })

  test('the back button shows the page as it was left', async () => {
    await phone.getByRole('button', { name: '加一' }).click()
    await phone.getByRole('button', { name: '详情' }).click()
    await phone.getByRole('button', { name: '返回' }).click()
    expect(await shown('count')).toBe('1次，列表')
    expect(await shown('shown')).toBe('2')
  })

  test('tabs of the custom tab bar keep their pages', async () => {
    await phone.getByRole('button', { name: '加一' }).click()
    await phone.locator('.page:not([hidden])').getByRole('button', { name: '我的' }).click()
    expect(await title()).toBe('我的')
    const selected = phone.locator('.page:not([hidden]) [aria-current=page]')
    expect(await selected.textContent()).toBe('我的')
    await phone.locator('.page:not([hidden])').getByRole('button', { name: '首页' }).click()
    expect(await shown('count')).toBe('1次，列表')
  })

  test('a page with its own navigation begins at the top of the screen', async () => {
    await phone.getByRole('link', { name: '自定义导航' }).click()
    expect(await shown('from')).toBe('来自 home')
    const box = await phone.locator('.page:not([hidden])').boundingBox()
    expect(box?.y).toBe(0)
  })

  test('the end of a long page is noticed once', async () => {
    await phone.getByRole('button', { name: '详情' }).click()
    await phone.locator('#bottom').scrollIntoViewIfNeeded()
    await phone.waitForFunction(
      () => document.querySelector('#bottom')?.textContent === '到底 1 次',
    )
  })

  test('pulling down refreshes', async () => {
    await phone.mouse.move(200, 120)
    await phone.mouse.down()
    await phone.mouse.move(200, 320, { steps: 5 })
    await phone.mouse.up()
    expect(await shown('refreshed')).toBe('1')
  })

  test('hover-class is on while a finger rests', async () => {
    const button = phone.getByRole('button', { name: '加一' })
    await button.hover()
    await phone.mouse.down()
    await phone.waitForSelector('.tap.pressed')
    await phone.mouse.up()
    await phone.waitForSelector('.tap:not(.pressed)')
  })

  test('what can be tapped can be pressed by keyboard', async () => {
    await phone.getByRole('button', { name: '加一' }).focus()
    await phone.keyboard.press('Enter')
    expect(await shown('count')).toBe('1次，列表')
  })

  test('a page that does not exist is reported on the phone', async () => {
    await preview.show(phone, '/pages/none/none')
    expect(await phone.locator('.problem').textContent()).toContain('pages/none/none')
  })
})

describe('the tab bar that WeChat draws', () => {
  test('shows on tab pages, marks the current one and switches', async () => {
    await phone.route('**/app.js', async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      await route.fulfill({ response, body: text.replace('"custom":true', '"custom":false') })
    })
    await preview.show(phone)
    await phone.locator('.tab-bar').getByRole('button', { name: '我的' }).click()
    expect(await title()).toBe('我的')
    expect(await phone.locator('.tab-bar [aria-current=page]').textContent()).toBe('我的')
    await preview.show(phone, '/packages/extra/detail/detail?id=1')
    expect(await phone.locator('.tab-bar').isVisible()).toBe(false)
    await phone.unroute('**/app.js')
  })
})

describe('styles', () => {
  const colour = (selector: string): Promise<string> =>
    phone.locator(selector).evaluate((element) => getComputedStyle(element).color)

  test('375rpx is half the screen', async () => {
    expect((await phone.locator('#wide').boundingBox())?.width).toBe(187.5)
  })

  test('an isolated component keeps its styles in and the others out', async () => {
    expect(await colour('[is="components/card/card"] > wx-view >> nth=0')).toBe('rgb(0, 120, 0)')
    expect(await colour('text=插槽')).toBe('rgb(0, 0, 200)')
    expect(await colour('text=不受应用样式影响')).toBe('rgb(30, 36, 32)')
  })

  test("one page's styles do not reach another", async () => {
    await phone.getByRole('button', { name: '我的' }).click()
    expect(await colour('#mine-title')).toBe('rgb(30, 36, 32)')
  })

  test('page-meta sets the root font size and the page style of its page only', async () => {
    const root = (): Promise<string> =>
      phone.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    expect(await root()).toBe('20px')
    expect(
      await phone.locator('wx-page').evaluate((page) => getComputedStyle(page).letterSpacing),
    ).toBe('1px')
    await phone.getByRole('button', { name: '我的' }).click()
    expect(await root()).toBe('16px')
  })

  test('100vh is the height between the bars', async () => {
    await phone.getByRole('button', { name: '我的' }).click()
    expect((await phone.locator('.page:not([hidden]) .app').boundingBox())?.height).toBe(740)
  })

  test('dark theme reaches media queries, theme.json and listeners', async () => {
    await phone.evaluate(() => window.phone?.change({ theme: 'dark' }))
    expect(await colour('.app.auto')).toBe('rgb(236, 239, 231)')
    const bar = phone.locator('.phone-top')
    expect(await bar.evaluate((element) => element.style.background)).toBe('rgb(19, 22, 19)')
    expect(await shown('theme')).toBe('dark')
  })
})
