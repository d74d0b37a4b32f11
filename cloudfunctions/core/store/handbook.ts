/** 《百事通》发到每一户: once for each household and edition, however often it is told. */
import { hashId } from '../kernel/hash'
import { notFound } from '../kernel/errors'
import { aggregate, find, findOne } from './database'
import type { HomeDirectory } from './documents/catalog'
import type { Delivery, Household } from './documents/handbook'
import { insertNew } from './insert-new'

/** The edition on the covers that are handed out now, and the villages in their fixed order. */
export async function currentHandbook(
  township: string,
): Promise<Pick<HomeDirectory, 'handbook' | 'villages'>> {
  const home = await findOne<HomeDirectory>('directory', { _id: `${township}:home`, township })
  if (!home) throw notFound('这个乡')
  return home
}

/** Writes a delivery, or answers the one that is there: two people may knock at one door. */
export async function deliver(
  delivery: Omit<Delivery, '_id' | 'schema'>,
): Promise<{ readonly delivery: Delivery; readonly before: boolean }> {
  const { township, version, villageId, no } = delivery
  const doc = {
    ...delivery,
    _id: hashId('handbook', township, version, villageId, no),
    schema: 1,
  }
  if (await insertNew('deliveries', doc)) return { delivery: doc, before: false }
  const there = await findOne<Delivery>('deliveries', { _id: doc._id, township })
  // A repeat of the same request is the first one over again.
  return { delivery: there ?? doc, before: there !== null && there.key !== doc.key }
}

/** How many households have theirs, by village. */
export async function deliveredByVillage(
  township: string,
  version: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await aggregate<{ _id: string; count: number }>('deliveries', [
    { $match: { township, version } },
    { $group: { _id: '$villageId', count: { $sum: 1 } } },
  ])
  return new Map(rows.map(({ _id, count }) => [_id, count]))
}

/** Who lives behind these numbers, as far as the township has a list. */
export async function headsOf(
  township: string,
  villageId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const households = await find<Household>(
    'households',
    { township, villageId, no: { $in: numbers } },
    { limit: 1000 },
  )
  return new Map(households.map(({ no, head }) => [no, head]))
}
