import { component } from 'glass-easel-miniprogram-adapter'
import type { PageStack } from '../pages/page-stack'

/** Methods that WeChat gives every component for reaching the page it is in. */
export function givePageHelpers(stack: PageStack): void {
  const caller = component.ComponentCaller.prototype as unknown as Record<string, unknown>
  const router = {
    navigateTo: stack.navigateTo.bind(stack),
    redirectTo: stack.redirectTo.bind(stack),
    reLaunch: stack.reLaunch.bind(stack),
    switchTab: stack.switchTab.bind(stack),
    navigateBack: stack.navigateBack.bind(stack),
  }
  Object.assign(caller, {
    getTabBar: () => stack.current?.tabBar ?? null,
    getPageId: () => stack.current?.path ?? '',
    pageRouter: router,
    router,
  })
}
