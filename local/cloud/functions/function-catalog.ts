import { statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Limits } from '../limits'
import { StartupError } from '../startup-error'
import type { FunctionConfig } from './function-config'
import { readFunctionConfig, readFunctionConfigs } from './function-config'

/** No other text becomes part of a path. */
const NAME = /^[A-Za-z0-9_-]{1,60}$/

/**
 * The functions that are built, by name, as they lie on disk: whoever builds one again, adds one
 * or changes a config.json sees it from the next call on.
 */
export class FunctionCatalog {
  /** Goes up with every change: bundles loaded before may be old. */
  version = 0
  readonly #configs: Map<string, FunctionConfig>
  readonly #stamps = new Map<string, string>()

  /** @param onProblem told why a changed config.json is not used */
  constructor(
    private readonly folder: string,
    private readonly limits: Limits,
    private readonly onProblem: (text: string) => void = () => undefined,
  ) {
    this.#configs = readFunctionConfigs(folder, limits)
    for (const name of this.#configs.keys()) {
      this.#stamps.set(name, filesOf(folder, name).map(stampNow).join())
    }
  }

  get(name: string): FunctionConfig | undefined {
    return this.#configs.get(name)
  }

  all(): FunctionConfig[] {
    return [...this.#configs.values()]
  }

  /** Looks at one function on disk. */
  async refresh(name: string): Promise<FunctionConfig | undefined> {
    if (!NAME.test(name)) return undefined
    const stamps = await Promise.all(filesOf(this.folder, name).map(stampOf))
    const stamp = stamps.join()
    if (stamp !== (this.#stamps.get(name) ?? `${GONE},${GONE}`)) {
      this.#stamps.set(name, stamp)
      this.version += 1
      if (stamps[0] === GONE) this.#configs.delete(name)
      else this.#readAgain(name)
    }
    return this.#configs.get(name)
  }

  /** Looks at all of them; also those that were not there before. */
  async refreshAll(): Promise<void> {
    const present = await readdir(this.folder).catch(() => [])
    await Promise.all(
      [...new Set([...present, ...this.#configs.keys()])].map((n) => this.refresh(n)),
    )
  }

  /** A config.json that is wrong changes nothing: what was right before goes on. */
  #readAgain(name: string): void {
    try {
      this.#configs.set(name, readFunctionConfig(this.folder, name, this.limits))
    } catch (error) {
      if (!(error instanceof StartupError)) throw error
      this.onProblem(error.message)
    }
  }
}

const GONE = '-'

function filesOf(folder: string, name: string): [bundle: string, config: string] {
  return [join(folder, name, 'index.js'), join(folder, name, 'config.json')]
}

function stampOf(file: string): Promise<string> {
  return stat(file).then(
    ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
    () => GONE,
  )
}

function stampNow(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}:${stats.size}` : GONE
}
