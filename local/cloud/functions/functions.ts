import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import type { Faults } from '../gateway/faults'
import type { Call, CallSource, Calls } from './call'
import type { CallLog } from './call-log'
import { callContext, callEnvironment, workerEnvironment } from './environment'
import { ANSWER_TOO_LARGE, isAnswerTooLarge } from '../gateway/payload-size'
import type { Limits } from '../limits'
import type { FunctionCatalog } from './function-catalog'
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
  /** Its answer is over the limit. */
  | 'EXCEED_MAX_PAYLOAD_SIZE'

/** What the caller gets: JSON text of the result, or an error with the code of the cloud. */
export type Answer = { readonly call: Call } & (
  | { readonly json: string }
  | { readonly error: { readonly code: FunctionErrorCode; readonly message: string } }
)

export interface FunctionsOptions {
  readonly catalog: FunctionCatalog
  readonly limits: Limits
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
  #loadedVersion = 0

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
    return this.options.catalog.get(name)
  }

  async invoke(name: string, event: unknown, caller: Caller): Promise<Answer> {
    const { calls, faults, clock, log } = this.options
    const call = newCall(name, event, caller, clock.now())
    calls.begin(call)
    faults.aimAt(call)
    const started = performance.now()
    const answer = this.#withinLimit(toAnswer(call, await this.#run(call, event)))
    calls.end(call, Math.round(performance.now() - started), resultOf(answer))
    log.call(call, clock.now())
    return answer
  }

  async #run(call: Call, event: unknown): Promise<Outcome | 'unknown'> {
    const config = await this.options.catalog.refresh(call.name)
    if (!config || !this.#pool) return 'unknown'
    this.#replaceOldWorkers()
    const environment = callEnvironment(call, this.#gatewayUrl)
    const job = {
      file: config.file,
      eventJson: JSON.stringify(event ?? {}),
      context: callContext(call, config, environment),
      environment,
    }
    return this.#pool.run(job, config.timeoutMs, call.source.endsWith('scf'))
  }

  #replaceOldWorkers(): void {
    const { version } = this.options.catalog
    if (version !== this.#loadedVersion) this.#pool?.renew()
    this.#loadedVersion = version
  }

  #withinLimit(answer: Answer): Answer {
    if ('error' in answer || !isAnswerTooLarge(answer.json, this.options.limits)) return answer
    const error = { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: ANSWER_TOO_LARGE } as const
    return { call: answer.call, error }
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
