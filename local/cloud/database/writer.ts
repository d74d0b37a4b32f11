import type { Catalog, StoredIndex } from './catalog'
import type { Change } from './change'
import type { Connection } from './connection'
import { indexEntries } from './index-entries'
import { deleteEntry, insertEntry } from './index-rows'

interface IndexMove {
  index: StoredIndex
  gone: Buffer[]
  come: Buffer[]
}

/**
 * Writes a batch of changes; the caller makes it atomic.
 *
 * All old index rows go before any new one comes, so a batch may hand a unique value from one
 * document to another; what still collides then is a duplicate.
 */
export function writeChanges(main: Connection, catalog: Catalog, changes: Change[]): void {
  const moves = changes.map((change) => indexMoves(catalog, change))
  changes.forEach(({ before }, i) => {
    for (const { index, gone } of moves[i]!) {
      for (const key of gone) deleteEntry(main, index, key, before!.seq)
    }
  })
  const seqs = changes.map((change) => writeDocument(main, change))
  changes.forEach(({ collection, after }, i) => {
    for (const { index, come } of moves[i]!) {
      for (const key of come) insertEntry(main, collection, index, key, seqs[i]!, after!.doc)
    }
  })
}

/** Which rows of which index a change moves: none for fields it leaves alone. */
function indexMoves(catalog: Catalog, { collection, before, after }: Change): IndexMove[] {
  return collection.indexes.map((index) => {
    const old = before ? indexEntries(index.spec, before.doc).keys : []
    const entries = after ? indexEntries(index.spec, after.doc) : { keys: [], multikey: [] }
    catalog.markMultikey(index, entries.multikey)
    return { index, gone: without(old, entries.keys), come: without(entries.keys, old) }
  })
}

function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => key.equals(other)))
}

function writeDocument(main: Connection, { collection, key, before, after }: Change): number {
  const table = `docs_${collection.id}`
  if (!before) return main.run(`INSERT INTO ${table}(id, body) VALUES(?, ?)`, key, after!.text)
  if (after) main.run(`UPDATE ${table} SET body = ? WHERE seq = ?`, after.text, before.seq)
  else main.run(`DELETE FROM ${table} WHERE seq = ?`, before.seq)
  return before.seq
}
