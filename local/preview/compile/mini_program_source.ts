import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findNpmPackages } from './npm_packages'

/**
 * The mini-program as WeChat sees it after the npm build: the source folder, plus
 * `miniprogram_npm/<package>` which is read straight from `node_modules`.
 * Paths are relative to the root, with `/`, without a leading one.
 */
export class MiniProgramSource {
  private readonly packages: Map<string, string>
  private readonly known = new Map<string, boolean>()

  constructor(readonly root: string) {
    this.packages = findNpmPackages(projectFolderOf(root))
  }

  has(file: string): boolean {
    let found = this.known.get(file)
    if (found === undefined) {
      const path = this.locate(file)
      found = existsSync(path) && statSync(path).isFile()
      this.known.set(file, found)
    }
    return found
  }

  read(file: string): string {
    return readFileSync(this.locate(file), 'utf8')
  }

  readJson<T>(file: string): T | undefined {
    return this.has(file) ? (JSON.parse(this.read(file)) as T) : undefined
  }

  /** The script behind a module path: TypeScript wins over JavaScript. */
  scriptOf(id: string): string | undefined {
    return [`${id}.ts`, `${id}.js`, id].find((file) => /\.[jt]s$/.test(file) && this.has(file))
  }

  isOurs(file: string): boolean {
    return !file.includes('miniprogram_npm/')
  }

  private locate(file: string): string {
    for (const [name, folder] of this.packages) {
      const prefix = `miniprogram_npm/${name}/`
      if (file.startsWith(prefix)) return join(folder, file.slice(prefix.length))
    }
    return join(this.root, file)
  }
}

function projectFolderOf(root: string): string {
  let folder = root
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return root
    folder = parent
  }
  return folder
}
