/** The phone's storage, which may be full or broken: losing it must never stop a person. */

export function readStored<T>(key: string): T | undefined {
  try {
    const value: unknown = wx.getStorageSync(key)
    return value === '' || value === undefined || value === null ? undefined : (value as T)
  } catch {
    return undefined
  }
}

/** Answers whether it is kept; when the phone is full, what can be fetched again makes room. */
export function store(key: string, value: unknown): boolean {
  if (stored(key, value)) return true
  forgetCached()
  return stored(key, value)
}

function stored(key: string, value: unknown): boolean {
  try {
    wx.setStorageSync(key, value)
    return true
  } catch {
    return false
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

/** Who is registered here: without a signal nobody could be asked. */
const ME = `${CACHE_PREFIX}me`

/** Makes room: everything that can be fetched again goes. */
export function forgetCached(): void {
  storedKeys(CACHE_PREFIX)
    .filter((key) => key !== ME)
    .forEach(forget)
}
