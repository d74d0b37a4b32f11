/** One page of a list. */
import { afterCursor, encodeCursor } from './cursor'
import type { CollectionName } from '../store/collections'
import { find } from '../store/database'
import type { Query } from '../store/database'
import type { Stored } from '../store/documents/matter'

interface Paging<Field extends string> {
  /** A date field that an index serves, followed by `_id`. */
  readonly field: Field
  readonly cursor: string | undefined
  /** The latest first when left out. */
  readonly direction?: 'asc' | 'desc'
  /** Rows; 20 when left out. */
  readonly size?: number
  /** What a list does not show is not fetched. */
  readonly projection?: Readonly<Record<string, 0>>
}

/**
 * @returns the rows, and where the next page begins: null when there is none
 * @throws AppError `INVALID_INPUT` for a cursor that is not ours
 */
export async function page<
  Doc extends Stored & Readonly<Record<Field, Date>>,
  Field extends string = 'at',
>(
  collection: CollectionName,
  query: Query,
  { field, cursor, direction = 'desc', size = 20, projection }: Paging<Field>,
): Promise<{ docs: Doc[]; next: string | null }> {
  const found = await find<Doc>(collection, afterCursor(query, field, direction, cursor), {
    order: [
      [field, direction],
      ['_id', 'asc'],
    ],
    // One more than is shown: a full page may be the last.
    limit: size + 1,
    ...(projection ? { projection } : {}),
  })
  const docs = found.slice(0, size)
  const last = found.length > size ? docs.at(-1) : undefined
  return { docs, next: last ? encodeCursor(last[field], last._id) : null }
}
