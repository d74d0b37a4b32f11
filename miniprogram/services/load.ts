/**
 * How every page gets its first data. Four states for `<x-screen>`: `waiting` (nothing yet),
 * `skeleton` (still nothing after 300 ms), `ready`, `error`; `asOf` is set when what is shown could
 * not be refreshed.
 */
import { businessDate, relativeDate, spokenTime, wallTime } from '../shared/dates'
import { dropCache, readCache, writeCache } from './cache'
import type { Kept } from './cache'
import { CallError, hasCode, isOffline, sayWhy } from './call'

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
  /** Where to go instead. */
  readonly way?: Way
}

/** The way out of an error: a word and a page. */
export interface Way {
  readonly text: string
  readonly url: string
}

const REGISTER: Way = { text: '去登记', url: '/packages/help/register/register' }
const HOME: Way = { text: '回首页', url: '/pages/home/home' }

/** The start of a page's `data`. */
export const pageState = () => ({
  status: 'waiting' as PageStatus,
  asOf: '',
  problem: null as Problem | null,
})

const SKELETON_AFTER_MS = 300

export async function load<T>(page: LoadingPage, source: Source<T>): Promise<void> {
  const kept = showKept(page, source)
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

/** What was kept is shown at once; what cannot be shown any more (an older app kept it) is dropped. */
function showKept<T>(page: LoadingPage, source: Source<T>): Kept<T> | undefined {
  const kept = readCache<T>(source.key)
  if (!kept) return undefined
  try {
    source.show(kept.data)
  } catch (error) {
    console.error(error)
    dropCache(source.key)
    return undefined
  }
  page.setData({ status: 'ready' })
  return kept
}

/** 看更早的: one at a time; when it fails the button stays, and can be tapped again. */
export async function loadMore(
  page: { data: { busy: boolean }; setData(change: object): void },
  fetch: () => Promise<object>,
): Promise<void> {
  if (page.data.busy) return
  page.setData({ busy: true })
  try {
    page.setData(await fetch())
  } catch (error) {
    if (!(error instanceof CallError)) throw error
  } finally {
    page.setData({ busy: false })
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
    return { title: '没找到', text: sayWhy(error), retry: false, way: HOME }
  }
  if (hasCode(error, 'UNAUTHENTICATED')) {
    return { title: '还没登记', text: sayWhy(error), retry: false, way: REGISTER }
  }
  if (hasCode(error, 'FORBIDDEN')) {
    return { title: '这里归别人管', text: sayWhy(error), retry: false, way: HOME }
  }
  return { title: '没打开', text: sayWhy(error), retry: true }
}
