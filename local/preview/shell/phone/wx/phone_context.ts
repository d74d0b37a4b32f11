import type { AppBundle } from '../../../compile/app_bundle'
import type { NavigationBar } from '../pages/navigation_bar'
import type { PageStack } from '../pages/page_stack'
import type { TabBar } from '../pages/tab_bar'

/** The app's own object, as `App({...})` gave it. */
export type AppInstance = Record<string, unknown>

/** What the `wx` functions need of the phone; the parts are made after `wx` is. */
export interface PhoneContext {
  bundle: AppBundle
  stack: PageStack
  navigationBar: NavigationBar
  tabBar: TabBar
  app: AppInstance
  launch: { path: string; query: Record<string, string>; scene: number }
}
