import type { AppBundle } from '../../../compile/app-bundle'
import type { Environment } from '../engine/environment'
import { EventChannel } from './event-channel'
import { parsePageUrl, type PageUrl } from './page-url'
import { PhonePage, type PageInstance } from './phone-page'

const MOST_PAGES = 10

export interface OpenOptions {
  url: string
  events?: Record<string, (...args: unknown[]) => void>
}

/** WeChat's page stack with its rules: tab pages live on, others end when left. */
export class PageStack {
  private pages: PhonePage[] = []
  private readonly tabs = new Map<string, PhonePage>()

  constructor(
    private readonly bundle: AppBundle,
    private readonly environment: Environment,
    private readonly screen: HTMLElement,
    private readonly onShown: (page: PhonePage, depth: number) => void,
  ) {}

  get current(): PhonePage | undefined {
    return this.pages.at(-1)
  }

  instances(): PageInstance[] {
    return this.pages.map(({ instance }) => instance)
  }

  pageOf(element: Element): PhonePage | undefined {
    const container = element.closest('.page')
    return [...this.pages, ...this.tabs.values()].find((page) => page.container === container)
  }

  isTab(path: string): boolean {
    return this.bundle.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false
  }

  navigateTo({ url, events = {} }: OpenOptions): { eventChannel: EventChannel } {
    const target = this.parse(url)
    this.refuseTab(target)
    if (this.pages.length >= MOST_PAGES) throw new Error('webview count limit exceed')
    const eventChannel = new EventChannel()
    for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener)
    this.current?.hide()
    this.push(target, eventChannel)
    return { eventChannel }
  }

  redirectTo({ url }: OpenOptions): void {
    const target = this.parse(url)
    this.refuseTab(target)
    this.pop()
    this.push(target)
  }

  navigateBack({ delta = 1 }: { delta?: number }): void {
    const count = Math.min(delta, this.pages.length - 1)
    if (count < 1) return
    for (let left = count; left > 0; left -= 1) this.pop()
    this.showCurrent()
  }

  switchTab({ url }: OpenOptions): void {
    const target = this.parse(url)
    if (!this.isTab(target.path)) throw new Error('can not switch to no-tabBar page')
    if (this.pages.length === 1 && this.current?.path === target.path) return
    if (this.current && this.isTab(this.current.path)) this.current.hide()
    while (this.pages.length > 0) {
      const page = this.pages[this.pages.length - 1]
      if (page && this.isTab(page.path)) this.pages.pop()
      else this.pop()
    }
    const kept = this.tabs.get(target.path)
    if (!kept) return this.push({ ...target, query: {} })
    this.pages.push(kept)
    this.showCurrent()
  }

  reLaunch({ url }: OpenOptions): void {
    const target = this.parse(url)
    for (const page of new Set([...this.pages, ...this.tabs.values()])) page.close()
    this.pages = []
    this.tabs.clear()
    this.push(target)
  }

  private parse(url: string): PageUrl {
    const target = parsePageUrl(url, this.current?.path ?? '')
    if (!this.bundle.components[target.path]?.isPage) {
      throw new Error(`page "${target.path}" is not found`)
    }
    return target
  }

  private refuseTab({ path }: PageUrl): void {
    if (this.isTab(path)) throw new Error('can not navigateTo a tabbar page')
  }

  private push(url: PageUrl, opener = new EventChannel()): void {
    const { app, components } = this.bundle
    const isTab = this.isTab(url.path)
    const page = new PhonePage(
      {
        url,
        opener,
        isTab,
        customTabBar: app.tabBar?.custom === true,
        config: { ...app.window, ...components[url.path]?.config },
      },
      this.environment,
    )
    this.pages.push(page)
    if (isTab) this.tabs.set(url.path, page)
    page.open(this.screen)
    // onLoad may already have gone elsewhere
    if (this.current === page) this.showCurrent()
  }

  private pop(): void {
    const page = this.pages.pop()
    if (!page) return
    this.tabs.delete(page.path)
    page.close()
  }

  private showCurrent(): void {
    const page = this.current
    if (!page) return
    this.onShown(page, this.pages.length)
    page.show()
  }
}
