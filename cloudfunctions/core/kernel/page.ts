/** One page of a list, the latest first. */
import { afterCursor, encodeCursor } from './cursor'
import type { CollectionName } from '../store/collections'
import { find } from '../store/database'
import type { Query } from '../store/database'
import type { Stored } from '../store/documents/matter'

const PAGE = 20

/** A date field in descending order that an index serves, followed by `_id`. */
interface Order<Field extends string> {
  readonly field: Field
  readonly cursor: string | undefined
}

/** @throws AppError `INVALID_INPUT` for a cursor that is not ours. */
export async function page<
  Doc extends Stored & Readonly<Record<Field, Date>>,
  Field extends string = 'at',
>(
  collection: CollectionName,
  query: Query,
  { field, cursor }: Order<Field>,
): Promise<{ docs: Doc[]; next: string | null }> {
  const docs = await find<Doc>(collection, afterCursor(query, field, 'desc', cursor), {
    order: [
      [field, 'desc'],
      ['_id', 'asc'],
    ],
    limit: PAGE,
  })
  const last = docs.length === PAGE ? docs.at(-1) : undefined
  return { docs, next: last ? encodeCursor(last[field], last._id) : null }
}
