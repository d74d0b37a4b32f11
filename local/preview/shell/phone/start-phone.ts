import type { AppBundle } from '../../compile/app-bundle'
import { providePhoneServices } from './builtins/phone-services'
import { openCapsuleMenu } from './capsule-menu'
import { setElderMode } from './elder-mode'
import { createEnvironment } from './engine/environment'
import { givePageHelpers } from './engine/page-helpers'
import { NavigationBar } from './pages/navigation-bar'
import { PageStack } from './pages/page-stack'
import { parsePageUrl } from './pages/page-url'
import { TabBar } from './pages/tab-bar'
import { shiftClock } from './phone-clock'
import { changeSettings, startPath, startsElder } from './phone-settings'
import { closeDialogs } from './ui/dialog'
import { dom } from './ui/dom'
import { reportProblem } from './ui/notices'
import { createWx } from './wx/create-wx'
import type { AppInstance, PhoneContext } from './wx/phone-context'
import { resourceUrl } from './wx/resource-url'
import { visibleCodes } from './wx/scan'
import { sharePage } from './wx/share'

/** Switches the phone on: component system, `wx`, the mini-program's scripts, its first page. */
export function startPhone(bundle: AppBundle): void {
  document.body.dataset.style = bundle.app.style ?? ''
  const environment = createEnvironment(bundle)
  const firstPath = bundle.app.entryPagePath ?? bundle.app.pages[0] ?? ''
  const screen = dom('main', { class: 'pages' })
  const navigationBar = new NavigationBar(
    {
      back: () => stack.navigateBack({}),
      home: () => open(`/${firstPath}`),
      menu: () => void openCapsuleMenu(phone),
      restart: () => location.reload(),
    },
    bundle.theme,
  )
  const tabBar = new TabBar(bundle.app.tabBar, bundle.theme, (path) => {
    stack.switchTab({ url: `/${path}` })
    stack.current?.call('onTabItemTap', { pagePath: path })
  })
  const stack = new PageStack(bundle, environment, screen, (page, depth) => {
    navigationBar.show(page, depth, page.path === firstPath)
    tabBar.show(page.path)
  })
  const start = parsePageUrl(startPath || `/${firstPath}`, '')
  const phone: PhoneContext = {
    bundle,
    stack,
    navigationBar,
    tabBar,
    app: {},
    launch: { ...start, scene: 1001 },
  }
  givePageHelpers(stack)
  const wx = createWx(phone)
  window.wx = wx
  const open = (url: string): void => {
    closeDialogs()
    try {
      stack.reLaunch({ url: url.startsWith('/') ? url : `/${url}` })
    } catch (error) {
      reportProblem(`打不开 ${url}：${(error as Error).message}`, error)
    }
  }

  providePhoneServices({
    navigate: (openType, options) => navigate(wx, openType, options),
    share: (dataset) => void sharePage(phone, 'button', { dataset }),
    describePage: (element, description) => {
      stack.pageOf(element)?.describe(description)
      navigationBar.update()
    },
    resourceUrl,
  })
  document.body.append(navigationBar.element, screen, tabBar.element)
  environment.load({
    wx,
    getApp: () => phone.app,
    getCurrentPages: () => stack.instances(),
    App: (definition) => void (phone.app = definition as AppInstance),
  })
  callApp(phone, 'onLaunch')
  callApp(phone, 'onShow')
  open(startPath || `/${firstPath}`)
  if (startsElder) setElderMode(phone, wx, true)

  window.phone = {
    currentPath: () => stack.current?.path ?? '',
    open,
    change(changes) {
      changeSettings(changes)
      // WeChat has no event for its font size: pages read it when they show
      if (changes.fontSize !== undefined) wakeAfter(phone, () => undefined)
    },
    setElder: (on) => setElderMode(phone, wx, on),
    setClock: (offsetMs) => wakeAfter(phone, () => shiftClock(offsetMs)),
    visibleCodes,
  }
}

/** The phone goes into the pocket, something happens, and it comes out again. */
function wakeAfter(phone: PhoneContext, happen: () => void): void {
  document.dispatchEvent(new CustomEvent('phone-sleep'))
  phone.stack.current?.hide()
  callApp(phone, 'onHide')
  happen()
  document.dispatchEvent(new CustomEvent('phone-wake'))
  callApp(phone, 'onShow')
  phone.stack.current?.show()
}

const OPEN_TYPES: Record<string, string> = { navigate: 'navigateTo', redirect: 'redirectTo' }

function navigate(wx: Record<string, unknown>, openType: string, options: object): void {
  const call = wx[OPEN_TYPES[openType] ?? openType] as (options: object) => void
  call({ ...options, fail: ({ errMsg }: { errMsg: string }) => reportProblem(errMsg) })
}

function callApp({ app, launch }: PhoneContext, handler: string): void {
  const method = app[handler]
  if (typeof method !== 'function') return
  try {
    ;(method as (options: object) => void).call(app, launch)
  } catch (error) {
    reportProblem(`app 的 ${handler} 出错：${(error as Error).message}`, error)
  }
}
