import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Clock } from './clock/clock'
import { openDatabase } from './database/database'
import { DatabaseError } from './database/errors'
import type { Database, DatabaseOptions } from './database/interface'
import { StartupError } from './startup-error'

/** What lies in the data folder; `--fresh` removes exactly this. */
const DATABASE_FILE = 'data.db'
const CLOCK_FILE = 'clock.json'
const STORAGE_FOLDER = 'storage'

/** The data folder of one local cloud. */
export class DataFolder {
  readonly path: string
  readonly storage: string

  constructor(path: string) {
    this.path = resolve(path)
    this.storage = join(this.path, STORAGE_FOLDER)
    try {
      mkdirSync(this.path, { recursive: true })
      if (!statSync(this.path).isDirectory()) throw new Error('not a directory')
    } catch (error) {
      throw broken(this.path, error)
    }
  }

  openDatabase(options: Omit<DatabaseOptions, 'file'>): Database {
    try {
      return openDatabase({ ...options, file: join(this.path, DATABASE_FILE) })
    } catch (error) {
      if (error instanceof DatabaseError && error.code === 'DATA_FILE_IN_USE') {
        throw new StartupError(
          'secondInstance',
          `另一个本机云正在使用数据目录 ${this.path}。先停掉它，或者用 --data 另选一个目录。`,
        )
      }
      throw broken(this.path, error)
    }
  }

  hasDatabase(): boolean {
    return existsSync(join(this.path, DATABASE_FILE))
  }

  openClock(start: number | undefined): Clock {
    try {
      return new Clock(join(this.path, CLOCK_FILE), start)
    } catch (error) {
      throw broken(this.path, error)
    }
  }

  /** Forgets everything, unless somebody else is using it. */
  clear(): void {
    const file = join(this.path, DATABASE_FILE)
    if (existsSync(file)) {
      try {
        this.openDatabase({}).close()
      } catch (error) {
        // Broken data is what one clears; data in use is not ours to clear.
        if (error instanceof StartupError && error.failure === 'secondInstance') throw error
      }
    }
    for (const suffix of ['', '-wal', '-shm', '.lock', '.lock-journal']) {
      rmSync(file + suffix, { force: true })
    }
    rmSync(join(this.path, CLOCK_FILE), { force: true })
    rmSync(this.storage, { recursive: true, force: true })
  }
}

function broken(path: string, error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StartupError(
    'brokenData',
    `数据目录 ${path} 打不开：${reason}\n检查它的权限；如果不要里面的数据，用 npm start -- --fresh 重来。`,
  )
}
