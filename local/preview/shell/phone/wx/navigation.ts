import type { OpenOptions } from '../pages/page-stack'
import { promised } from './api'
import type { PhoneContext } from './phone-context'

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

/** Pages, navigation bar, tab bar, pull-down and scrolling. */
export function navigationApi(phone: PhoneContext): Record<string, unknown> {
  const describe = (changes: object): void => {
    const page = phone.stack.current
    if (page) Object.assign(page.description, changes)
    phone.navigationBar.update()
  }
  return {
    navigateTo: promised('navigateTo', (options: OpenOptions) => phone.stack.navigateTo(options)),
    redirectTo: promised('redirectTo', (options: OpenOptions) => phone.stack.redirectTo(options)),
    switchTab: promised('switchTab', (options: OpenOptions) => phone.stack.switchTab(options)),
    reLaunch: promised('reLaunch', (options: OpenOptions) => phone.stack.reLaunch(options)),
    navigateBack: promised('navigateBack', (options: { delta?: number }) =>
      phone.stack.navigateBack(options),
    ),
    setNavigationBarTitle: promised('setNavigationBarTitle', ({ title }: { title: string }) =>
      describe({ title }),
    ),
    setNavigationBarColor: promised(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) =>
        describe({ barText: frontColor, barColor: backgroundColor }),
    ),
    showNavigationBarLoading: promised('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: promised('hideNavigationBarLoading', () => undefined),
    hideHomeButton: promised('hideHomeButton', () => phone.navigationBar.hideHomeButton()),
    setBackgroundColor: promised('setBackgroundColor', () => undefined),
    setBackgroundTextStyle: promised('setBackgroundTextStyle', () => undefined),
    setTabBarBadge: promised('setTabBarBadge', ({ index, text }: { index: number; text: string }) =>
      phone.tabBar.setBadge(index, text),
    ),
    removeTabBarBadge: promised('removeTabBarBadge', ({ index }: { index: number }) =>
      phone.tabBar.setBadge(index, ''),
    ),
    hideTabBar: promised('hideTabBar', () => phone.tabBar.setHidden(true)),
    showTabBar: promised('showTabBar', () => phone.tabBar.setHidden(false)),
    startPullDownRefresh: promised('startPullDownRefresh', () =>
      phone.stack.current?.startPullDown(),
    ),
    stopPullDownRefresh: promised('stopPullDownRefresh', () => phone.stack.current?.stopPullDown()),
    pageScrollTo: promised('pageScrollTo', (options: ScrollOptions) => scrollPage(phone, options)),
  }
}

function scrollPage(phone: PhoneContext, options: ScrollOptions): void {
  const scroller = phone.stack.current?.scroller
  if (!scroller) return
  const { selector, offsetTop = 0, duration = 300 } = options
  const target = selector ? scroller.querySelector(selector) : null
  const top = target
    ? target.getBoundingClientRect().top -
      scroller.getBoundingClientRect().top +
      scroller.scrollTop +
      offsetTop
    : (options.scrollTop ?? 0)
  scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'auto' })
}
