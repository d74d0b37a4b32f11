import type { PhoneSettings } from './phone-settings'

/** What the desk and the tests can do with a phone: `iframe.contentWindow.phone`. */
export interface PhoneControl {
  /** The page that is shown, without query. */
  currentPath(): string
  /** Opens a page as a tap on a WeChat message or a shared card does. */
  open(url: string): void
  change(settings: Partial<PhoneSettings>): void
  /** 大字版, the app's own large-text mode. */
  setElder(on: boolean): void
  /** The clock moved: the phone goes to sleep and wakes at the new time. */
  setClock(offsetMs: number): void
  /** Codes that a neighbouring phone shows, to be scanned by this one. */
  visibleCodes(): { label: string; value: string }[]
}

/** What the outer page offers its phones, as `window.desk` of the parent. */
export interface DeskControl {
  /** Opens a shared page on another phone. */
  sendCard(card: { title: string; path: string }, phone: number): void
  phones(): { name: string; number: number; control: PhoneControl | undefined }[]
}

declare global {
  interface Window {
    phone?: PhoneControl
    desk?: DeskControl
  }
}

/** The desk around this phone; none when the phone is opened alone. */
export function deskAround(): DeskControl | undefined {
  return window.parent === window ? undefined : window.parent.desk
}
