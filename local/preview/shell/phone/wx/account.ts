import { phoneSettings } from '../phone-settings'
import { listenerPair, promised } from './api'
import type { PhoneContext } from './phone-context'

const quiet = (...parts: unknown[]): void => console.debug('[mini-program]', ...parts)

const logger = {
  debug: quiet,
  info: quiet,
  log: quiet,
  warn: quiet,
  error: quiet,
  setFilterMsg: quiet,
}

/** Login, privacy, app lifecycle, updates: what a phone with one signed-in person answers. */
export function accountApi(phone: PhoneContext): Record<string, unknown> {
  const appShow = listenerPair<object>()
  const appHide = listenerPair<object>()
  const errors = listenerPair<unknown>()
  const never = listenerPair<object>()
  document.addEventListener('phone-sleep', () => appHide.emit({ reason: 0 }))
  document.addEventListener('phone-wake', () => appShow.emit(phone.launch))
  return {
    login: promised('login', () => ({ code: `demo-code:${phoneSettings().openid}` })),
    checkSession: promised('checkSession', () => undefined),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'preview', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => phone.launch,
    getEnterOptionsSync: () => phone.launch,
    getSetting: promised('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })),
    openSetting: promised('openSetting', () => ({ authSetting: {} })),
    authorize: promised('authorize', () => undefined),
    getPrivacySetting: ({ success, complete }: Record<string, (r: object) => void> = {}) => {
      // returns no promise in WeChat either
      const result = {
        errMsg: 'getPrivacySetting:ok',
        needAuthorization: false,
        privacyContractName: '《用户隐私保护指引》',
      }
      success?.(result)
      complete?.(result)
    },
    onNeedPrivacyAuthorization: never.on,
    requirePrivacyAuthorize: promised('requirePrivacyAuthorize', () => undefined),
    openPrivacyContract: promised('openPrivacyContract', () => undefined),
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    onError: errors.on,
    offError: errors.off,
    onUnhandledRejection: errors.on,
    offUnhandledRejection: errors.off,
    onPageNotFound: never.on,
    onMemoryWarning: never.on,
    onUserCaptureScreen: never.on,
    offUserCaptureScreen: never.off,
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (r: object) => void) => listener({ hasUpdate: false }),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getLogManager: () => logger,
    getRealtimeLogManager: () => ({ ...logger, addFilterMsg: quiet }),
    reportEvent: quiet,
    reportMonitor: quiet,
    exitMiniProgram: promised('exitMiniProgram', () => location.reload()),
    setEnableDebug: promised('setEnableDebug', () => undefined),
    preloadSubpackage: promised('preloadSubpackage', () => undefined),
  }
}
