import type { Catalog, StoredCollection } from './catalog'
import type { Change } from './change'
import type { DataFile } from './data-file'
import { refused } from './errors'
import type { GroupCommit } from './group-commit'
import type { Outcome } from './operations'
import type { Transactions } from './transactions'
import type { View } from './view'
import { committedView } from './view'
import { writeChanges } from './writer'

type Work<T> = (view: View, collection: StoredCollection) => Outcome<T>

/** The way of a write: what it waits for, where it goes, and when it is answered. */
export class Writes {
  private readonly committed: View

  constructor(
    private readonly file: DataFile,
    private readonly catalog: Catalog,
    private readonly transactions: Transactions,
    private readonly group: GroupCommit,
    private readonly lockWaitMs: number,
  ) {
    this.committed = committedView(file.main)
  }

  /**
   * Outside transactions. From the reading to the writing there is no `await`: that makes every
   * write a compare-and-set. If a transaction holds one of the documents, its end is waited for and
   * everything read again.
   */
  async plain<T>(collection: string, work: Work<T>): Promise<T> {
    const deadline = performance.now() + this.lockWaitMs
    for (;;) {
      const { changes, result } = this.file.guarded(() =>
        work(this.committed, this.catalog.get(collection)),
      )
      const holder = this.transactions.blocking(changes)
      if (!holder) {
        await this.write(changes)
        return result
      }
      await endOf(holder.over, deadline)
    }
  }

  /** Into the transaction's buffer. As in MongoDB, a transaction does not survive a failed write. */
  inTransaction<T>(collection: string, txId: string, work: Work<T>): T {
    try {
      return this.file.guarded(() => {
        const stored = this.catalog.get(collection)
        const transaction = this.transactions.get(txId, stored)
        const { changes, result } = work(transaction, stored)
        this.transactions.stage(transaction, changes)
        return result
      })
    } catch (error) {
      this.transactions.drop(txId)
      throw error
    }
  }

  async commit(txId: string): Promise<void> {
    const changes = this.transactions.changesOf(txId)
    const written = this.write(changes)
    // At once: a second commit of it must not find it.
    this.transactions.drop(txId)
    await written
  }

  /** On disk when it returns. */
  now<T>(collection: string, work: Work<T>): T {
    this.group.flush()
    return this.file.guarded(() => {
      const { changes, result } = work(this.committed, this.catalog.get(collection))
      if (this.transactions.blocking(changes)) throw refused('有事务正在改这些文档')
      this.file.main.atomically(() => writeChanges(this.file.main, this.catalog, changes))
      this.transactions.committed(changes)
      return result
    })
  }

  /** Resolves when all that could be read by now is on disk: no answer may run ahead of the disk. */
  async settled(): Promise<void> {
    try {
      await this.group.settled()
    } catch (error) {
      throw this.file.explain(error)
    }
  }

  private async write(changes: Change[]): Promise<void> {
    // Nothing to change is an answer about what was read, too.
    if (changes.length === 0) return this.settled()
    this.file.guarded(() => {
      void this.group.write(() => writeChanges(this.file.main, this.catalog, changes))
      this.transactions.committed(changes)
    })
    return this.settled()
  }
}

async function endOf(over: Promise<void>, deadline: number): Promise<void> {
  const left = deadline - performance.now()
  if (left <= 0) throw refused('等一个事务放开文档等得太久，请重试')
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, left)))
  await Promise.race([over, timeout])
  clearTimeout(timer)
}
