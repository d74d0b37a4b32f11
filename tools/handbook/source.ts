/** What is printed: from the township's files, or from a running cloud through its public actions. */
import { catalogDocuments, directoryDocuments, placeDocuments } from '../../seed/documents'
import { readSeed } from '../../seed/read'
import type { HomeDirectory, ItemDocument } from '../../cloudfunctions/core/store/documents/catalog'
import type { Output } from '../../typings/wire'

export type Guide = Output<'catalog', 'guide'>['item']
export type Place = Output<'catalog', 'venues'>['venues'][number]

export interface Handbook {
  readonly township: HomeDirectory['info']
  /** The edition on the cover, e.g. `2026.11`. */
  readonly edition: string
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly items: readonly Guide[]
  readonly places: readonly Place[]
  /** 窗口 of the hall, by name. */
  readonly windows: readonly string[]
  /** 驻村日: empty when nobody comes to the villages. */
  readonly thursday: string
}

/** @throws SeedError when a file is wrong. */
export function handbookOfFiles(directory: string): Handbook {
  const data = readSeed(directory)
  const home = directoryDocuments(data).find((page): page is HomeDirectory => page.kind === 'home')
  if (!home) throw new Error('the directory has no home page')
  const places = placeDocuments(data)
  return {
    township: home.info,
    edition: home.handbook,
    categories: home.categories,
    items: catalogDocuments(data).map(guideOf),
    places,
    windows: places.flatMap(({ windows }) => windows.map(({ name }) => name)),
    thursday: hoursOf(home.thursday.sessions),
  }
}

const guideOf = (item: ItemDocument): Guide =>
  ({
    ...item,
    retired: null,
    effectiveFrom: null,
    version: item.catalogVersion,
  }) as unknown as Guide

const hoursOf = (sessions: HomeDirectory['thursday']['sessions']): string =>
  sessions.map(({ from, to }) => `${from}—${to}`).join('、')

/** What a running cloud tells everybody today, with what the office changed since. */
export async function handbookOfCloud(url: string, township?: string): Promise<Handbook> {
  const call = async <Data>(action: string, input: object = {}): Promise<Data> => {
    const response = await fetch(`${url}/wx/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'catalog',
        data: { action, ...(township === undefined ? {} : { township }), ...input },
      }),
    })
    const { result } = (await response.json()) as {
      result: { ok: true; data: Data } | { ok: false; error: { message: string } }
    }
    if (!result.ok) throw new Error(`${action}：${result.error.message}`)
    return result.data
  }
  const home = await call<Output<'catalog', 'home'>>('home')
  const { items } = await call<Output<'catalog', 'items'>>('items')
  const { venues } = await call<Output<'catalog', 'venues'>>('venues')
  const { place } = await call<Output<'catalog', 'place'>>('place', { id: 'hall' })
  const guides: Guide[] = []
  for (const { code } of items) {
    guides.push((await call<Output<'catalog', 'guide'>>('guide', { code })).item)
  }
  const [next] = home.thursdays
  return {
    township: home.township,
    edition: home.handbook,
    categories: home.categories,
    items: guides,
    places: venues,
    windows: place.windows.map(({ name }) => name),
    thursday: next ? `${next.start}—${next.end}` : '',
  }
}
