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

const ITEMS_KEY = 'items'
/** The catalogue changes a few times a year. */
const FRESH_MS = 6 * 3600_000

let items: readonly Item[] | undefined

/** The whole catalogue, for searching on the phone: never passed through setData. */
export async function allItems(): Promise<readonly Item[]> {
  const kept = readCache<Item[]>(ITEMS_KEY)
  if (kept && Date.now() - kept.at < FRESH_MS) return (items ??= kept.data)
  try {
    const answer = await call('catalog', 'items', {})
    writeCache(ITEMS_KEY, answer.items)
    return (items = answer.items)
  } catch (error) {
    if (kept) return (items ??= kept.data)
    throw error
  }
}

/** When the catalogue is on the phone already, at once. */
export const keptItems = (): readonly Item[] | undefined =>
  items ?? readCache<Item[]>(ITEMS_KEY)?.data

export const guideKey = (code: string): string => `guide:${code}`

export async function fetchGuide(code: string): Promise<Guide> {
  return (await call('catalog', 'guide', { code })).item
}

/** For other pages than the guide itself: what was read today is good enough. */
export async function guide(code: string): Promise<Guide> {
  const kept = readCache<Guide>(guideKey(code))
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.data
  return fetchOrKept(guideKey(code), () => fetchGuide(code))
}

export async function venues(): Promise<Venue[]> {
  const kept = readCache<Venue[]>('venues')
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.data
  return fetchOrKept('venues', async () => (await call('catalog', 'venues', {})).venues)
}
