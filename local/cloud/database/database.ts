import { Catalog } from './catalog'
import type { StoredCollection } from './catalog'
import { DataFile } from './data-file'
import { aggregated } from './aggregate'
import { scanned } from './candidates'
import { GroupCommit } from './group-commit'
import type {
  CollectionInfo,
  Database,
  DatabaseOptions,
  Document,
  Explanation,
  FindOptions,
  IndexSpec,
  UpdateOptions,
  UpdateResult,
} from './interface'
import { project } from './matcher'
import type { Outcome } from './operations'
import { inserting, loading, removing, updating } from './operations'
import type { Counted } from './run-query'
import { countQuery, runQuery } from './run-query'
import { SLOW_EXAMINED, suggestedIndex } from './slow-query'
import { orderOf } from './sorting'
import { bringsPattern, withinTime } from './time-limit'
import { Transactions } from './transactions'
import { committedView } from './view'
import type { View } from './view'
import { Writes } from './writes'

export { DatabaseError } from './errors'
export type { DatabaseErrorCode } from './errors'
export type * from './interface'

type Query = Record<string, unknown>

/**
 * A document database in one SQLite file with MongoDB's semantics, as CloudBase offers it.
 *
 * @example
 * const database = openDatabase({ file: '.data/database.db' })
 * database.createCollection('slots')
 * database.ensureIndex('slots', { name: 'who', keys: [['seats.who', 1]] })
 * await database.insert('slots', [{ _id: 's1', seats: [{ who: 'demo-villager-1' }] }])
 * await database.find('slots', { 'seats.who': 'demo-villager-1' })
 */
export function openDatabase(options: DatabaseOptions): Database {
  return new LocalDatabase(options)
}

class LocalDatabase implements Database {
  private readonly file: DataFile
  private readonly catalog: Catalog
  private readonly group: GroupCommit
  private readonly transactions: Transactions
  private readonly writes: Writes
  private readonly committed: View
  private readonly now: () => number
  private readonly patternLimitMs: number

  constructor(private readonly options: DatabaseOptions) {
    const { sync = 'full', strictCollections = true, transactionLimitMs = 30_000 } = options
    this.file = new DataFile(options.file, sync, options.maxPages)
    const beforeChange = () => this.group.flush()
    this.catalog = new Catalog(this.file.main, strictCollections, beforeChange)
    this.group = new GroupCommit(this.file.main, () => this.catalog.rereadMultikey())
    this.transactions = new Transactions(this.file, transactionLimitMs, beforeChange)
    this.writes = new Writes(
      this.file,
      this.catalog,
      this.transactions,
      this.group,
      options.lockWaitMs ?? 10_000,
    )
    this.committed = committedView(this.file.main)
    this.now = options.now ?? Date.now
    this.patternLimitMs = options.patternLimitMs ?? 2000
  }

  createCollection(name: string): void {
    this.file.guarded(() => this.catalog.create(name))
  }

  hasCollection(name: string): boolean {
    return this.catalog.has(name)
  }

  collections(): CollectionInfo[] {
    return this.catalog.all().map(({ id, name, indexes }) => ({
      name,
      indexes: indexes.map((index) => index.spec),
      count: this.file.main.row<[number]>(`SELECT count(*) FROM docs_${id}`)![0],
    }))
  }

  ensureIndex(collection: string, spec: IndexSpec): void {
    this.file.guarded(() => this.catalog.ensureIndex(collection, spec))
  }

  insert(collection: string, docs: Document[], txId?: string): Promise<unknown[]> {
    return this.write(collection, txId, (view, stored) => inserting(view, stored, docs))
  }

  async find(
    collection: string,
    query: Query,
    options: FindOptions = {},
    txId?: string,
  ): Promise<Document[]> {
    return this.read(collection, txId, [query, options.projection], (view, stored) => {
      const found = runQuery(view, stored, query, options)
      this.reportSlow(collection, query, options, found)
      const docs = found.rows.map((row) => row.doc)
      return options.projection ? project(docs, options.projection) : docs
    })
  }

  async count(collection: string, query: Query, txId?: string): Promise<number> {
    return this.read(collection, txId, query, (view, stored) => {
      const counted = countQuery(view, stored, query)
      this.reportSlow(collection, query, {}, counted)
      return counted.matched
    })
  }

  async update(
    collection: string,
    query: Query,
    change: Record<string, unknown>,
    options: UpdateOptions = {},
    txId?: string,
  ): Promise<UpdateResult> {
    const { updated, upsertId } = await this.change(collection, query, change, options, txId)
    return { updated, upsertId }
  }

  async updateAndReturn(
    collection: string,
    query: Query,
    change: Record<string, unknown>,
    txId?: string,
  ): Promise<{ updated: number; doc: Document | null }> {
    const { updated, doc } = await this.change(collection, query, change, {}, txId)
    return { updated, doc }
  }

  async remove(
    collection: string,
    query: Query,
    { multi = false }: { multi?: boolean } = {},
    txId?: string,
  ): Promise<number> {
    const found = await this.write(collection, txId, (view, stored) =>
      this.bounded(query, () => removing(view, stored, query, multi)),
    )
    this.reportSlow(collection, query, {}, found)
    return found.matched
  }

  async aggregate(collection: string, stages: Record<string, unknown>[]): Promise<Document[]> {
    return this.read(collection, undefined, stages, (view) =>
      aggregated(collection, stages, (name, query, options) => {
        const found = runQuery(view, this.catalog.get(name), query, options)
        this.reportSlow(name, query, options, found)
        return found
      }),
    )
  }

  begin(): string {
    return this.transactions.begin()
  }

  commit(txId: string): Promise<void> {
    return this.writes.commit(txId)
  }

  async abort(txId: string): Promise<void> {
    this.transactions.abort(txId)
  }

  bulkLoad(collection: string, docs: Document[]): number {
    return this.writes.now(collection, (view, stored) => loading(view, stored, docs))
  }

  bulkInsert(collection: string, docs: Document[]): void {
    this.writes.now(collection, (view, stored) => inserting(view, stored, docs))
  }

  scan(collection: string, after: number, count: number): { docs: Document[]; last: number } {
    const rows = this.file.guarded(() =>
      scanned(this.file.main, this.catalog.get(collection), after, count),
    )
    return { docs: rows.map(({ doc }) => doc), last: rows.at(-1)?.seq ?? after }
  }

  explain(collection: string, query: Query, options: FindOptions = {}): Explanation {
    return this.file.guarded(() => {
      const stored = this.catalog.get(collection)
      const { index, examined, matched } = runQuery(this.committed, stored, query, options)
      return { index, examined, matched }
    })
  }

  close(): void {
    this.transactions.dropAll()
    this.group.flush()
    this.file.close()
  }

  /** @param asked the parts of the request that say what to look for */
  private async read<T>(
    collection: string,
    txId: string | undefined,
    asked: unknown,
    work: (view: View, collection: StoredCollection) => T,
  ): Promise<T> {
    const result = this.file.guarded(() => {
      const stored = this.catalog.get(collection)
      const view = this.viewOf(stored, txId)
      return this.bounded(asked, () => work(view, stored))
    })
    await this.writes.settled()
    return result
  }

  private bounded<T>(asked: unknown, work: () => T): T {
    return bringsPattern(asked) ? withinTime(this.patternLimitMs, work) : work()
  }

  private async change(
    collection: string,
    query: Query,
    change: Record<string, unknown>,
    options: UpdateOptions,
    txId: string | undefined,
  ) {
    const now = new Date(this.now())
    const result = await this.write(collection, txId, (view, stored) =>
      this.bounded([query, change], () => updating(view, stored, query, change, options, now)),
    )
    this.reportSlow(collection, query, {}, result.found)
    return result
  }

  private async write<T>(
    collection: string,
    txId: string | undefined,
    work: (view: View, collection: StoredCollection) => Outcome<T>,
  ): Promise<T> {
    return txId === undefined
      ? this.writes.plain(collection, work)
      : this.writes.inTransaction(collection, txId, work)
  }

  private viewOf(collection: StoredCollection, txId: string | undefined): View {
    return txId === undefined ? this.committed : this.transactions.get(txId, collection)
  }

  private reportSlow(collection: string, query: Query, options: FindOptions, found: Counted): void {
    if (found.examined <= SLOW_EXAMINED || !this.options.onSlowQuery) return
    this.options.onSlowQuery({
      collection,
      query,
      order: options.order ?? {},
      index: found.index,
      examined: found.examined,
      matched: found.matched,
      suggestion: suggestedIndex(query, orderOf(options.order)),
    })
  }
}
