import type { StoredCollection, StoredIndex } from './catalog'
import type { Row } from './change'
import type { Connection } from './connection'
import { fromStoredText } from './stored-text'

/** What a reader sees: a connection, and what its transaction has not committed yet. */
export interface View {
  connection: Connection
  /** Whether the snapshot has this index. */
  knows(index: StoredIndex): boolean
  overlay(collection: StoredCollection): Overlay | null
}

/** A transaction's own changes to one collection, laid over its snapshot. */
export interface Overlay {
  /** The `seq` of documents that are changed or removed: what the snapshot has of them is stale. */
  hidden: ReadonlySet<number>
  /** Documents as the transaction left them. */
  rows: Row[]
  /** By encoded `_id` (latin1); `null` when removed. */
  byId: ReadonlyMap<string, Row | null>
}

/** A plain request sees what is committed. */
export function committedView(connection: Connection): View {
  return { connection, knows: () => true, overlay: () => null }
}

/** @param key the encoded `_id` */
export function rowById(view: View, collection: StoredCollection, key: Buffer): Row | undefined {
  const own = view.overlay(collection)?.byId.get(key.toString('latin1'))
  if (own !== undefined) return own ?? undefined
  const sql = `SELECT seq, body FROM docs_${collection.id} WHERE id = ?`
  const found = view.connection.row<[number, string]>(sql, key)
  return found && { seq: found[0], doc: fromStoredText(found[1]) }
}
