/** 目录: public, the same for everybody; kept on the phone. */
import type { Output } from '../../typings/wire'
import { fetchOrKept, readCache, shared, writeCache } from './cache'
import { call } from './call'

export type Home = Output<'catalog', 'home'>
export type Village = Home['villages'][number]
export type Category = Home['categories'][number]
export type Item = Output<'catalog', 'items'>['items'][number]
export type Guide = Output<'catalog', 'guide'>['item']
export type Material = Guide['materials'][number]
export type Venue = Output<'catalog', 'venues'>['venues'][number]

export const HOME_KEY = 'home'

export const fetchHome = shared((): Promise<Home> => call('catalog', 'home', {}))

/** Names and phones of the township, from the phone when they are there. */
export async function home(): Promise<Home> {
  return readCache<Home>(HOME_KEY)?.data ?? fetchOrKept(HOME_KEY, fetchHome)
}

export const keptHome = (): Home | undefined => readCache<Home>(HOME_KEY)?.data

interface KeptItems {
  readonly items: Item[]
  /** What the home page said of the catalogue when it was fetched; empty when nobody knew. */
  readonly version: string
}

const ITEMS_KEY = 'items-of-version'
/** How long the catalogue is good while the home page has not said which one there is. */
const FRESH_MS = 6 * 3600_000

let items: readonly Item[] | undefined

/**
 * The whole catalogue, for searching on the phone: never passed through setData. Fetched again only
 * when the home page names another version.
 */
export async function allItems(): Promise<readonly Item[]> {
  const kept = readCache<KeptItems>(ITEMS_KEY)
  const version = keptHome()?.catalogVersion ?? ''
  const isGood = version ? kept?.data.version === version : isFresh(kept?.at)
  if (kept && isGood) return (items ??= kept.data.items)
  try {
    const answer = await call('catalog', 'items', {})
    const fetched: KeptItems = { items: answer.items, version }
    writeCache(ITEMS_KEY, fetched)
    return (items = answer.items)
  } catch (error) {
    if (kept) return (items ??= kept.data.items)
    throw error
  }
}

const isFresh = (at: number | undefined): boolean => at !== undefined && Date.now() - at < FRESH_MS

/** When the catalogue is on the phone already, at once. */
export const keptItems = (): readonly Item[] | undefined =>
  items ?? readCache<KeptItems>(ITEMS_KEY)?.data.items

export const guideKey = (code: string): string => `guide:${code}`

export async function fetchGuide(code: string): Promise<Guide> {
  return (await call('catalog', 'guide', { code })).item
}

/** For other pages than the guide itself: what was read today is good enough. */
export async function guide(code: string): Promise<Guide> {
  const kept = readCache<Guide>(guideKey(code))
  if (kept && isFresh(kept.at)) return kept.data
  return fetchOrKept(guideKey(code), () => fetchGuide(code))
}

export async function venues(): Promise<Venue[]> {
  const kept = readCache<Venue[]>('venues')
  if (kept && isFresh(kept.at)) return kept.data
  return fetchOrKept('venues', async () => (await call('catalog', 'venues', {})).venues)
}
