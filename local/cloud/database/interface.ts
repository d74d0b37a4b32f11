/** What the rest of the local cloud sees of the database. */

/** Any BSON value but an array or a regular expression may be an `_id`. */
export type Document = Record<string, unknown> & { _id?: unknown }

export interface IndexSpec {
  name: string
  /** Fields in order, `1` ascending or `-1` descending. A field inside an array makes it multikey. */
  keys: readonly (readonly [field: string, direction: 1 | -1])[]
  unique?: boolean
}

export interface DatabaseOptions {
  /** Path of the data file; its folder must exist. `:memory:` is a fresh file in the temp folder. */
  file: string
  /** `off` trades safety against power loss for speed: for tests that are not about durability. */
  sync?: 'full' | 'off'
  /** The most pages of 4 KB the file may have: how tests fill a disk. */
  maxPages?: number
  /** The business clock (epoch ms), for dates the server sets. Locks never use it. */
  now?: () => number
  /** How long a transaction may live, in real milliseconds: 30,000. */
  transactionLimitMs?: number
  /** How long a plain write waits for a transaction that holds its document: 10,000 ms. */
  lockWaitMs?: number
  /** How long a request that brings a regular expression may search: 2,000 ms. */
  patternLimitMs?: number
  /** An unknown collection is an error (default), or is created when first used. */
  strictCollections?: boolean
  /** Told of each query that looked at more than 1,000 documents. */
  onSlowQuery?: (query: SlowQuery) => void
}

export interface SlowQuery {
  collection: string
  query: Record<string, unknown>
  order: Record<string, 1 | -1>
  /** The index that was used, `null` when every document was read. */
  index: string | null
  examined: number
  matched: number
  /** The fields of the index that would help, in order; empty when none would. */
  suggestion: string[]
}

export interface FindOptions {
  order?: Record<string, 1 | -1>
  offset?: number
  limit?: number
  projection?: Record<string, unknown>
}

export interface UpdateOptions {
  /** All that match, not only the first. */
  multi?: boolean
  /** `true` (default): `change` holds update operators. `false`: `change` replaces the document. */
  merge?: boolean
  upsert?: boolean
}

export interface UpdateResult {
  /** Documents that matched and were changed by it. */
  updated: number
  upsertId: unknown
}

export interface Explanation {
  /** `_id_`, a declared index, or `null` when every document is read. */
  index: string | null
  examined: number
  matched: number
}

export interface CollectionInfo {
  name: string
  indexes: IndexSpec[]
  count: number
}

type Query = Record<string, unknown>

export interface Database {
  createCollection(name: string): void
  hasCollection(name: string): boolean
  collections(): CollectionInfo[]
  /** Idempotent; an index whose declaration changed is rebuilt. */
  ensureIndex(collection: string, spec: IndexSpec): void

  /** All or nothing. A missing `_id` becomes 32 hexadecimal digits. Returns the ids in order. */
  insert(collection: string, docs: Document[], txId?: string): Promise<unknown[]>
  find(collection: string, query: Query, options?: FindOptions, txId?: string): Promise<Document[]>
  count(collection: string, query: Query, txId?: string): Promise<number>
  /** A compare-and-set: between the reading and the writing of a document nobody else writes it. */
  update(
    collection: string,
    query: Query,
    change: Record<string, unknown>,
    options?: UpdateOptions,
    txId?: string,
  ): Promise<UpdateResult>
  updateAndReturn(
    collection: string,
    query: Query,
    change: Record<string, unknown>,
    txId?: string,
  ): Promise<{ updated: number; doc: Document | null }>
  remove(
    collection: string,
    query: Query,
    options?: { multi?: boolean },
    txId?: string,
  ): Promise<number>
  aggregate(collection: string, stages: Record<string, unknown>[]): Promise<Document[]>

  begin(): string
  commit(txId: string): Promise<void>
  abort(txId: string): Promise<void>

  /** Upserts by `_id` in one SQLite transaction, for the host's own seeding. Returns how many. */
  bulkLoad(collection: string, docs: Document[]): number
  /** Like `bulkLoad`, but an `_id` that is there already is a duplicate: for an import. */
  bulkInsert(collection: string, docs: Document[]): void
  /** Committed documents in the order of insertion, `count` of them after the place `after`. */
  scan(collection: string, after: number, count: number): { docs: Document[]; last: number }
  explain(collection: string, query: Query, options?: FindOptions): Explanation
  close(): void
}
