/** How the list of matters is divided, and what makes it shorter. */
import type { Item } from '../../../services/catalog'
import { canDoInVillage, isDecidedHere, needsNoTrip } from '../../../shared/item-filters'

export const DIMENSIONS = [
  { id: 'event', name: '按事情' },
  { id: 'unit', name: '按部门' },
] as const
export type Dimension = (typeof DIMENSIONS)[number]['id']

export const FILTERS = [
  { key: 'village', name: '村里能办' },
  { key: 'noTrip', name: '一趟不用跑' },
  { key: 'here', name: '不用等县里' },
] as const
export type FilterKey = (typeof FILTERS)[number]['key']

const FITS: Readonly<Record<FilterKey, (item: Item) => boolean>> = {
  village: canDoInVillage,
  noTrip: needsNoTrip,
  here: isDecidedHere,
}

export interface Group {
  readonly id: string
  readonly name: string
}

export function groupsOf(
  dimension: Dimension,
  items: readonly Item[],
  categories: readonly Group[],
): Group[] {
  if (dimension === 'event') return categories.map(({ id, name }) => ({ id, name }))
  const names = new Map(items.map(({ department, unit }) => [department, unit]))
  return [...names].map(([id, name]) => ({ id, name }))
}

export const inGroup = (
  item: Item,
  dimension: Dimension,
  group: string,
  on: Readonly<Partial<Record<FilterKey, boolean>>>,
): boolean =>
  (dimension === 'event' ? item.category : item.department) === group &&
  FILTERS.every(({ key }) => !on[key] || FITS[key](item))
