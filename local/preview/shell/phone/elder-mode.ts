import type { PhoneContext } from './wx/phone-context'

/** Where the mini-program keeps 大字版 when its app object has no `setElder`. */
const STORAGE_KEY = 'elder'

/** Turns 大字版 on or off as a tap in the app would: through the app, else its storage. */
export function setElderMode(phone: PhoneContext, wx: Record<string, unknown>, on: boolean): void {
  const { setElder } = phone.app
  if (typeof setElder === 'function') {
    ;(setElder as (on: boolean) => void).call(phone.app, on)
    return
  }
  const write = wx.setStorageSync as (key: string, value: unknown) => void
  write(STORAGE_KEY, on)
  const page = phone.stack.current
  if (page) phone.stack.reLaunch({ url: page.url })
}
