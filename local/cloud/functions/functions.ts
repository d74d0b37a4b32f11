import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Clock } from '../clock/clock'
import type { Faults } from '../gateway/faults'
import type { Call, CallSource, Calls } from './call'
import type { CallLog } from './call-log'
import { callContext, callEnvironment, workerEnvironment } from './environment'
import type { FunctionConfig } from './function-config'
import type { Outcome } from './warm-worker'
import { WorkerPool } from './worker-pool'

/** On whose behalf a function runs. */
export interface Caller {
  readonly openid: string | null
  readonly source: CallSource
  readonly tag?: string | null
}

/** How the cloud calls the ways a call can fail. */
export type FunctionErrorCode =
  | 'FUNCTION_NOT_FOUND'
  /** It threw, or its process ended. */
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'

/** What the caller gets: JSON text of the result, or an error with the code of the cloud. */
export type Answer = { readonly call: Call } & (
  | { readonly json: string }
  | { readonly error: { readonly code: FunctionErrorCode; readonly message: string } }
)

export interface FunctionsOptions {
  readonly configs: ReadonlyMap<string, FunctionConfig>
  readonly workers: number
  readonly workerFile: string
  /** Environment variables of every function (keys, township), as a deployment sets them. */
  readonly variables: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly calls: Calls
  readonly faults: Faults
  readonly log: CallLog
}

/** Runs functions as the cloud does: one call per worker, timeout that kills, crash isolation. */
export class Functions {
  #pool: WorkerPool | null = null
  #gatewayUrl = ''
  readonly #loadedAt = new Map<string, number>()

  constructor(private readonly options: FunctionsOptions) {}

  async start(gatewayUrl: string): Promise<void> {
    this.#gatewayUrl = gatewayUrl
    const { workers, workerFile, variables, clock, log } = this.options
    this.#pool = new WorkerPool(workers, {
      file: workerFile,
      environment: workerEnvironment(variables),
      clock: clock.shared,
      onOutput: (text) => log.output(text),
    })
    await this.#pool.start()
  }

  async stop(): Promise<void> {
    await this.#pool?.close()
  }

  config(name: string): FunctionConfig | undefined {
    return this.options.configs.get(name)
  }

  async invoke(name: string, event: unknown, caller: Caller): Promise<Answer> {
    const { calls, faults, clock, log } = this.options
    const call = newCall(name, event, caller, clock.now())
    calls.begin(call)
    faults.aimAt(call)
    const started = performance.now()
    const answer = toAnswer(call, await this.#run(call, event))
    calls.end(call, Math.round(performance.now() - started), resultOf(answer))
    log.call(call, clock.now())
    return answer
  }

  async #run(call: Call, event: unknown): Promise<Outcome | 'unknown'> {
    const config = this.config(call.name)
    if (!config || !this.#pool) return 'unknown'
    await this.#reloadWhenChanged(config)
    const environment = callEnvironment(call, this.#gatewayUrl)
    const job = {
      file: config.file,
      eventJson: JSON.stringify(event ?? {}),
      context: callContext(call, config, environment),
      environment,
    }
    return this.#pool.run(job, config.timeoutMs, call.source.endsWith('scf'))
  }

  async #reloadWhenChanged({ name, file }: FunctionConfig): Promise<void> {
    const changedAt = await stat(file).then(
      (stats) => stats.mtimeMs,
      () => 0,
    )
    const before = this.#loadedAt.get(name)
    this.#loadedAt.set(name, changedAt)
    if (before !== undefined && before !== changedAt) this.#pool?.renew()
  }
}

function newCall(name: string, event: unknown, caller: Caller, now: number): Call {
  const action = (event as { action?: unknown } | null | undefined)?.action
  return {
    id: randomUUID().replaceAll('-', ''),
    name,
    action: typeof action === 'string' ? action : null,
    openid: caller.openid,
    source: caller.source,
    tag: caller.tag ?? null,
    startedAt: now,
    requests: [],
    roundTrips: 0,
    fault: null,
    ms: null,
    result: null,
  }
}

function toAnswer(call: Call, outcome: Outcome | 'unknown'): Answer {
  const fail = (code: FunctionErrorCode, message: string): Answer => ({
    call,
    error: { code, message },
  })
  if (outcome === 'unknown') {
    return fail('FUNCTION_NOT_FOUND', `没有名为 ${call.name} 的云函数`)
  }
  switch (outcome.kind) {
    case 'result':
      return { call, json: outcome.json }
    case 'timeout':
      return fail(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${outcome.limitMs / 1000} seconds`,
      )
    case 'thrown':
      return fail('FUNCTIONS_EXECUTE_FAIL', `${outcome.error.name}: ${outcome.error.message}`)
    case 'crashed':
      return fail('FUNCTIONS_EXECUTE_FAIL', `the function's process ended: ${outcome.reason}`)
  }
}

/** `ok` or an error code, the function's own `{ok: false, error}` included. */
function resultOf(answer: Answer): string {
  if ('error' in answer) return answer.error.code
  const result = JSON.parse(answer.json) as { ok?: unknown; error?: { code?: unknown } } | null
  if (result?.ok !== false) return 'ok'
  return typeof result.error?.code === 'string' ? result.error.code : 'error'
}
