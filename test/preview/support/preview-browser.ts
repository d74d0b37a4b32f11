import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

const project = join(__dirname, '../../..')
export const FIXTURE = join(project, 'test/preview/fixtures/mini')

interface Posted {
  path: string
  body: Record<string, unknown>
}

/** The fixture mini-program, built and served, in a real Chromium. */
export class PreviewBrowser {
  private constructor(
    readonly address: string,
    private readonly browser: Browser,
    private readonly server: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<PreviewBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'preview-'))
    const script = join(project, 'local/preview/serve.mjs')
    const server = spawn(process.execPath, [script, FIXTURE, '--out', folder, '--port', '0'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const address = await new Promise<string>((done, fail) => {
      server.once('exit', (code) => fail(new Error(`preview server ended with ${code}`)))
      server.stdout?.on('data', (text: Buffer) => {
        const ready = /ready (\S+)/.exec(text.toString())
        if (ready?.[1]) done(ready[1])
      })
    })
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    return new PreviewBrowser(address, browser, server, folder)
  }

  /** A browser window of a phone's size; `show` opens a page in it. */
  async newPhone(): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 375, height: 812 } })
    page.setDefaultTimeout(30_000)
    await page.goto(`${this.address}/preview/templates.json`)
    return page
  }

  /** Empties the phone's storage, as if the mini-program was never opened. */
  async forget(page: Page): Promise<void> {
    await page.evaluate(() => localStorage.clear())
  }

  /** Loads the phone again in the same browser window, so that its storage stays. */
  async show(page: Page, path = '', parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ ...(path ? { path } : {}), ...parameters })
    await page.goto(`${this.address}/phone.html?${query}`)
    await page.waitForSelector('body[data-ready]')
  }

  async desk(query = ''): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(30_000)
    await page.goto(`${this.address}/${query}`)
    await page.waitForSelector('body[data-phones]')
    const phones = page.locator('iframe')
    for (let index = 0; index < (await phones.count()); index += 1) {
      await phones.nth(index).contentFrame().locator('body[data-ready]').waitFor()
    }
    return page
  }

  async posted(path: string): Promise<Posted['body'][]> {
    const response = await fetch(`${this.address}/dev/log`)
    const log = (await response.json()) as Posted[]
    return log.filter((entry) => entry.path === path).map(({ body }) => body)
  }

  async post(path: string, body: object): Promise<void> {
    await fetch(`${this.address}${path}`, { method: 'POST', body: JSON.stringify(body) })
  }

  async stop(): Promise<void> {
    await this.browser.close()
    this.server.removeAllListeners('exit')
    this.server.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
