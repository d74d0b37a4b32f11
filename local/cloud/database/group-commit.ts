import type { Connection } from './connection'

interface Group {
  timer: NodeJS.Immediate
  done: Promise<void>
  resolve: () => void
  reject: (reason: unknown) => void
}

/**
 * Requests that arrive together share one fsync, which is nearly all that a write costs: the first
 * opens a SQLite transaction, the others join it, and when the event loop has handled what was
 * waiting (`setImmediate`) it is committed. Each request is a savepoint, so it is still all or
 * nothing for itself; nobody is answered before the commit.
 */
export class GroupCommit {
  private group: Group | null = null

  /** @param undone called when something was written that the file does not have after all */
  constructor(
    private readonly main: Connection,
    private readonly undone: () => void,
  ) {}

  /** Runs `work` now; resolves when it is on disk. If `work` throws, nothing of it remains. */
  write(work: () => void): Promise<void> {
    const group = (this.group ??= this.begin())
    try {
      this.main.run('SAVEPOINT request')
      work()
      this.main.run('RELEASE request')
    } catch (error) {
      this.takeBack(group, error)
      this.undone()
      throw error
    }
    return group.done
  }

  /** Resolves when all that a reader can see by now is on disk. */
  settled(): Promise<void> {
    return this.group?.done ?? Promise.resolve()
  }

  /** Commits at once: before a snapshot, a change of the tables, or the end. */
  flush(): void {
    const { group } = this
    if (!group) return
    this.group = null
    clearImmediate(group.timer)
    try {
      this.main.run('COMMIT')
      group.resolve()
    } catch (error) {
      this.main.rollback()
      this.undone()
      group.reject(error)
    }
  }

  /** Of a full disk SQLite may have given up the whole transaction, which is the whole group. */
  private takeBack(group: Group, error: unknown): void {
    if (this.main.inTransaction) {
      this.main.run('ROLLBACK TO request')
      this.main.run('RELEASE request')
    } else {
      this.group = null
      clearImmediate(group.timer)
      group.reject(error)
    }
  }

  private begin(): Group {
    this.main.run('BEGIN IMMEDIATE')
    const timer = setImmediate(() => this.flush())
    let settle!: Pick<Group, 'resolve' | 'reject'>
    const done = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
    // A request may be refused and never look at the group again.
    done.catch(() => undefined)
    return { timer, done, ...settle }
  }
}
