import { find } from './database'
import type { FindOptions, Query } from './database'
import type { CollectionName } from './collections'
import type { Stored } from './documents/matter'

/** A page of documents: well under the megabyte that one answer may have. */
const PAGE = 100

/**
 * Every document that matches, page by page in the order of the field and then `_id`.
 *
 * @param field may be dotted; every document that matches has it, and the projection keeps it
 */
export async function* paged<Doc extends Pick<Stored, '_id'>>(
  collection: CollectionName,
  query: Query,
  field: string,
  projection: FindOptions['projection'],
): AsyncGenerator<Doc> {
  let after: Query = {}
  for (;;) {
    const docs = await find<Doc>(
      collection,
      { $and: [query, after] },
      {
        order: [
          [field, 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        ...(projection ? { projection } : {}),
      },
    )
    yield* docs
    const last = docs.at(-1)
    if (!last || docs.length < PAGE) return
    const end = valueAt(last, field)
    after = {
      $or: [{ [field]: { $gt: end } }, { [field]: end, _id: { $gt: last._id } }],
    }
  }
}

/** The value at a dotted path, such as `rating.at`. */
const valueAt = (doc: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], doc)
