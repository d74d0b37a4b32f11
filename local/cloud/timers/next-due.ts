import type { Database } from '../database/interface'

const FIELD = 'nextDueAt'

/** The part of a collection's declaration that matters here. */
export interface DueCollection {
  readonly name: string
  readonly indexes: readonly { readonly keys: readonly (readonly [string, 1 | -1])[] }[]
}

/**
 * Finds when the next stored work is due: the smallest `nextDueAt` strictly after an instant, in
 * every collection that declares an index with it. The index begins with the township, so the
 * question is asked for each.
 */
export function nextDueIn(
  database: Database,
  collections: readonly DueCollection[],
  townships: readonly string[],
): (after: number) => Promise<number | null> {
  const names = collections
    .filter(({ indexes }) => indexes.some(({ keys }) => keys.some(([field]) => field === FIELD)))
    .map(({ name }) => name)
  const pairs = townships.flatMap((township) => names.map((name) => ({ name, township })))
  return async (after) => {
    const times = await Promise.all(
      pairs.map(async ({ name, township }) => {
        const [first] = await database.find(
          name,
          { township, [FIELD]: { $gt: new Date(after) } },
          { order: { [FIELD]: 1 }, limit: 1 },
        )
        return first?.[FIELD] instanceof Date ? first[FIELD].getTime() : Infinity
      }),
    )
    const earliest = Math.min(...times)
    return Number.isFinite(earliest) ? earliest : null
  }
}
