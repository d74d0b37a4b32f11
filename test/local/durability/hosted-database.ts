import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Database } from '../../../local/cloud/database/database'

/** The process is gone: nobody knows whether the last request was done. */
export class Gone extends Error {}

/** A database in a process that can be killed. */
export class HostedDatabase {
  #process: ChildProcess | null = null
  #url = ''
  #answered = 0

  private constructor(
    private readonly script: string,
    private readonly file: string,
  ) {}

  static async inFolder(folder: string): Promise<HostedDatabase> {
    const script = join(__dirname, '../../../dist/test/durability-host.cjs')
    await build({
      entryPoints: [join(__dirname, 'host.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      logLevel: 'error',
    })
    return new HostedDatabase(script, join(folder, 'data.db'))
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.script, this.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#process = child
    const [port] = (await once(child.stdout, 'data')) as [Buffer]
    this.#url = `http://127.0.0.1:${port.toString().trim()}/`
  }

  async kill(): Promise<void> {
    const child = this.#process!
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  /** Resolves when so many more requests have been answered. */
  async answeredMore(count: number): Promise<void> {
    const wanted = this.#answered + count
    while (this.#answered < wanted) await new Promise((resolve) => setTimeout(resolve, 1))
  }

  async call<Result>(method: keyof Database, ...args: unknown[]): Promise<Result> {
    const body = JSON.stringify({ method, args })
    const answer = await fetch(this.#url, { method: 'POST', body })
      .then((response) => response.json())
      .catch((error: unknown) => {
        throw new Gone('the process is gone', { cause: error })
      })
    this.#answered++
    const { result, code, message } = answer as { result: Result; code?: string; message?: string }
    if (code !== undefined) throw new Error(`${code}: ${message}`)
    return result
  }
}
