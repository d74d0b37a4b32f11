/** The whole catalogue as these pages read it: from the phone when there is no signal. */
import { fetchOrKept } from '../../services/cache'
import { allItems, fetchHome, HOME_KEY } from '../../services/catalog'
import type { Category, Item } from '../../services/catalog'

export interface Catalogue {
  readonly categories: readonly Category[]
  readonly items: readonly Item[]
}

export const NO_CATALOGUE: Catalogue = { categories: [], items: [] }

export async function fetchCatalogue(): Promise<Catalogue> {
  const [{ categories }, items] = await Promise.all([fetchOrKept(HOME_KEY, fetchHome), allItems()])
  return { categories, items }
}
