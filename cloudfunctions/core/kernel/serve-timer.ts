/** The router of the timer function: refuses everything that is not the timer. */
import { requestIdOf } from './serve'
import type { Answer } from './serve'
import { logCall } from './log'
import { tripCount } from '../store/database'
import { openidOf } from '../wechat/context'

export interface TimerCall {
  readonly now: Date
  /** True when the time of this invocation is nearly over: stop, the next tick goes on. */
  readonly isOver: () => boolean
}

/** One invocation works at most this long; the function's timeout is longer. */
const WORK_MS = 40_000

export function serveTimer(name: string, run: (call: TimerCall) => Promise<object>) {
  return async (event: unknown, context: unknown): Promise<Answer> => {
    const started = performance.now()
    const before = tripCount()
    const requestId = requestIdOf(context)
    const type = (event as { Type?: unknown } | null)?.Type
    if (openidOf(context) !== '' || typeof type !== 'string' || type.toLowerCase() !== 'timer') {
      const message = '这是定时任务，不能从手机上调用。'
      return { ok: false, error: { code: 'FORBIDDEN', message, retryable: false }, requestId }
    }
    const data = await run({
      now: new Date(),
      isOver: () => performance.now() - started > WORK_MS,
    })
    const ms = Math.round(performance.now() - started)
    logCall({ requestId, action: name, ms, trips: tripCount() - before, result: 'ok' })
    return { ok: true, data, requestId }
  }
}
