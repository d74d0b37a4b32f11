/** What a reminder says beside the time: what to bring, and who will be there. */
import { find, findOne } from './database'
import type { Query } from './database'
import type { Account, Whereabouts } from './documents/account'
import type { ItemDocument, PlaceDocument } from './documents/catalog'
import type { Slot } from './documents/slot'
import { presenceAt } from '../domain/whereabouts'

type Item = Pick<ItemDocument, 'code' | 'department' | 'materials' | 'people'>

/** 要见的人, and where they said to be at that time. */
export interface Host {
  readonly name: string
  readonly phone: string
  readonly said: Whereabouts | null
  /** Null when they have none here yet. */
  readonly account: Account | null
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
 * Who will be there: in a village its agent, in the hall the person in charge of the first matter;
 * null when nobody is named. Asked for every seat of a slot, it reads each person once.
 */
export function hostsAt(
  slot: Pick<Slot, 'township' | 'venueId' | 'date' | 'start'>,
): (items: readonly Item[]) => Promise<Host | null> {
  const { township, venueId } = slot
  const place = findOne<PlaceDocument>('places', { _id: `${township}:place:${venueId}`, township })
  const known = new Map<string, Promise<Host>>()
  return async (items) => {
    const named = namedHost(await place, items)
    if (!named) return null
    const { name } = named
    const host = known.get(name) ?? hostNamed(slot, named)
    known.set(name, host)
    return host
  }
}

interface Named {
  readonly name: string
  readonly phone: string
  readonly among: Query
}

function namedHost(place: PlaceDocument | null, [first]: readonly Item[]): Named | null {
  if (place?.agent && place.villageId) {
    return { ...place.agent, among: { 'staff.villageId': place.villageId } }
  }
  const person = first?.people[0]
  return first && person ? { ...person, among: { 'staff.department': first.department } } : null
}

async function hostNamed(
  { township, date, start }: Pick<Slot, 'township' | 'date' | 'start'>,
  { name, phone, among }: Named,
): Promise<Host> {
  const accounts = await find<Account>('accounts', { township, ...among })
  const account = accounts.find(({ staff }) => staff?.name === name) ?? null
  return { name, phone, said: account && presenceAt(account, { date, start }), account }
}
