import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Cloud, CloudOptions } from '../../local/cloud/cloud'
import { startCloud } from '../../local/cloud/cloud'
import type { Seed } from '../../local/cloud/seeding'

const FIXTURES = join(__dirname, 'fixtures')
const WORKER = join(__dirname, '../../local/cloud/functions/worker.ts')

export const TEMPLATE = { id: 'tpl-1', title: '进度提醒', fields: ['thing1', 'time2', 'phrase3'] }

export const SEED: Seed = {
  version: '1',
  township: 't',
  collections: {},
  templates: [TEMPLATE],
  demoStaff: ['demo-clerk'],
  owned: [],
}

const COLLECTIONS: CloudOptions['collections'] = [
  {
    name: 'things',
    indexes: [
      {
        name: 'size',
        keys: [
          ['township', 1],
          ['size', 1],
        ],
      },
    ],
  },
  { name: 'ticks', indexes: [] },
  {
    name: 'jobs',
    indexes: [
      {
        name: 'due',
        keys: [
          ['township', 1],
          ['nextDueAt', 1],
        ],
      },
    ],
  },
]

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // The JSON of the local cloud; each test knows what it expects.
  readonly body: Record<string, never> & { error?: { code: string; message: string } }
}

/** A local cloud with the small functions of `fixtures/`, in a folder of its own. */
export class CloudFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'cloud-fixture-'))
  readonly functionsFolder = join(this.folder, 'functions')
  readonly workerFile = join(this.folder, 'worker.cjs')
  #cloud: Cloud | null = null

  get url(): string {
    return this.#cloud?.url ?? ''
  }

  /** Bundles the given functions as the product's are bundled. */
  async build(...names: string[]): Promise<void> {
    const common = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' } as const
    await build({ ...common, entryPoints: [WORKER], outfile: this.workerFile })
    for (const name of names) {
      const outfile = join(this.functionsFolder, name, 'index.js')
      await build({ ...common, entryPoints: [join(FIXTURES, name, 'index.ts')], outfile })
      const config = join(FIXTURES, name, 'config.json')
      if (existsSync(config)) cpSync(config, join(this.functionsFolder, name, 'config.json'))
    }
  }

  /** A function that is written out, beside those of `fixtures/`. */
  write(name: string, code: string, config?: unknown): void {
    const folder = join(this.functionsFolder, name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.js'), code)
    if (config !== undefined) writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  }

  async start(options: Partial<CloudOptions> = {}): Promise<Cloud> {
    this.#cloud = await startCloud({
      port: 0,
      data: join(this.folder, 'data'),
      workers: 2,
      sync: 'off',
      test: true,
      timers: false,
      log: 'off',
      functionsFolder: this.functionsFolder,
      workerFile: this.workerFile,
      previewFolder: null,
      variables: { TOWNSHIP: 't' },
      collections: COLLECTIONS,
      seeds: [SEED],
      ...options,
    })
    return this.#cloud
  }

  async stop(): Promise<void> {
    await this.#cloud?.close()
    this.#cloud = null
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return toAnswer(response)
  }

  async get(path: string): Promise<Answer> {
    return toAnswer(await fetch(this.url + path))
  }

  /** Calls a function as a WeChat user; the answer's body has `result` or `error`. */
  async call<Result>(
    name: string,
    data: unknown,
    openid: string | undefined = 'user-1',
  ): Promise<{ result: Result; error?: { code: string; message: string } }> {
    const { body } = await this.post('/wx/call', { openid, name, data })
    return body as unknown as { result: Result; error?: { code: string; message: string } }
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  const body = (await response.json()) as Answer['body']
  return { status: response.status, headers: response.headers, body }
}
