import type { StoredCollection, StoredIndex } from './catalog'
import type { Change, Row } from './change'
import { changeId } from './change'
import type { Connection } from './connection'
import { DatabaseError } from './errors'
import type { Document } from './interface'
import { fromStoredText } from './stored-text'
import type { Overlay, View } from './view'

/**
 * One transaction: a snapshot taken at its first operation (a SQLite read transaction on a
 * connection of its own) and the changes it would make, kept here until it commits.
 */
export class Transaction implements View {
  readonly changes = new Map<string, Change>()
  /** Resolves when it is over, either way: plain writes wait for that. */
  readonly over: Promise<void>
  private end!: () => void
  private newestCollection = 0
  private newestIndex = 0

  /** @param startedAt the number of commits before the snapshot */
  constructor(
    readonly id: string,
    readonly connection: Connection,
    readonly startedAt: number,
  ) {
    this.over = new Promise((resolve) => (this.end = resolve))
    connection.exec('BEGIN')
    // A SQLite snapshot begins with the first read, not with BEGIN.
    this.newestCollection = newest(connection, 'collections')
    this.newestIndex = newest(connection, 'indexes')
  }

  knows(index: StoredIndex): boolean {
    return index.id <= this.newestIndex
  }

  /** A collection made after the snapshot is not in it. */
  checkKnows(collection: StoredCollection): void {
    if (collection.id > this.newestCollection) {
      throw conflict(`集合 ${collection.name} 是事务开始之后建的`)
    }
  }

  /** Takes a change into the buffer; a second change of the same document follows the first. */
  put(change: Change): void {
    const first = this.changes.get(changeId(change))
    const merged = first ? { ...change, before: first.before } : change
    if (!merged.before && !merged.after) this.changes.delete(changeId(change))
    else this.changes.set(changeId(change), merged)
  }

  overlay(collection: StoredCollection): Overlay | null {
    const hidden = new Set<number>()
    const rows: Row[] = []
    const byId = new Map<string, Row | null>()
    for (const { collection: its, key, before, after } of this.changes.values()) {
      if (its !== collection) continue
      // Read anew each time: whoever gets a document may change it.
      const doc = after && (fromStoredText(after.text) as Document)
      const row = doc && { seq: before?.seq ?? 0, doc }
      if (before) hidden.add(before.seq)
      if (row) rows.push(row)
      byId.set(key.toString('latin1'), row)
    }
    return byId.size > 0 ? { hidden, rows, byId } : null
  }

  /** Gives up the snapshot and lets the waiting go on. */
  finish(): void {
    this.connection.exec('COMMIT')
    this.end()
  }
}

export function conflict(reason: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[LimitExceeded.TransactionConflict] WriteConflict: ${reason}`,
  )
}

function newest(connection: Connection, table: 'collections' | 'indexes'): number {
  return connection.row<[number | null]>(`SELECT max(id) FROM ${table}`)?.[0] ?? 0
}
