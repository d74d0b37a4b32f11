import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Connection } from './connection'
import { DatabaseError, refused } from './errors'

/** Marks a SQLite file as ours (`PRAGMA application_id`): "XPDB". */
const APPLICATION_ID = 0x58504442

/** The layout of the tables below; a file of a later version is left alone. */
const LAYOUT_VERSION = 1

/** Reading connections kept for the next transaction. */
const MOST_IDLE = 8

/** Ids are never used again: an open snapshot must not take a new table for the one it knew. */
const CATALOG_TABLES = `
  CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes(
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL,
    spec TEXT NOT NULL, multikey TEXT NOT NULL, UNIQUE(collection, name));`

/**
 * The SQLite file and who may open it. One connection writes; each transaction reads through a
 * connection of its own, which is what gives it a snapshot (WAL: readers do not see later commits).
 */
export class DataFile {
  readonly main: Connection
  private readonly lock: Connection
  private readonly idle: Connection[] = []
  private readonly path: string
  /** A `:memory:` file has no second connection, hence no snapshot: it is a temporary folder. */
  private readonly temporary: string | null

  constructor(file: string, sync: 'full' | 'off', maxPages?: number) {
    this.temporary = file === ':memory:' ? mkdtempSync(join(tmpdir(), 'local-cloud-')) : null
    this.path = this.temporary ? join(this.temporary, 'data.db') : file
    this.lock = lockedBy(this.path)
    try {
      this.main = opened(this.path, sync)
      if (maxPages !== undefined) this.main.exec(`PRAGMA max_page_count = ${maxPages}`)
    } catch (error) {
      this.lock.close()
      throw explained(error, this.path)
    }
  }

  /** A reading connection; give it back with `release` when it is no longer in a transaction. */
  reader(): Connection {
    return this.idle.pop() ?? new Connection(this.path)
  }

  release(reader: Connection): void {
    if (this.idle.length < MOST_IDLE) this.idle.push(reader)
    else reader.close()
  }

  /** Whatever goes wrong inside becomes one of the database's own errors. */
  guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      const known = this.explain(error)
      if (known instanceof DatabaseError) throw known
      const { message } = error as { message?: unknown }
      throw refused(String(message ?? error), error)
    }
  }

  /** The same error in words, when it is about the file and not about the request. */
  explain(error: unknown): unknown {
    return explained(error, this.path)
  }

  close(): void {
    for (const reader of this.idle) reader.close()
    this.main.close()
    this.lock.close()
    if (this.temporary) rmSync(this.temporary, { recursive: true, force: true })
  }
}

/**
 * An exclusive lock on a file beside the data: the system drops it when the process ends, however
 * it ends, so nothing is left to clean up after `kill -9`.
 */
function lockedBy(path: string): Connection {
  let lock: Connection | undefined
  try {
    lock = new Connection(`${path}.lock`)
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      const text = `另一个进程正在使用这份数据：${path}。先停掉它，或者用 --data 另选一个目录。`
      throw new DatabaseError('DATA_FILE_IN_USE', text, { cause: error })
    }
    throw explained(error, path)
  }
}

function opened(path: string, sync: 'full' | 'off'): Connection {
  const connection = new Connection(path)
  try {
    const isNew = checkLayout(connection, path)
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec(`PRAGMA synchronous = ${sync === 'off' ? 'OFF' : 'FULL'}`)
    if (isNew) connection.atomically(() => layOut(connection))
    else checkWritable(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** In one commit: a process killed in between leaves a file that is new, not one that is foreign. */
function layOut(connection: Connection): void {
  connection.exec(CATALOG_TABLES)
  connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  connection.exec(`PRAGMA user_version = ${LAYOUT_VERSION}`)
}

/** Taken back before it reaches the disk: what is on a full one can still be read and exported. */
function checkWritable(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE')
  connection.exec(`PRAGMA user_version = ${LAYOUT_VERSION}`)
  connection.rollback()
}

/** Whether the file is new; one that is not ours is an error. */
function checkLayout(connection: Connection, path: string): boolean {
  const [tables = 0] = connection.row<[number]>('SELECT count(*) FROM sqlite_master') ?? []
  if (tables === 0) return true
  const [application] = connection.row<[number]>('PRAGMA application_id') ?? []
  const [version] = connection.row<[number]>('PRAGMA user_version') ?? []
  if (application === APPLICATION_ID && version === LAYOUT_VERSION) return false
  const text = `${path} 不是本机云的数据，或者来自别的版本（${application}/${version}）。换一个目录，或者加 --fresh 重来。`
  throw new DatabaseError('DATA_FILE_BROKEN', text)
}

/** SQLite's errors about the file, in words that say what to do. */
function explained(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError) return error
  const code = codeOf(error)
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    const text = `数据文件坏了，打不开：${path}。从备份恢复，或者加 --fresh 重来。`
    return new DatabaseError('DATA_FILE_BROKEN', text, { cause: error })
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL)/.test(code)) {
    const text = `写不了数据文件：${path}。检查目录 ${dirname(path)} 是否存在、可写、磁盘是否已满（${code}）。`
    return new DatabaseError('DATA_FILE_READONLY', text, { cause: error })
  }
  return error
}

/** Codes that libsql has no name for come as a number, whose last byte says what it is about. */
const PRIMARY_CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
}

function extended(code: string): number {
  return Number(/^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code)?.[1] ?? 0) & 0xff
}

/** libsql gives no code when a file cannot even be opened, only SQLite's number in the text. */
function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && code !== '') return PRIMARY_CODES[extended(code)] ?? code
  return /Unable to open connection/.test(String(message)) ? 'SQLITE_CANTOPEN' : ''
}
