/** The phone's storage, which may be full or broken: losing it must never stop a person. */

export function readStored<T>(key: string): T | undefined {
  try {
    const value: unknown = wx.getStorageSync(key)
    return value === '' || value === undefined || value === null ? undefined : (value as T)
  } catch {
    return undefined
  }
}

export function store(key: string, value: unknown): void {
  try {
    wx.setStorageSync(key, value)
  } catch {
    forgetCached()
  }
}

export function forget(key: string): void {
  try {
    wx.removeStorageSync(key)
  } catch {
    // nothing was kept, which is what was wanted
  }
}

export function storedKeys(prefix: string): string[] {
  try {
    return wx.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Keys with this prefix can be fetched again; drafts and settings cannot. */
export const CACHE_PREFIX = 'cache1:'

/** Makes room: everything that can be fetched again goes. */
export function forgetCached(): void {
  storedKeys(CACHE_PREFIX).forEach(forget)
}
