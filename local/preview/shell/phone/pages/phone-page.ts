import type { ComponentConfig, WindowConfig } from '../../../compile/app-config'
import type { PageDescription } from '../builtins/phone-services'
import type { Environment } from '../engine/environment'
import { setPageOrigin } from '../engine/page-origin'
import { dom } from '../ui/dom'
import { reportProblem } from '../ui/notices'
import type { EventChannel } from './event-channel'
import { showStyles } from './page-styles'
import { formatPageUrl, type PageUrl } from './page-url'
import { PullDown } from './pull-down'

/** A page's own object: what `this` is in its methods. */
export type PageInstance = Record<string, unknown>

type Root = ReturnType<Environment['roots']['createRoot']>

export interface PageOptions {
  url: PageUrl
  config: WindowConfig & ComponentConfig
  isTab: boolean
  customTabBar: boolean
  opener: EventChannel
}

/** One page of the stack: its component tree, its container, its scrolling and lifecycle. */
export class PhonePage {
  readonly path: string
  readonly instance: PageInstance
  readonly container: HTMLElement
  readonly scroller: HTMLElement
  title: string
  description: PageDescription = {}
  private readonly root: Root
  private readonly tabBarRoot: Root | undefined
  private readonly styles: string[]
  private readonly pullDown: PullDown
  private ready = false

  constructor(
    readonly options: PageOptions,
    private readonly environment: Environment,
  ) {
    const { url, config, isTab, customTabBar, opener } = options
    this.path = url.path
    this.title = config.navigationBarTitleText ?? ''
    // reachable by Tab, so that a page of nothing but text can be scrolled without a mouse
    this.scroller = dom('div', { class: 'page-scroller', tabindex: '0' })
    this.container = dom(
      'div',
      {
        class: 'page',
        'data-path': url.path,
        'data-navigation': config.navigationStyle ?? 'default',
        'data-tab': isTab && !customTabBar,
        'data-still': config.disableScroll ?? false,
      },
      this.scroller,
    )
    this.pullDown = new PullDown(this, () => this.call('onPullDownRefresh'))
    const page = this.createRoot('page', formatPageUrl(url))
    this.root = page.root
    this.styles = page.styles
    this.instance = this.root.get() as unknown as PageInstance
    Object.assign(this.instance, {
      route: url.path,
      options: url.query,
      getOpenerEventChannel: () => opener,
      getTabBar: () => this.tabBar,
    })
    if (isTab && customTabBar) {
      const bar = this.createRoot('custom-tab-bar', 'custom-tab-bar/index')
      this.tabBarRoot = bar.root
      this.styles.push(...bar.styles)
    }
  }

  /** Puts the page on the screen for the first time. */
  open(parent: HTMLElement): void {
    parent.append(this.container)
    this.takeScreen()
    this.call('onLoad', this.options.url.query)
    this.attach(this.root, this.scroller)
    if (this.tabBarRoot) this.attach(this.tabBarRoot, this.container)
    this.watchScroll()
  }

  show(): void {
    this.container.hidden = false
    this.takeScreen()
    this.call('onShow')
    this.root.getComponent().triggerPageLifetime('show', [])
    this.tabBarRoot?.getComponent().triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    setTimeout(() => this.call('onReady'))
  }

  hide(): void {
    this.container.hidden = true
    this.call('onHide')
    this.root.getComponent().triggerPageLifetime('hide', [])
  }

  close(): void {
    this.call('onUnload')
    this.root.release()
    this.tabBarRoot?.release()
    this.container.remove()
  }

  /** The page's own copy of the custom tab bar. */
  get tabBar(): unknown {
    return this.tabBarRoot?.get() ?? null
  }

  /** What opens this page again, with its query. */
  get url(): string {
    return `/${formatPageUrl(this.options.url)}`
  }

  get canPullDown(): boolean {
    return this.options.config.enablePullDownRefresh === true
  }

  startPullDown(): void {
    this.pullDown.start()
  }

  stopPullDown(): void {
    this.pullDown.stop()
  }

  /** Calls one of the page's own handlers, if it has it. */
  call(handler: string, ...args: unknown[]): unknown {
    const method = this.instance[handler]
    if (typeof method !== 'function') return undefined
    try {
      return (method as (...values: unknown[]) => unknown).apply(this.instance, args)
    } catch (error) {
      reportProblem(`${this.path} 的 ${handler} 出错：${(error as Error).message}`, error)
      return undefined
    }
  }

  has(handler: string): boolean {
    return typeof this.instance[handler] === 'function'
  }

  /** What `<page-meta>` says about this page. */
  describe(description: PageDescription): void {
    Object.assign(this.description, description)
    const page = this.scroller.querySelector<HTMLElement>(':scope > wx-page')
    if (!page) return
    const { pageStyle = '', pageFontSize = '', backgroundColor } = this.description
    page.style.cssText = pageStyle
    if (pageFontSize) page.style.fontSize = pageFontSize
    if (backgroundColor) this.container.style.background = backgroundColor
    document.documentElement.style.fontSize = this.description.rootFontSize ?? ''
  }

  /** Styles, measures and root font size follow the page that is shown. */
  private takeScreen(): void {
    showStyles(this.environment.backend, this.styles)
    document.documentElement.style.fontSize = this.description.rootFontSize ?? ''
    const { top, height } = this.container.getBoundingClientRect()
    this.container.style.setProperty('--page-vh', `${height / 100}px`)
    setPageOrigin(top, this.scroller)
  }

  private createRoot(tag: string, url: string): { root: Root; styles: string[] } {
    const { roots, space, backend } = this.environment
    const { result, styles } = backend.collectStyles(() => roots.createRoot(tag, space, url))
    return { root: result, styles }
  }

  private attach(root: Root, parent: HTMLElement): void {
    const place = parent.appendChild(dom('div'))
    root.attach(parent as never, place as never)
  }

  private watchScroll(): void {
    const { scroller } = this
    const distance = this.options.config.onReachBottomDistance ?? 50
    let wasLow = false
    scroller.addEventListener('scroll', () => {
      this.call('onPageScroll', { scrollTop: scroller.scrollTop })
      const low = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < distance
      if (low && !wasLow) this.call('onReachBottom')
      wasLow = low
    })
  }
}
