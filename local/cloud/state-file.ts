import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { DataFolder } from './data-folder'
import { exportState } from './database/export'
import { importState } from './database/import'
import type { Database } from './database/interface'
import { StartupError } from './startup-error'

/** What an export holds beside the database, one line each after its lines. */
type ExtraLine =
  | { readonly clock: { readonly offsetMs: number } }
  /** A stored file by its name on disk (the hash of its cloud path). */
  | { readonly file: string; readonly base64: string }

export interface StateSize {
  readonly documents: number
  readonly files: number
}

const STORED_NAME = /^[0-9a-f]{64}$/
const WRITE_AT = 1 << 16

/** Writes all that lies in a data folder as lines of JSON; the file is there whole or not at all. */
export async function exportToFile(folder: DataFolder, file: string): Promise<StateSize> {
  if (!folder.hasDatabase()) throw failed(`数据目录 ${folder.path} 里还没有数据`)
  const database = folder.openDatabase({})
  try {
    return await inPlace(file, async (write) => {
      const documents = await exportState(database, write)
      const line = (extra: ExtraLine) => write(JSON.stringify(extra))
      await line({ clock: { offsetMs: folder.openClock(undefined).offsetMs } })
      const names = storedNames(folder)
      for (const name of names) {
        await line({ file: name, base64: readFileSync(join(folder.storage, name), 'base64') })
      }
      return { documents, files: names.length }
    })
  } finally {
    database.close()
  }
}

/** Brings an export into a folder without data; when something is wrong with it, nothing is left. */
export async function importFromFile(folder: DataFolder, file: string): Promise<StateSize> {
  if (!existsSync(file)) throw failed(`没有这个文件：${file}`)
  const database = folder.openDatabase({})
  try {
    if (holdsDocuments(database) || storedNames(folder).length > 0) {
      throw failed(`数据目录 ${folder.path} 里已经有数据。换一个 --data，或者加上 --fresh 清空它。`)
    }
    const extras = new Extras(folder)
    const documents = await importState(database, extras.without(linesOf(file)))
    database.close()
    return { documents, files: extras.files }
  } catch (error) {
    database.close()
    if (error instanceof StartupError && error.failure === 'stateFile') throw error
    folder.clear()
    throw failed(`导入 ${file} 没有成功，什么也没有留下：${reasonOf(error)}`)
  }
}

/** Takes its own lines out of an export on the way to the database. */
class Extras {
  files = 0

  constructor(private readonly folder: DataFolder) {}

  async *without(lines: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const line of lines) {
      if (/^\{"(clock|file)":/.test(line)) this.#take(JSON.parse(line) as ExtraLine)
      else yield line
    }
  }

  #take(line: ExtraLine): void {
    if ('clock' in line) {
      this.folder.openClock(Date.now() + line.clock.offsetMs)
      return
    }
    if (!STORED_NAME.test(line.file)) throw new SyntaxError(`文件名不对：${line.file}`)
    mkdirSync(this.folder.storage, { recursive: true })
    writeFileSync(join(this.folder.storage, line.file), Buffer.from(line.base64, 'base64'))
    this.files += 1
  }
}

function holdsDocuments(database: Database): boolean {
  return database.collections().some(({ count }) => count > 0)
}

function storedNames({ storage }: DataFolder): string[] {
  return existsSync(storage) ? readdirSync(storage).filter((name) => STORED_NAME.test(name)) : []
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity })
}

/** Lines go to a file beside the wanted one, which takes its place once it is complete. */
async function inPlace<T>(
  file: string,
  work: (write: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const part = `${file}.part`
  try {
    const handle = await open(part, 'w')
    let text = ''
    const result = await work(async (line) => {
      text += `${line}\n`
      if (text.length < WRITE_AT) return
      await handle.writeFile(text)
      text = ''
    }).finally(async () => {
      await handle.writeFile(text)
      await handle.sync()
      await handle.close()
    })
    await rename(part, file)
    return result
  } catch (error) {
    await rm(part, { force: true })
    throw failed(`导出到 ${file} 没有成功：${reasonOf(error)}`)
  }
}

function failed(message: string): StartupError {
  return new StartupError('stateFile', message)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
