import type { Outcome, WorkerSettings } from './warm-worker'
import { WarmWorker } from './warm-worker'
import type { Job } from './worker-messages'

/**
 * A fixed number of warm workers, all started at once, each with one call at a time; more calls
 * wait in order. A call made by a function never waits (the function holds a worker while it
 * waits): if all are busy it gets an extra one.
 */
export class WorkerPool {
  #workers = new Set<WarmWorker>()
  readonly #idle: WarmWorker[] = []
  readonly #waiting: ((worker: WarmWorker) => void)[] = []
  readonly #stale = new WeakSet<WarmWorker>()
  #closed = false

  constructor(
    private readonly size: number,
    private readonly settings: WorkerSettings,
  ) {}

  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.size }, () => this.#add().online()))
  }

  async run(job: Job, limitMs: number, nested: boolean): Promise<Outcome> {
    if (this.#closed) return { kind: 'crashed', reason: 'the local cloud is stopping' }
    const worker = await this.#take(nested)
    const outcome = await worker.run(job, limitMs)
    this.#giveBack(worker)
    return outcome
  }

  /** A bundle has changed: workers that may hold the old one are replaced once they are free. */
  renew(): void {
    for (const worker of this.#workers) this.#stale.add(worker)
    for (const worker of this.#idle.splice(0)) this.#giveBack(worker)
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#workers].map((worker) => worker.stop()))
  }

  #add(): WarmWorker {
    const worker = new WarmWorker(this.settings)
    this.#workers.add(worker)
    this.#idle.push(worker)
    return worker
  }

  async #take(nested: boolean): Promise<WarmWorker> {
    for (let worker = this.#idle.shift(); worker; worker = this.#idle.shift()) {
      if (!worker.dead) return worker
      this.#drop(worker)
    }
    if (nested || this.#workers.size < this.size) {
      this.#add()
      return this.#take(nested)
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #giveBack(worker: WarmWorker): void {
    const extra = this.#workers.size > this.size
    if (worker.dead || extra || this.#stale.has(worker)) {
      this.#drop(worker)
      if (!this.#closed && this.#workers.size < this.size) this.#add()
    } else {
      this.#idle.push(worker)
    }
    const next = this.#waiting.shift()
    if (next) void this.#take(false).then(next)
  }

  #drop(worker: WarmWorker): void {
    this.#workers.delete(worker)
    if (!worker.dead) void worker.stop()
  }
}
