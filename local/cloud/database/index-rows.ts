import type { StoredCollection, StoredIndex } from './catalog'
import type { Connection } from './connection'
import { duplicateKey } from './errors'
import { fieldValues } from './field-values'
import { indexEntries } from './index-entries'
import type { Document, IndexSpec } from './interface'
import { fromStoredText } from './stored-text'

const BUILD_CHUNK = 500

/** Writes an index's rows for the documents already there. Returns the multikey positions. */
export function fillIndex(
  main: Connection,
  collection: StoredCollection,
  index: StoredIndex,
): number[] {
  const multikey = new Set<number>()
  const sql = `SELECT seq, body FROM docs_${collection.id} WHERE seq > ? ORDER BY seq LIMIT ${BUILD_CHUNK}`
  for (let last = 0; ;) {
    const rows = main.rows<[number, string]>(sql, last)
    for (const [seq, body] of rows) {
      const doc = fromStoredText(body)
      const entries = indexEntries(index.spec, doc)
      for (const position of entries.multikey) multikey.add(position)
      for (const key of entries.keys) insertEntry(main, collection, index, key, seq, doc)
      last = seq
    }
    if (rows.length < BUILD_CHUNK) return [...multikey]
  }
}

/** Adds a row, unless it belongs to a unique index that has the key for another document. */
export function insertEntry(
  main: Connection,
  collection: StoredCollection,
  index: StoredIndex,
  key: Buffer,
  seq: number,
  doc: Document,
): void {
  if (index.spec.unique && holderOf(main, index, key, seq) !== undefined) {
    throw duplicateKey(collection.name, index.spec.name, describeKey(index.spec, doc))
  }
  main.run(`INSERT OR IGNORE INTO index_${index.id}(key, seq) VALUES(?, ?)`, key, seq)
}

export function deleteEntry(main: Connection, index: StoredIndex, key: Buffer, seq: number): void {
  main.run(`DELETE FROM index_${index.id} WHERE key = ? AND seq = ?`, key, seq)
}

/** Which other document has this key in the index (its `seq`). */
export function holderOf(
  connection: Connection,
  index: StoredIndex,
  key: Buffer,
  ownSeq: number,
): number | undefined {
  const sql = `SELECT seq FROM index_${index.id} WHERE key = ? AND seq <> ? LIMIT 1`
  return connection.row<[number]>(sql, key, ownSeq)?.[0]
}

/** `{ township: "xinpu", code: "A01" }`, as the production driver writes it. */
export function describeKey(spec: IndexSpec, doc: Document): string {
  const parts = spec.keys.map(([field]) => {
    const { values } = fieldValues(doc, field)
    const shown: unknown = values.length === 1 ? (values[0] ?? null) : values
    return `${field}: ${JSON.stringify(shown)}`
  })
  return `{ ${parts.join(', ')} }`
}
