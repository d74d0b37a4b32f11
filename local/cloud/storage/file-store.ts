import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Files by cloud path. On disk each is named by the hash of its path: no path can leave the
 * folder, and `a` and `a/b` do not get in each other's way.
 */
export class FileStore {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true })
  }

  has(path: string): boolean {
    return existsSync(this.#file(path))
  }

  size(path: string): number {
    return statSync(this.#file(path)).size
  }

  /** The old content stays until the new one is complete. */
  async write(path: string, content: Readable): Promise<void> {
    const part = `${this.#file(path)}.${randomUUID()}.part`
    try {
      await pipeline(content, createWriteStream(part))
      await rename(part, this.#file(path))
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  read(path: string): ReadStream {
    return createReadStream(this.#file(path))
  }

  async remove(path: string): Promise<void> {
    await rm(this.#file(path))
  }

  async copy(from: string, to: string): Promise<void> {
    await copyFile(this.#file(from), this.#file(to))
  }

  #file(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'))
  }
}
