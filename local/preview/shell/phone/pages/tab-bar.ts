import type { TabBarConfig, ThemeVariables } from '../../../compile/app-config'
import { onSettingsChange } from '../phone-settings'
import { button, dom } from '../ui/dom'
import { themeValue } from './theme-value'

/** The tab bar that WeChat draws itself; a custom one is a component of the page. */
export class TabBar {
  readonly element = dom('nav', { class: 'tab-bar', 'aria-label': '标签栏' })
  private readonly badges = new Map<number, string>()
  private shownPath = ''

  constructor(
    private readonly config: TabBarConfig | undefined,
    private readonly theme: ThemeVariables,
    private readonly open: (path: string) => void,
  ) {
    this.element.hidden = true
    onSettingsChange(() => this.draw())
  }

  setHidden(hidden: boolean): void {
    this.element.hidden = hidden
  }

  show(path: string): void {
    const isTab = this.config?.list.some(({ pagePath }) => pagePath === path) ?? false
    this.element.hidden = !isTab || this.config?.custom === true
    this.shownPath = path
    if (!this.element.hidden) this.draw()
  }

  setBadge(index: number, text: string): void {
    this.badges.set(index, text)
    this.draw()
  }

  private draw(): void {
    const { color, selectedColor, backgroundColor, list } = this.config ?? {}
    const themed = (value: string | undefined, otherwise: string): string =>
      themeValue(this.theme, value) ?? otherwise
    const colours = { on: themed(selectedColor, '#1a6a4a'), off: themed(color, '#666') }
    this.element.style.background = themed(backgroundColor, '#fff')
    this.element.replaceChildren(
      ...(list ?? []).map(({ pagePath, text, iconPath, selectedIconPath }, index) => {
        const selected = pagePath === this.shownPath
        const item = button('', () => this.open(pagePath), {
          'aria-current': selected ? 'page' : undefined,
          style: `color:${selected ? colours.on : colours.off}`,
        })
        const picture = selected ? (selectedIconPath ?? iconPath) : iconPath
        if (picture) item.append(dom('img', { src: `res/${picture}`, alt: '' }))
        item.append(dom('span', {}, text))
        const badge = this.badges.get(index)
        if (badge) item.append(dom('b', { class: 'tab-badge' }, badge))
        return item
      }),
    )
  }
}
