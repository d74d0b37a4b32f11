import { readStored, store } from './storage'

const KEY = 'recent-items'
const MOST = 6

/** Matters whose guide was looked at last; they are what somebody will book. */
export const recentItems = (): string[] => readStored<string[]>(KEY) ?? []

export function rememberItem(code: string): void {
  store(KEY, [code, ...recentItems().filter((one) => one !== code)].slice(0, MOST))
}
