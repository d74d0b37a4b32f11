/** What a reminder says beside the time: what to bring, and who will be there. */
import { find } from './database'
import type { Account, Whereabouts } from './documents/account'
import type { ItemDocument, PlaceDocument } from './documents/catalog'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { presenceOn } from '../domain/whereabouts'

type Item = Pick<ItemDocument, 'code' | 'department' | 'materials' | 'people'>

/** 要见的人, and where they said to be on that day. */
export interface Host {
  readonly name: string
  readonly phone: string
  readonly said: Whereabouts | null
}

export function itemsByCode(township: string, codes: readonly string[]): Promise<Item[]> {
  return find<Item>(
    'items',
    { township, code: { $in: [...new Set(codes)] } },
    { projection: { code: 1, department: 1, materials: 1, people: 1 } },
  )
}

/** What the person has at home and must bring, each paper once. */
export const papersOf = (items: readonly Item[]): string[] => [
  ...new Set(
    items.flatMap(({ materials }) =>
      materials
        .filter(({ required, source }) => required && source === 'self')
        .map(({ name }) => name),
    ),
  ),
]

/**
 * Who will be there: in a village its agent, in the hall the person in charge of the first matter.
 * Null when nobody is named.
 */
export async function hostOf(
  township: string,
  venueId: string,
  items: readonly Item[],
  date: BusinessDate,
): Promise<Host | null> {
  const named = await namedHost(township, venueId, items)
  if (!named) return null
  const accounts = await find<Account>('accounts', { township, ...named.among })
  const account = accounts.find(({ staff }) => staff?.name === named.name)
  return {
    name: named.name,
    phone: named.phone,
    said: account ? presenceOn(account, date) : null,
  }
}

async function namedHost(township: string, venueId: string, items: readonly Item[]) {
  const [place] = await find<PlaceDocument>('places', {
    _id: `${township}:place:${venueId}`,
    township,
  })
  if (place?.agent && place.villageId) {
    return { ...place.agent, among: { 'staff.villageId': place.villageId } }
  }
  const [first] = items
  const person = first?.people[0]
  return first && person ? { ...person, among: { 'staff.department': first.department } } : null
}
