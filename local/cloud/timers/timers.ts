import type { Clock } from '../clock/clock'
import type { FunctionCatalog } from '../functions/function-catalog'
import type { FunctionConfig, TimerTrigger } from '../functions/function-config'
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

/** A function with a timer, and when it is next due (epoch ms); null when never. */
export interface PlannedTimer {
  readonly name: string
  readonly timer: TimerTrigger
  readonly next: number | null
}

/** Fires the timers of the functions by the host's clock. */
export class Timers {
  #timeout: NodeJS.Timeout | undefined
  #plans = new Map<string, PlannedTimer>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly catalog: FunctionCatalog,
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {}

  /** From now on the timers fire by themselves. */
  start(): void {
    this.#plans.clear()
    this.#plan()
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timeout)
    this.#timeout = undefined
  }

  /** One tick of every function with a timer, after any that is under way. */
  async tick(): Promise<TickResult[]> {
    await this.catalog.refreshAll()
    return this.#fireAll(this.#functions())
  }

  /** Every timer with its next time by the host's clock, whether or not they fire by themselves. */
  overview(): PlannedTimer[] {
    return this.#functions().map((config) => planned(config, this.clock.now()))
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
    const next = Math.min(...[...this.#plans.values()].map((plan) => plan.next ?? Infinity))
    const ms = Math.min(Math.max(next - this.clock.now(), 0), LONGEST_WAIT_MS)
    this.#timeout = setTimeout(() => void this.#fireDue(), ms)
    this.#timeout.unref()
  }

  async #fireDue(): Promise<void> {
    await this.catalog.refreshAll()
    if (this.#timeout === undefined) return
    const now = this.clock.now()
    const due = this.#functions().filter(
      ({ name }) => (this.#plans.get(name)?.next ?? Infinity) <= now,
    )
    for (const { name } of due) this.#plans.delete(name)
    this.#plan()
    await this.#fireAll(due)
    if (this.#timeout !== undefined) this.#wait()
  }

  /** Plans what has no plan, or whose config.json says something else by now. */
  #plan(): void {
    const before = this.#plans
    this.#plans = new Map(
      this.#functions().map((config) => {
        const plan = before.get(config.name)
        const same = plan?.timer.text === config.timer.text
        return [config.name, plan && same ? plan : planned(config, this.clock.now())]
      }),
    )
  }

  #functions(): WithTimer[] {
    return this.catalog.all().filter((config): config is WithTimer => config.timer !== null)
  }

  #fireAll(functions: readonly WithTimer[]): Promise<TickResult[]> {
    const ticks = this.#last.then(() => this.#fire(functions))
    this.#last = ticks.catch(() => undefined)
    return ticks
  }

  async #fire(functions: readonly WithTimer[]): Promise<TickResult[]> {
    const results: TickResult[] = []
    for (const { name, timer } of functions) {
      const event = {
        Type: 'Timer',
        TriggerName: timer.name,
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

type WithTimer = FunctionConfig & { readonly timer: TimerTrigger }

function planned({ name, timer }: WithTimer, now: number): PlannedTimer {
  return { name, timer, next: nextTime(timer.cron, now) }
}
