import type { StoredCollection } from './catalog'
import type { Document } from './interface'
import { encodeKey } from './key'
import { toStoredText } from './stored-text'

/** A document as read: `seq` is its place in the file, 0 while only a transaction knows it. */
export interface Row {
  seq: number
  doc: Document
}

/** One document's change, worked out but not yet written. */
export interface Change {
  collection: StoredCollection
  /** The encoded `_id`. */
  key: Buffer
  /** What was read; `null` for an insertion. */
  before: Row | null
  /** `null` for a removal. */
  after: { doc: Document; text: string } | null
}

export function insertion(collection: StoredCollection, doc: Document): Change {
  const after = { doc, text: toStoredText(doc) }
  return { collection, key: encodeKey(doc._id), before: null, after }
}

export function removal(collection: StoredCollection, before: Row): Change {
  return { collection, key: encodeKey(before.doc._id), before, after: null }
}

/** `null` when the new document is the old one. */
export function replacement(
  collection: StoredCollection,
  before: Row,
  doc: Document,
): Change | null {
  const text = toStoredText(doc)
  if (text === toStoredText(before.doc)) return null
  return { collection, key: encodeKey(doc._id), before, after: { doc, text } }
}

/** Names a document across collections. */
export function changeId(change: Pick<Change, 'collection' | 'key'>): string {
  return `${change.collection.id}/${change.key.toString('latin1')}`
}
