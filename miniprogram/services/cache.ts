/**
 * What was fetched before is shown at once and refreshed behind (stale while revalidate); without
 * network it stays, with the time it is from.
 */
import { CACHE_PREFIX, forget, readStored, store } from './storage'

export interface Kept<T> {
  readonly data: T
  /** When it was fetched, milliseconds. */
  readonly at: number
}

export const readCache = <T>(key: string): Kept<T> | undefined =>
  readStored<Kept<T>>(CACHE_PREFIX + key)

export function writeCache(key: string, data: unknown): void {
  const kept: Kept<unknown> = { data, at: Date.now() }
  store(CACHE_PREFIX + key, kept)
}

export const dropCache = (key: string): void => {
  forget(CACHE_PREFIX + key)
}

/** Page, bars and sheets want the same when the app starts: who asks meanwhile gets that answer. */
export function shared<T>(fetch: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined
  return () =>
    (underWay ??= fetch().finally(() => {
      underWay = undefined
    }))
}

/** Fetches and keeps; what is kept answers when the fetch fails. For data behind the page. */
export async function fetchOrKept<T>(key: string, fetch: () => Promise<T>): Promise<T> {
  try {
    const data = await fetch()
    writeCache(key, data)
    return data
  } catch (error) {
    const kept = readCache<T>(key)
    if (kept) return kept.data
    throw error
  }
}
