import type { Clock } from '../clock/clock'
import type { FunctionConfig } from '../functions/function-config'
import type { Functions } from '../functions/functions'
import { nextTime } from './cron'

export interface TickResult {
  readonly name: string
  /** What the function answered, or its error. */
  readonly result?: unknown
  readonly error?: { readonly code: string; readonly message: string }
}

/** A real timeout may be this long at most; then the shifted clock is read again. */
const LONGEST_WAIT_MS = 30_000

/** Fires the timers of the functions by the host's clock. */
export class Timers {
  readonly #functions: readonly FunctionConfig[]
  #timeout: NodeJS.Timeout | undefined
  #due = new Map<string, number | null>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    configs: ReadonlyMap<string, FunctionConfig>,
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {
    this.#functions = [...configs.values()].filter(({ timer }) => timer !== null)
  }

  /** From now on the timers fire by themselves. */
  start(): void {
    this.#plan(this.#functions)
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timeout)
    this.#timeout = undefined
  }

  /** One tick of every function with a timer, after any that is under way. */
  tick(): Promise<TickResult[]> {
    return this.#fireAll(this.#functions)
  }

  /** While somebody else moves the clock and ticks, the timers keep still. */
  async pausedDuring<T>(work: () => Promise<T>): Promise<T> {
    const active = this.#timeout !== undefined
    this.stop()
    try {
      return await work()
    } finally {
      if (active) this.start()
    }
  }

  #wait(): void {
    clearTimeout(this.#timeout)
    const next = Math.min(...[...this.#due.values()].map((due) => due ?? Infinity))
    const ms = Math.min(Math.max(next - this.clock.now(), 0), LONGEST_WAIT_MS)
    this.#timeout = setTimeout(() => void this.#fireDue(), ms)
    this.#timeout.unref()
  }

  async #fireDue(): Promise<void> {
    const now = this.clock.now()
    const due = this.#functions.filter(({ name }) => (this.#due.get(name) ?? Infinity) <= now)
    this.#plan(due)
    await this.#fireAll(due)
    if (this.#timeout !== undefined) this.#wait()
  }

  #plan(functions: readonly FunctionConfig[]): void {
    for (const { name, timer } of functions) {
      if (timer) this.#due.set(name, nextTime(timer.cron, this.clock.now()))
    }
  }

  #fireAll(functions: readonly FunctionConfig[]): Promise<TickResult[]> {
    const ticks = this.#last.then(() => this.#fire(functions))
    this.#last = ticks.catch(() => undefined)
    return ticks
  }

  async #fire(functions: readonly FunctionConfig[]): Promise<TickResult[]> {
    const results: TickResult[] = []
    for (const { name, timer } of functions) {
      const event = {
        Type: 'Timer',
        TriggerName: timer?.name,
        Time: new Date(this.clock.now()).toISOString(),
      }
      const answer = await this.functions.invoke(name, event, { openid: null, source: 'timer' })
      results.push(
        'error' in answer
          ? { name, error: answer.error }
          : { name, result: JSON.parse(answer.json) as unknown },
      )
    }
    return results
  }
}
