/** Phones in a real browser: the pages of the mini-program in the preview, one person each. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { startLocalCloud } from './local-cloud'
import type { LocalCloud } from './local-cloud'

const IMAGES = join(__dirname, '../../docs/images')
const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'],
}
const PATIENCE_MS = 30_000
/** Nothing under way for so long: what was shown is all that comes. */
const QUIET_MS = 150

const COUNT_REQUESTS = `(() => {
  const fetch = window.fetch
  window.underWay = 0
  window.fetch = async (...request) => {
    window.underWay++
    try {
      return await fetch(...request)
    } finally {
      window.underWay--
    }
  }
})()`

const UNTIL_QUIET = `new Promise((done) => {
  let since = performance.now()
  const moves = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime)
  const look = () => {
    const busy =
      window.underWay > 0 ||
      document.querySelector('[role=status][aria-label="正在打开"]') ||
      [...document.images].some((image) => !image.complete) ||
      document.getAnimations().some((one) => one.playState === 'running' && moves(one))
    if (busy) since = performance.now()
    if (performance.now() - since >= ${String(QUIET_MS)}) done()
    else setTimeout(look, 20)
  }
  look()
})`

export interface PhoneOptions {
  readonly path?: string
  readonly theme?: 'light' | 'dark'
  readonly fontSize?: number
  readonly elder?: boolean
}

/** A local cloud and a browser that shows its phones. */
export class PhoneLab {
  private constructor(
    readonly cloud: LocalCloud,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {}

  static async open(now: string): Promise<PhoneLab> {
    const cloud = await startLocalCloud({ now, preview: true })
    const browser = await chromium.launch(LAUNCH)
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      // Sharp for the documentation, quick for the tests.
      deviceScaleFactor: process.env.SCREENSHOTS ? 2 : 1,
      timezoneId: 'Asia/Shanghai',
      locale: 'zh-CN',
    })
    context.setDefaultTimeout(PATIENCE_MS)
    await context.addInitScript(COUNT_REQUESTS)
    return new PhoneLab(cloud, browser, context)
  }

  /** A phone in somebody's hand, opened at a page. */
  async phone(openid: string, options: PhoneOptions = {}): Promise<Phone> {
    const page = await this.context.newPage()
    const phone = new Phone(page, this.cloud.url, openid)
    await phone.open(options)
    return phone
  }

  /** What somebody's phone has kept already, by key. */
  async store(openid: string, kept: Readonly<Record<string, unknown>>): Promise<void> {
    const phone = await this.phone(openid)
    for (const [key, value] of Object.entries(kept)) {
      const [name, text] = [`phone:${openid}:${key}`, JSON.stringify({ value })]
      await phone.page.evaluate(
        `localStorage.setItem(${JSON.stringify(name)}, ${JSON.stringify(text)})`,
      )
    }
    await phone.page.close()
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.browser.close()
    await this.cloud.stop()
  }
}

export class Phone {
  /** Taps of the person so far. */
  taps = 0
  /** What the page complained about in its console. */
  readonly complaints: string[] = []

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly openid: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  /** Opens a page as a shared link or a message would. */
  async open({ path = '/pages/home/home', theme, fontSize, elder }: PhoneOptions = {}) {
    const query = new URLSearchParams({ openid: this.openid, path })
    if (theme) query.set('theme', theme)
    if (fontSize) query.set('fontSize', String(fontSize))
    if (elder) query.set('elder', '1')
    await this.page.goto(`${this.url}/phone.html?${query.toString()}`)
    await this.page.waitForSelector('body[data-ready]')
    this.taps = 0
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).filter({ visible: true }).first()
  }

  /** Taps a button, a tab or anything else by what it says. */
  async tap(name: string | RegExp): Promise<void> {
    this.taps++
    await this.explained(this.button(name).click())
  }

  async tapOn(locator: Locator): Promise<void> {
    this.taps++
    await this.explained(locator.filter({ visible: true }).first().click())
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: label }).filter({ visible: true }).first()
    await this.explained(box.fill(text))
  }

  /** Types into the one text field of the page. */
  async search(text: string): Promise<void> {
    await this.explained(
      this.page.getByRole('textbox').filter({ visible: true }).first().fill(text),
    )
  }

  /** Chooses one of several by what it says. */
  async pick(name: string | RegExp): Promise<void> {
    await this.tapOn(this.page.getByRole('radio', { name }))
  }

  /** Answers WeChat's own question about reminders, if it comes; not a tap of ours. */
  async answerReminders(answer: '允许' | '取消'): Promise<void> {
    const button = this.page.getByRole('button', { name: answer, exact: true })
    await button.waitFor()
    await button.click()
  }

  /** Waits until the text is on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await this.explained(this.page.getByText(text).filter({ visible: true }).first().waitFor())
  }

  /** A step that fails says what was on the screen instead. */
  private async explained<Result>(step: Promise<Result>): Promise<Result> {
    try {
      return await step
    } catch (error) {
      const screen = await this.page.locator('body').ariaSnapshot()
      throw new Error(`${String(error).split('\n')[0] ?? ''}\n屏幕上是：\n${screen}`, {
        cause: error,
      })
    }
  }

  /** Waits until nothing is loading or moving any more. */
  async settled(): Promise<void> {
    await this.page.evaluate(UNTIL_QUIET)
  }

  async text(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** The signal goes, or comes back. */
  async network(state: 'none' | 'wifi'): Promise<void> {
    await this.page.evaluate(`phone.change({ network: '${state}' })`)
  }

  /** 大字版 on or off, as its switch does. */
  async elder(on: boolean): Promise<void> {
    await this.page.evaluate(`phone.setElder(${String(on)})`)
  }

  /** The whole phone goes light or dark. */
  async theme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate(`phone.change({ theme: '${theme}' })`)
  }

  /** A picture for the documentation, when asked for (`npm run screenshots`). */
  async shot(name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return
    mkdirSync(IMAGES, { recursive: true })
    await this.page.waitForTimeout(400)
    await this.page.screenshot({ path: join(IMAGES, `${name}.png`) })
  }
}
