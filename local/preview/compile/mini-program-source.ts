import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { positionAt, type Warn } from './compile-warning'
import { findNpmPackages } from './npm-packages'
import { projectFolderOf } from './project-folder'

/**
 * The mini-program as WeChat sees it after the npm build: the source folder, plus
 * `miniprogram_npm/<package>` which is read straight from `node_modules`.
 * Paths are relative to the root, with `/`, without a leading one.
 */
export class MiniProgramSource {
  private readonly packages: Map<string, string>
  private readonly known = new Map<string, boolean>()

  private readonly broken = new Set<string>()
  /** Every file that was needed, and where it lies: what WeChat would pack. */
  readonly used = new Map<string, string>()

  constructor(
    readonly root: string,
    private readonly warn: Warn,
  ) {
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
    const path = this.locate(file)
    this.used.set(file, path)
    return readFileSync(path, 'utf8')
  }

  /** Undefined when there is no such file or it does not parse, which is reported once. */
  readJson<T>(file: string): T | undefined {
    if (!this.has(file) || this.broken.has(file)) return undefined
    const text = this.read(file)
    try {
      return JSON.parse(text) as T
    } catch (error) {
      const { message } = error as Error
      const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0)
      this.broken.add(file)
      this.warn({ file, ...positionAt(text, offset), message })
      return undefined
    }
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
