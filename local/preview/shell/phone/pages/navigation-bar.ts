import type { ThemeVariables } from '../../../compile/app-config'
import { clockText } from '../../township-time'
import { phoneNow } from '../phone-clock'
import { onSettingsChange, phoneSettings } from '../phone-settings'
import { button, dom } from '../ui/dom'
import type { PhonePage } from './phone-page'
import { themeValue } from './theme-value'

interface BarActions {
  back: () => void
  home: () => void
  menu: () => void
  restart: () => void
}

/** What WeChat draws above a page: status bar, back, title, capsule. */
export class NavigationBar {
  readonly element: HTMLElement
  private readonly time = dom('span', { class: 'status-time' })
  private readonly signal = dom('span', { class: 'status-signal' })
  private readonly title = dom('div', { class: 'nav-title', role: 'heading', 'aria-level': '1' })
  private readonly backButton: HTMLButtonElement
  private readonly homeButton: HTMLButtonElement
  private page: PhonePage | undefined

  constructor(
    actions: BarActions,
    private readonly theme: ThemeVariables,
  ) {
    this.backButton = button('', actions.back, { class: 'nav-back', 'aria-label': '返回' })
    this.homeButton = button('', actions.home, { class: 'nav-home', 'aria-label': '回首页' })
    const capsule = dom(
      'div',
      { class: 'capsule' },
      button('', actions.menu, { class: 'capsule-menu', 'aria-label': '菜单' }),
      button('', actions.restart, { class: 'capsule-close', 'aria-label': '重新进入' }),
    )
    this.element = dom(
      'header',
      { class: 'phone-top' },
      dom('div', { class: 'status-bar', 'aria-hidden': 'true' }, this.time, this.signal),
      dom('div', { class: 'nav-bar' }, this.backButton, this.homeButton, this.title, capsule),
    )
    setInterval(() => this.showTime(), 1000)
    this.showTime()
    onSettingsChange(() => this.update())
  }

  show(page: PhonePage, depth: number, isFirst: boolean): void {
    this.page = page
    this.backButton.hidden = depth < 2
    this.homeButton.hidden = depth > 1 || isFirst || page.options.isTab
    this.update()
  }

  hideHomeButton(): void {
    this.homeButton.hidden = true
  }

  /** Draws the current page's title and colours again. */
  update(): void {
    const { page, element } = this
    if (!page) return
    const { config } = page.options
    const custom = config.navigationStyle === 'custom'
    const { barColor, barText, title } = page.description
    const back =
      barColor ?? themeValue(this.theme, config.navigationBarBackgroundColor) ?? '#ffffff'
    const text = barText ?? themeValue(this.theme, config.navigationBarTextStyle) ?? 'black'
    element.dataset.text = text === 'white' || text === '#ffffff' ? 'white' : 'black'
    element.dataset.navigation = custom ? 'custom' : 'default'
    element.style.background = custom ? 'transparent' : back
    // where a scaled phone leaves a hairline between bar and page
    document.body.style.background = back
    element.style.color = text === 'white' ? '#ffffff' : text === 'black' ? '#1e2420' : text
    this.title.textContent = custom ? '' : (title ?? page.title)
    this.title.hidden = this.title.textContent === ''
    this.signal.dataset.network = phoneSettings().network
    document.title = title ?? page.title
  }

  private showTime(): void {
    this.time.textContent = clockText(phoneNow())
  }
}
