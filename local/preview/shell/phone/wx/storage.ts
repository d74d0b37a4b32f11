import { phoneSettings } from '../phone-settings'
import { ApiFailure, promised } from './api'

/** WeChat allows 10 MB; the browser's own limit is the smaller one. */
const LIMIT_KB = 10240

const prefix = (): string => `phone:${phoneSettings().openid}:`

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix()))
    .map((key) => key.slice(prefix().length))

function read(key: string): unknown {
  const text = localStorage.getItem(prefix() + key)
  return text === null ? undefined : (JSON.parse(text) as { value: unknown }).value
}

function write(key: string, value: unknown): void {
  localStorage.setItem(prefix() + key, JSON.stringify({ value }))
}

const remove = (key: string): void => localStorage.removeItem(prefix() + key)

const clear = (): void => keys().forEach(remove)

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  const size = keys().reduce((sum, key) => sum + (localStorage[prefix() + key] as string).length, 0)
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: LIMIT_KB }
}

/** `wx.setStorage` and its kin, kept apart for each identity. */
export function storageApi(): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => read(key) ?? '',
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: promised('getStorage', ({ key }: { key: string }) => {
      const data = read(key)
      if (data === undefined) throw new ApiFailure('data not found')
      return { data }
    }),
    setStorage: promised('setStorage', ({ key, data }: { key: string; data: unknown }) =>
      write(key, data),
    ),
    removeStorage: promised('removeStorage', ({ key }: { key: string }) => remove(key)),
    clearStorage: promised('clearStorage', clear),
    getStorageInfo: promised('getStorageInfo', info),
  }
}
