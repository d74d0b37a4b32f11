import { randomUUID } from 'node:crypto'
import type { StoredCollection } from './catalog'
import type { Change } from './change'
import { changeId } from './change'
import type { DataFile } from './data-file'
import { DatabaseError, duplicateKey, refused } from './errors'
import { indexEntries } from './index-entries'
import { describeKey, holderOf } from './index-rows'
import { conflict, Transaction } from './transaction'

interface Begun {
  /** Absent until the first operation: that is when the snapshot is taken. */
  transaction: Transaction | null
  deadline: number
  timer: NodeJS.Timeout
}

/**
 * The open transactions, and the locks they hold on the documents and unique keys they changed.
 * Whoever finds another transaction's lock is refused at once if he is a transaction himself, and
 * waits if he is a plain write.
 */
export class Transactions {
  private readonly open = new Map<string, Begun>()
  private readonly locks = new Map<string, Transaction>()
  /** When each document was last committed, as far back as an open snapshot needs to know. */
  private readonly committedAt = new Map<string, number>()
  private commits = 0

  constructor(
    private readonly file: DataFile,
    private readonly limitMs: number,
    private readonly beforeSnapshot: () => void,
  ) {}

  begin(): string {
    const id = randomUUID()
    const timer = setTimeout(() => this.drop(id), this.limitMs)
    timer.unref()
    this.open.set(id, { transaction: null, deadline: performance.now() + this.limitMs, timer })
    return id
  }

  /** @param collection what it is about to use */
  get(id: string, collection: StoredCollection): Transaction {
    const begun = this.begun(id)
    if (!begun.transaction) {
      this.beforeSnapshot()
      begun.transaction = new Transaction(id, this.file.reader(), this.commits)
    }
    begun.transaction.checkKnows(collection)
    return begun.transaction
  }

  /** The changes to write; the caller then calls `drop`. */
  changesOf(id: string): Change[] {
    return [...(this.begun(id).transaction?.changes.values() ?? [])]
  }

  /** Ends a transaction and forgets its changes. */
  drop(id: string): void {
    const begun = this.open.get(id)
    if (!begun) return
    this.open.delete(id)
    clearTimeout(begun.timer)
    const { transaction } = begun
    if (transaction) {
      for (const [lock, holder] of this.locks) if (holder === transaction) this.locks.delete(lock)
      transaction.finish()
      this.file.release(transaction.connection)
    }
    if (this.open.size === 0) this.committedAt.clear()
  }

  abort(id: string): void {
    this.begun(id)
    this.drop(id)
  }

  dropAll(): void {
    for (const id of [...this.open.keys()]) this.drop(id)
  }

  /** Takes changes into a transaction; a conflict or a duplicate ends it. */
  stage(transaction: Transaction, changes: Change[]): void {
    for (const change of changes) {
      this.lock(transaction, changeId(change))
      this.checkFresh(transaction, changeId(change))
      transaction.put(change)
    }
    for (const change of changes) this.claimUniqueKeys(transaction, change)
  }

  /** The transaction a plain write has to wait for, if any. */
  blocking(changes: Change[]): Transaction | undefined {
    if (this.locks.size === 0) return undefined
    for (const change of changes) {
      for (const lock of [changeId(change), ...uniqueKeys(change).map((key) => key.lock)]) {
        const holder = this.locks.get(lock)
        if (holder) return holder
      }
    }
    return undefined
  }

  /** Notes what has just been committed, for the snapshots that are older than that. */
  committed(changes: Change[]): void {
    this.commits++
    if (this.open.size === 0) return
    for (const change of changes) this.committedAt.set(changeId(change), this.commits)
  }

  private begun(id: string): Begun {
    const begun = this.open.get(id)
    if (begun && performance.now() < begun.deadline) return begun
    this.drop(id)
    const text = `[ResourceUnavailable.TransactionNotExist] 事务 ${id} 已经结束，或者超过了 ${this.limitMs / 1000} 秒`
    throw new DatabaseError('DATABASE_TRANSACTION_FAIL', text)
  }

  private lock(transaction: Transaction, lock: string): void {
    const holder = this.locks.get(lock)
    if (holder && holder !== transaction) throw conflict('另一个事务正在改同一个文档')
    this.locks.set(lock, transaction)
  }

  private checkFresh(transaction: Transaction, document: string): void {
    if ((this.committedAt.get(document) ?? 0) > transaction.startedAt) {
      throw conflict('文档在事务开始之后被改过')
    }
  }

  /** Unique keys are locked like documents: two transactions cannot both come to hold one. */
  private claimUniqueKeys(transaction: Transaction, change: Change): void {
    for (const { index, key, lock } of uniqueKeys(change)) {
      this.lock(transaction, lock)
      const { collection, before, after } = change
      const holder = holderOf(this.file.main, index, key, before?.seq ?? 0)
      const others = [...transaction.changes.values()].filter(
        (other) => other.collection === collection && changeId(other) !== changeId(change),
      )
      const released = others.some((other) => other.before?.seq === holder)
      const taken = others.some((other) => uniqueKeys(other).some((own) => own.lock === lock))
      if (taken || (holder !== undefined && !released)) {
        if (holder !== undefined) this.checkHolder(transaction, collection, holder)
        throw duplicateKey(collection.name, index.spec.name, describeKey(index.spec, after!.doc))
      }
    }
  }

  /** A key that was free in the snapshot but is held now is a conflict, not a duplicate. */
  private checkHolder(transaction: Transaction, collection: StoredCollection, seq: number): void {
    const sql = `SELECT id FROM docs_${collection.id} WHERE seq = ?`
    const [key] = this.file.main.row<[Buffer]>(sql, seq) ?? []
    if (!key) throw refused('索引指向一个不存在的文档')
    this.checkFresh(transaction, changeId({ collection, key }))
  }
}

/** The unique keys a document holds after a change, each with the name of its lock. */
function uniqueKeys({ collection, after }: Change) {
  if (!after) return []
  return collection.indexes
    .filter((index) => index.spec.unique)
    .flatMap((index) =>
      indexEntries(index.spec, after.doc).keys.map((key) => ({
        index,
        key,
        lock: `unique ${index.id}/${key.toString('latin1')}`,
      })),
    )
}
