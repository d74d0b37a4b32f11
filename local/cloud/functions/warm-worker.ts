import { Worker } from 'node:worker_threads'
import type { Job, ThrownError, WorkerMessage } from './worker-messages'

/** How a call ended, seen from outside. */
export type Outcome =
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'thrown'; readonly error: ThrownError }
  | { readonly kind: 'timeout'; readonly limitMs: number }
  | { readonly kind: 'crashed'; readonly reason: string }

export interface WorkerSettings {
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  readonly clock: SharedArrayBuffer
  readonly onOutput: (text: string) => void
}

/** Loading a bundle has its own limit, as initialisation has in the cloud. */
const LOADING_LIMIT_MS = 30_000
const MEMORY_LIMIT_MB = 256

/** A thread that runs one call at a time; dead after a timeout or a crash. */
export class WarmWorker {
  dead = false
  readonly #thread: Worker
  #finish: ((outcome: Outcome) => void) | null = null
  #arm: (limitMs: number) => void = () => undefined
  #limitMs = 0

  constructor(settings: WorkerSettings) {
    this.#thread = new Worker(settings.file, {
      workerData: { clock: settings.clock },
      env: { ...settings.environment },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
      stdout: true,
      stderr: true,
    })
    this.#thread.stdout.setEncoding('utf8').on('data', settings.onOutput)
    this.#thread.stderr.setEncoding('utf8').on('data', settings.onOutput)
    this.#thread.on('message', (message: WorkerMessage) => this.#receive(message))
    this.#thread.on('error', (error: Error) => this.#die(error.message))
    this.#thread.on('exit', (code) => this.#die(`exit ${code}`))
  }

  /** Resolves when the thread runs; a thread that cannot start rejects. */
  online(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#thread.once('online', resolve)
      this.#thread.once('error', reject)
    })
  }

  /** Never rejects: whatever happens in the function is an outcome. */
  run(job: Job, limitMs: number): Promise<Outcome> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      this.#limitMs = limitMs
      this.#arm = (ms) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          finish({ kind: 'timeout', limitMs: ms })
          void this.stop()
        }, ms)
      }
      const finish = (outcome: Outcome): void => {
        clearTimeout(timer)
        this.#finish = null
        this.#arm = () => undefined
        resolve(outcome)
      }
      this.#finish = finish
      if (this.dead) return finish({ kind: 'crashed', reason: 'the worker is gone' })
      this.#arm(LOADING_LIMIT_MS)
      this.#thread.postMessage(job)
    })
  }

  async stop(): Promise<void> {
    this.dead = true
    await this.#thread.terminate()
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'loaded') this.#arm(this.#limitMs)
    else this.#finish?.(message)
  }

  #die(reason: string): void {
    this.dead = true
    this.#finish?.({ kind: 'crashed', reason })
  }
}
