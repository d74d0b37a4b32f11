/**
 * The only way to the cloud functions. One error path: what went wrong is always a `CallError`
 * with a Chinese sentence that can be shown as it is.
 */
import type { ActionName, Answer, FunctionName, Input, Output } from '../../typings/wire'
import { config } from '../config'

/** Codes of our own, beside those of the functions. */
export const OFFLINE = 'OFFLINE'
export const UNREACHABLE = 'UNREACHABLE'

const PATIENCE_MS = 15_000
const PAUSE_BEFORE_RETRY_MS = 800

export class CallError extends Error {
  override readonly name = 'CallError'
  constructor(
    readonly code: string,
    message: string,
    readonly retryable = false,
    readonly fields: Readonly<Record<string, string>> = {},
    /** The fresh state that came with it, such as the nearest free times. */
    readonly data?: unknown,
  ) {
    super(message)
  }
}

/** True when the phone had no network: what is stored can be shown, and nothing was refused. */
export const isOffline = (error: unknown): boolean =>
  error instanceof CallError && (error.code === OFFLINE || error.code === UNREACHABLE)

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof CallError && error.code === code

/** The sentence for a person; never a stack, never English. */
export const sayWhy = (error: unknown): string =>
  error instanceof CallError ? error.message : '这一步没做成。再试一次，还不行就打电话。'

/** Told whenever the cloud has answered: there is a signal. */
let reached = (): void => undefined

export const whenReached = (told: () => void): void => {
  reached = told
}

export function startCloud(): void {
  wx.cloud.init(config.cloudEnv === undefined ? {} : { env: config.cloudEnv })
}

/**
 * Calls an action. What carries a `requestId` may be sent again without doubling anything, and
 * reading never doubles, so a lost answer is asked for once more with the very same data.
 */
export async function call<Name extends FunctionName, Action extends ActionName<Name>>(
  name: Name,
  action: Action,
  input: Input<Name, Action>,
): Promise<Output<Name, Action>> {
  const data = { ...(input as object), action, clientVersion: config.clientVersion }
  try {
    return await once(name, data)
  } catch (error) {
    if (!(error instanceof CallError) || !error.retryable) throw error
    await pause(PAUSE_BEFORE_RETRY_MS)
    return once(name, data)
  }
}

async function once<T>(name: string, data: object): Promise<T> {
  const answer = await send<T>(name, data)
  reached()
  if (answer.ok) return answer.data
  const { code, message, retryable, fields, data: fresh } = answer.error
  throw new CallError(code, message, retryable, fields, fresh)
}

async function send<T>(name: string, data: object): Promise<Answer<T>> {
  let result: unknown
  try {
    const sent = await Promise.race([wx.cloud.callFunction({ name, data }), runOut()])
    result = sent.result
  } catch (error) {
    throw transportError(error)
  }
  if (typeof result === 'object' && result !== null && 'ok' in result) return result as Answer<T>
  throw new CallError(UNREACHABLE, '服务这会儿没接上。过一会儿再试，急的话打电话。', true)
}

function transportError(error: unknown): CallError {
  const text = String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
  if (/functions execute fail|-50[0-9]{4}/.test(text)) {
    return new CallError(UNREACHABLE, '服务这会儿没接上。过一会儿再试，急的话打电话。', true)
  }
  return new CallError(OFFLINE, '网断了，没连上。', true)
}

const runOut = (): Promise<never> =>
  new Promise((_, fail) => {
    setTimeout(() => {
      fail(new Error('timeout'))
    }, PATIENCE_MS)
  })

const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms)
  })
