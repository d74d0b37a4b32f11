import { BUILT_IN_TAGS } from '../../../compile/built-in-tags'
import { STANDARD_FONT_SIZE } from '../font-size'
import { onSettingsChange, phoneSettings } from '../phone-settings'
import { listenerPair, promised } from './api'
import type { PhoneContext } from './phone-context'

export const STATUS_BAR_PX = 28
const NAVIGATION_BAR_PX = 44
const TAB_BAR_PX = 50

function appBaseInfo(): object {
  const { theme, fontSize } = phoneSettings()
  return {
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme,
    enableDebug: false,
    fontSizeSetting: fontSize,
    fontSizeScaleFactor: Number((fontSize / STANDARD_FONT_SIZE).toFixed(2)),
    host: { appId: 'preview', env: 'WeChat' },
  }
}

const deviceInfo = (): object => ({
  brand: 'preview',
  model: 'preview',
  platform: 'android',
  system: 'Android 12',
  abi: '',
  benchmarkLevel: 20,
})

function windowInfo(phone: PhoneContext): object {
  const page = phone.stack.current
  const { config, isTab, customTabBar } = page?.options ?? {}
  const top = config?.navigationStyle === 'custom' ? 0 : STATUS_BAR_PX + NAVIGATION_BAR_PX
  const bottom = isTab && !customTabBar ? TAB_BAR_PX : 0
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - top - bottom,
    statusBarHeight: STATUS_BAR_PX,
    screenTop: top,
    safeArea: {
      top: STATUS_BAR_PX,
      left: 0,
      right: innerWidth,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - STATUS_BAR_PX,
    },
  }
}

/** Device, window, font size, theme: the settings of the phone as `wx` shows them. */
export function systemApi(phone: PhoneContext): Record<string, unknown> {
  const theme = listenerPair<{ theme: string }>()
  const resize = listenerPair<object>()
  onSettingsChange((now, before) => {
    if (now.theme !== before.theme) theme.emit({ theme: now.theme })
  })
  const all = (): object => ({ ...windowInfo(phone), ...deviceInfo(), ...appBaseInfo() })
  return {
    getSystemInfoSync: all,
    getSystemInfo: promised('getSystemInfo', all),
    getSystemInfoAsync: promised('getSystemInfoAsync', all),
    getWindowInfo: () => windowInfo(phone),
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized' }),
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onWindowResize: resize.on,
    offWindowResize: resize.off,
    getMenuButtonBoundingClientRect: () => ({
      top: STATUS_BAR_PX + 6,
      bottom: STATUS_BAR_PX + 38,
      left: innerWidth - 95,
      right: innerWidth - 8,
      width: 87,
      height: 32,
    }),
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
    canIUse: (schema: string) => {
      const name = schema.split('.')[0] ?? ''
      return name in (window.wx ?? {}) || BUILT_IN_TAGS.has(name)
    },
    vibrateShort: promised('vibrateShort', () => undefined),
    vibrateLong: promised('vibrateLong', () => undefined),
    setKeepScreenOn: promised('setKeepScreenOn', () => undefined),
    getBatteryInfoSync: () => ({ level: 80, isCharging: false }),
  }
}

declare global {
  interface Window {
    wx?: Record<string, unknown>
  }
}
