/**
 * How every page gets its first data. Four states for `<x-screen>`: `waiting` (nothing yet),
 * `skeleton` (still nothing after 300 ms), `ready`, `error`; `asOf` is set when what is shown could
 * not be refreshed.
 */
import { businessDate, relativeDate, spokenTime, wallTime } from '../shared/dates'
import { readCache, writeCache } from './cache'
import { hasCode, isOffline, sayWhy } from './call'

export type PageStatus = 'waiting' | 'skeleton' | 'ready' | 'error'

/** What a page must have: the four fields are in `pageState()`. */
export interface LoadingPage {
  data: { status: PageStatus }
  setData(change: object): void
}

export interface Source<T> {
  /** Where it is kept on the phone. */
  readonly key: string
  fetch(): Promise<T>
  show(data: T): void
}

export interface Problem {
  readonly title: string
  readonly text: string
  /** Trying again may help. */
  readonly retry: boolean
}

/** The start of a page's `data`. */
export const pageState = () => ({
  status: 'waiting' as PageStatus,
  asOf: '',
  problem: null as Problem | null,
})

const SKELETON_AFTER_MS = 300

export async function load<T>(page: LoadingPage, source: Source<T>): Promise<void> {
  const kept = readCache<T>(source.key)
  if (kept) {
    source.show(kept.data)
    page.setData({ status: 'ready' })
  }
  const timer = setTimeout(() => {
    if (page.data.status === 'waiting') page.setData({ status: 'skeleton' })
  }, SKELETON_AFTER_MS)
  try {
    const data = await source.fetch()
    writeCache(source.key, data)
    source.show(data)
    page.setData({ status: 'ready', asOf: '', problem: null })
  } catch (error) {
    // Offline, what was there stays; when it is gone or not ours, the old picture would be a lie.
    if (kept && !hasCode(error, 'NOT_FOUND')) page.setData({ asOf: sayWhen(kept.at) })
    else page.setData({ status: 'error', problem: problemOf(error) })
  } finally {
    clearTimeout(timer)
  }
}

/** `9:05`, or with the day when it was not today. */
export function sayWhen(at: number, now = new Date()): string {
  const then = new Date(at)
  const time = spokenTime(wallTime(then))
  const [day, today] = [businessDate(then), businessDate(now)]
  return day === today ? time : `${relativeDate(day, today)} ${time}`
}

export function problemOf(error: unknown): Problem {
  if (isOffline(error)) {
    return { title: '没连上网', text: '有网了再点一次；急的话打电话，一样能办。', retry: true }
  }
  if (hasCode(error, 'NOT_FOUND')) {
    return { title: '没找到', text: sayWhy(error), retry: false }
  }
  return { title: '没打开', text: sayWhy(error), retry: true }
}
