/** 大字版 and 深色: one place decides how large and how dark, every page and bar follows. */
import { readStored, store } from './storage'

export type ThemeChoice = 'auto' | 'light' | 'dark'

export interface Appearance {
  /** Classes of the root view beside `.app`. */
  readonly classes: string
  /** The one size switch, `--fs`. */
  readonly fs: number
  readonly elder: boolean
  /** Words are large, by either way: fewer things stand side by side. */
  readonly large: boolean
  readonly theme: ThemeChoice
  /** What is really shown, for pictures that come in two versions. */
  readonly dark: boolean
}

const ELDER_KEY = 'elder'
const THEME_KEY = 'theme'
const ELDER_FACTOR = 1.3
const LARGEST_FACTOR = 1.6
const LARGE_FROM = 1.25

type Listener = (appearance: Appearance) => void

const listeners = new Set<Listener>()
let current: Appearance | undefined

export const appearance = (): Appearance => (current ??= read())

/** Calls back at once and on every change; answers how to stop. */
export function followAppearance(listener: Listener): () => void {
  listeners.add(listener)
  listener(appearance())
  return () => void listeners.delete(listener)
}

/** `lifetimes` of a page or component whose data follows the look, as long as it is there. */
export function followsLook(pick: (look: Appearance) => object) {
  const stops = new WeakMap<object, () => void>()
  return {
    attached(this: { setData(change: object): void }) {
      stops.set(
        this,
        followAppearance((look) => {
          this.setData(pick(look))
        }),
      )
    },
    detached(this: object) {
      stops.get(this)?.()
    },
  }
}

export function setElder(on: boolean): void {
  store(ELDER_KEY, on)
  refreshAppearance()
}

export function setTheme(theme: ThemeChoice): void {
  store(THEME_KEY, theme)
  refreshAppearance()
}

/** Reads everything anew: after a setting, when WeChat's theme or font size changed. */
export function refreshAppearance(): void {
  const before = current
  current = read()
  if (before && sameLook(before, current)) return
  for (const listener of [...listeners]) listener(current)
}

function read(): Appearance {
  const { theme: system, factor } = systemLook()
  const elder = readStored<boolean>(ELDER_KEY) ?? false
  const theme = readStored<ThemeChoice>(THEME_KEY) ?? 'auto'
  const fs = Math.min(LARGEST_FACTOR, Math.max(factor, elder ? ELDER_FACTOR : 1))
  // The system's theme is known here, so `.auto` is only for the moment before it is.
  const dark = theme === 'auto' ? system === 'dark' : theme === 'dark'
  const large = fs >= LARGE_FROM
  const classes = `${elder ? 'elder ' : ''}${large ? 'large ' : ''}${dark ? 'dark' : 'light'}`
  return { classes, fs: Math.round(fs * 100) / 100, elder, large, theme, dark }
}

function systemLook(): { theme: string; factor: number } {
  const info = wx.getAppBaseInfo() as { theme?: string; fontSizeScaleFactor?: number }
  return { theme: info.theme ?? 'light', factor: info.fontSizeScaleFactor ?? 1 }
}

const sameLook = (a: Appearance, b: Appearance): boolean =>
  a.classes === b.classes && a.fs === b.fs && a.theme === b.theme
