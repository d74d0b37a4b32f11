import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project that holds a mini-program: the nearest one with a package.json. */
export function projectFolderOf(source: string): string {
  let folder = source
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return source
    folder = parent
  }
  return folder
}
