import { allItems } from './catalog'
import type { Item } from './catalog'
import { buildIndex, search } from '../shared/search'
import type { SearchIndex } from '../shared/search'
import { howLong } from '../shared/matter-words'

export interface FoundItem {
  readonly code: string
  readonly name: string
  readonly note: string
}

let prepared: { items: readonly Item[]; index: SearchIndex<Item> } | undefined

/** Gets the catalogue ready, so that the first keystroke already answers. */
export async function prepareFinder(): Promise<readonly Item[]> {
  const items = await allItems()
  if (prepared?.items !== items) prepared = { items, index: buildIndex(items) }
  return items
}

/** What fits the words so far; null while the catalogue is not on the phone. */
export function find(
  query: string,
  most?: number,
): { items: FoundItem[]; guessed: boolean } | null {
  if (!prepared) return null
  const { items, guessed } = search(prepared.index, query, most)
  return { items: items.map(foundItem), guessed }
}

export const foundItem = (item: Item): FoundItem => ({
  code: item.code,
  name: item.name,
  note: noteOf(item),
})

function noteOf(item: Item): string {
  const aliases = item.aliases.slice(0, 2).join('、')
  const time = howLong(item)
  return aliases ? `${aliases}，${time}` : time
}
