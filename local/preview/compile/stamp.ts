import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A hash over name, size and time of every file in the folders: equal means nothing changed. */
export function stampOf(folders: string[]): string {
  const hash = createHash('sha1')
  for (const folder of folders.filter((each) => existsSync(each))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path}|${size}|${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
