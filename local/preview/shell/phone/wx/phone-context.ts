import type { AppBundle } from '../../../compile/app-bundle'
import type { NavigationBar } from '../pages/navigation-bar'
import type { PageStack } from '../pages/page-stack'
import type { TabBar } from '../pages/tab-bar'

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
