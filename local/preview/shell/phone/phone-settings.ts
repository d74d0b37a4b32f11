import { STANDARD_FONT_SIZE } from './font-size'

export type Theme = 'light' | 'dark'
export type Network = 'wifi' | 'weak' | 'none'

/** The state of the phone itself, which the desk's switches and the address can change. */
export interface PhoneSettings {
  /** Who holds the phone: WeChat's id of the person. */
  openid: string
  theme: Theme
  network: Network
  /** WeChat's font size in px; 17 is standard. */
  fontSize: number
}

type Listener = (settings: PhoneSettings, before: PhoneSettings) => void

const listeners = new Set<Listener>()

const address = new URLSearchParams(location.search)

let current: PhoneSettings = {
  openid: address.get('openid') ?? 'demo-villager-1',
  theme: (address.get('theme') as Theme | null) ?? systemTheme(),
  network: (address.get('network') as Network | null) ?? 'wifi',
  fontSize: Number(address.get('fontSize') ?? STANDARD_FONT_SIZE),
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The page that the address asks for, `/pages/home/home?x=1`; empty for the app's first page. */
export const startPath = address.get('path') ?? ''

/** 大字版 asked for by the address. */
export const startsElder = address.has('elder')

export const phoneSettings = (): PhoneSettings => current

export function changeSettings(changes: Partial<PhoneSettings>): void {
  const before = current
  current = { ...current, ...changes }
  for (const listener of listeners) listener(current, before)
}

export function onSettingsChange(listener: Listener): void {
  listeners.add(listener)
}
