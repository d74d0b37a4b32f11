import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(__dirname, '../..')
const START_LIMIT_MS = 60_000

/** See `fresh-data.ts`. */
export const FRESH_DATA = join(ROOT, 'dist/test-data')
/** A minute before the clock of most tests: nothing in the data lies in their future. */
export const FRESH_SINCE = '2026-11-24T01:19:00.000Z'

export interface LocalCloudOptions {
  /** Where the clock starts (ISO); the real time when left out. */
  now?: string
  /** 1 when left out: each more costs its start. Tests of what happens at the same time say more. */
  workers?: number
  /** `off` when left out: only tests about durability need `full`. */
  sync?: 'off' | 'full'
  /** A data folder to go on with; a new one, removed at `stop`, when left out. */
  data?: string
  /** Serves the pages too. */
  preview?: boolean
  /** Further options of the command line. */
  args?: readonly string[]
}

/** What a function answers; see the wire contract in `typings/`. */
export type CallAnswer<Data> =
  { ok: true; data: Data; requestId: string } | { ok: false; error: CallError; requestId: string }

export interface CallError {
  code: string
  message: string
  retryable: boolean
  fields?: Record<string, string>
  data?: unknown
}

/** A function call that the cloud itself refused or lost (timeout, crash, too large). */
export class CloudCallError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

export interface WechatMessage {
  id: string
  templateId: string
  title: string
  page: string | null
  data: Record<string, { value: string }>
  at: string
}

export interface Trip {
  name: string
  action: string | null
  openid: string | null
  tag: string | null
  roundTrips: number
  requests: { action: string; collection?: string }[]
  ms: number
  result: string
  fault: { nth: number; when: 'before' | 'after'; fired: boolean } | null
}

export interface Fault {
  /** Which database request of the call, from 1. */
  nth: number
  when: 'before' | 'after'
  name?: string
  action?: string
  openid?: string
  callTag?: string
  times?: number
}

/** Starts the built local cloud in a process of its own; see `test/support/global-setup.ts`. */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const cloud = new LocalCloud(options)
  await cloud.start()
  return cloud
}

export class LocalCloud {
  readonly dataDir: string
  url = ''
  /** What the process complained about: internal errors of the local cloud. */
  stderr = ''
  #process: ChildProcess | null = null
  #filled = false

  constructor(private readonly options: LocalCloudOptions) {
    this.dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'local-cloud-'))
  }

  /** Calls `function.action` as a WeChat user; null is somebody without an openid. */
  async call<Data = unknown>(
    openid: string | null,
    name: string,
    data: Record<string, unknown> = {},
    tag?: string,
  ): Promise<CallAnswer<Data>> {
    const [fn, action] = name.split('.')
    const answer = await this.post<{ result?: CallAnswer<Data>; error?: CallError }>('/wx/call', {
      ...(openid === null ? {} : { openid }),
      name: fn,
      data: action === undefined ? data : { action, ...data },
      ...(tag === undefined ? {} : { tag }),
    })
    if (answer.error) throw new CloudCallError(answer.error.code, answer.error.message)
    return answer.result as CallAnswer<Data>
  }

  /** The data of a call that must succeed. */
  async ok<Data = Record<string, never>>(
    openid: string | null,
    name: string,
    data: Record<string, unknown> = {},
  ): Promise<Data> {
    const answer = await this.call<Data>(openid, name, data)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error)}`)
    return answer.data
  }

  /** The error code of a call that must be refused. */
  async code(
    openid: string | null,
    name: string,
    data: Record<string, unknown> = {},
  ): Promise<string> {
    const answer = await this.call(openid, name, data)
    return answer.ok ? 'OK' : answer.error.code
  }

  async messages(openid: string): Promise<WechatMessage[]> {
    const { messages } = await this.get<{ messages: WechatMessage[] }>(
      `/wx/messages?openid=${encodeURIComponent(openid)}`,
    )
    return messages
  }

  /** The person taps 允许 for these templates; returns how many messages are now allowed. */
  async subscribe(openid: string, ...templateIds: string[]): Promise<Record<string, number>> {
    const templates = Object.fromEntries(templateIds.map((id) => [id, 'accept']))
    const answer = await this.post<{ permits: Record<string, number> }>('/wx/subscribe', {
      openid,
      templates,
    })
    return answer.permits
  }

  /** Moves the clock by `2d`, `3h`, `30m`, or to an ISO instant; returns where it is. */
  async clock(to?: string): Promise<Date> {
    const answer =
      to === undefined
        ? await this.get<{ now: string }>('/clock')
        : await this.post<{ now: string }>('/clock', moved(to))
    return new Date(answer.now)
  }

  /**
   * As if the cloud had been off meanwhile: no timer on the way, all that is due at the end. For
   * long waits in which only what comes out of them matters; also shows that late is as good.
   */
  async sleep(to: string): Promise<Date> {
    const answer = await this.post<{ now: string }>('/clock', { ...moved(to), asleep: true })
    return new Date(answer.now)
  }

  /** As if the timers were broken meanwhile: people go on, nothing happens by itself. */
  async withoutTimers(to: string): Promise<Date> {
    const answer = await this.post<{ now: string }>('/clock', { ...moved(to), timers: false })
    return new Date(answer.now)
  }

  /** One tick of every function with a timer. */
  async tick(): Promise<void> {
    await this.post('/__test/tick', {})
  }

  /** The last calls, oldest first. */
  trips(): Promise<Trip[]> {
    return this.get('/__test/trips')
  }

  /** Makes one database request of the next matching call fail; `null` takes all orders back. */
  async fault(fault: Fault | null): Promise<void> {
    await this.post('/__test/fault', fault ?? { clear: true })
  }

  async wechatMode(mode: 'ok' | 'refuse' | 'busy' | 'timeout' | 'lost' | 'fail'): Promise<void> {
    await this.post('/__test/wechat', { mode })
  }

  async get<Body>(path: string): Promise<Body> {
    return (await (await fetch(this.url + path)).json()) as Body
  }

  async post<Body>(path: string, body: unknown): Promise<Body> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Body
  }

  async start(): Promise<void> {
    this.#fill()
    const { now, workers = 1, sync = 'off', preview = false, args = [] } = this.options
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'dist/local/cloud.cjs'),
        ...['--port', '0', '--test', '--no-timers'],
        ...(preview ? [] : ['--no-preview']),
        ...['--data', this.dataDir, '--workers', String(workers), '--sync', sync],
        ...(now === undefined ? [] : ['--now', now]),
        // To see what functions print: LOCAL_CLOUD_LOG=/tmp/calls.log npm test
        ...(process.env.LOCAL_CLOUD_LOG ? ['--log', process.env.LOCAL_CLOUD_LOG] : []),
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    this.#process = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-10_000)
    })
    this.url = await this.#readyUrl(child)
  }

  /** A new folder begins with the fresh data, on the day for which they were made. */
  #fill(): void {
    const { data, now, args } = this.options
    if (data !== undefined || args !== undefined || this.#filled) return
    this.#filled = true
    if (now?.startsWith(FRESH_SINCE.slice(0, 13)) !== true) return
    cpSync(FRESH_DATA, this.dataDir, { recursive: true })
  }

  /** `kill -9`: as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Ends it in order and forgets its data, unless the folder was given. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    if (this.options.data === undefined) rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Starts again on the same data. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM')
    await this.start()
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  #readyUrl(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (what: string): void => reject(new Error(`${what}\n${this.stderr}`))
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        fail('the local cloud was not ready in time')
      }, START_LIMIT_MS)
      child.once('close', (code) => {
        clearTimeout(timer)
        fail(`the local cloud ended with code ${code}`)
      })
      if (!child.stdout) return
      createInterface(child.stdout).on('line', (line) => {
        const url = /^ready (\S+)$/.exec(line)?.[1]
        if (url === undefined) return
        clearTimeout(timer)
        resolve(url)
      })
    })
  }
}

const moved = (to: string) => (/^\d+[smhd]$/.test(to) ? { advance: to } : { now: to })
