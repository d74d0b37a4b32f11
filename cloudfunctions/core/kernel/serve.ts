/**
 * The router of every function: who is calling, may they, is the input right, run, check the
 * output, log one line. Nothing else leaves a function than `{ok, …}`.
 */
import * as z from 'zod'
import type { Action, ActionTable, By, OpenCall } from './action'
import { findCaller } from './caller'
import type { Caller } from './caller'
import { AppError } from './errors'
import { accountId, hashId, sha256 } from './hash'
import { parseInput } from './input'
import { logCall } from './log'
import { checkPhotos } from './photos'
import { SCOPES } from './scope'
import { keepCalendar } from './township-calendar'
import { tripCount } from '../store/database'
import { openidOf } from '../wechat/context'
import type { Query } from '../store/database'

const Envelope = z.looseObject({
  action: z.string(),
  township: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/)
    .optional(),
  requestId: z.string().optional(),
})

export type Answer =
  | { readonly ok: true; readonly data: unknown; readonly requestId: string }
  | {
      readonly ok: false
      readonly error: {
        readonly code: string
        readonly message: string
        readonly retryable: boolean
        readonly fields?: Readonly<Record<string, string>>
        readonly data?: unknown
      }
      readonly requestId: string
    }

/** The `main` of a function, from its table of actions. */
export function serve(table: ActionTable) {
  return async (event: unknown, context: unknown): Promise<Answer> => {
    const started = performance.now()
    const tripsBefore = tripCount()
    const requestId = requestIdOf(context)
    const name = actionName(event)
    const answer = await run(table, event, context, requestId).then(
      (data): Answer => ({ ok: true, data, requestId }),
      (error: unknown) => failure(error, requestId, name),
    )
    logCall({
      requestId,
      action: name,
      ms: Math.round(performance.now() - started),
      trips: tripCount() - tripsBefore,
      result: answer.ok ? 'ok' : answer.error.code,
    })
    return answer
  }
}

async function run(table: ActionTable, event: unknown, context: unknown, requestId: string) {
  const envelope = parseInput(Envelope, event)
  const { action: name, township = process.env.TOWNSHIP ?? '', ...data } = envelope
  const action = Object.hasOwn(table, name) ? table[name] : undefined
  if (!action) {
    throw new AppError('INVALID_INPUT', '这个操作不存在。小程序可能太旧，请关掉重新打开。')
  }
  const openid = openidOf(context)
  const now = new Date()
  const [caller] = await Promise.all([
    admit(action, township, openid, now),
    keepCalendar(township, now),
  ])
  const input = parseInput(action.input, data)
  await checkPhotos(input)
  const id = openid ? accountId(township, openid) : ''
  const { requestId: given, ...content } = input as { requestId?: string }
  const call: OpenCall = {
    township,
    now,
    requestId,
    openid,
    caller,
    accountId: id,
    scope: { township, ...scopeOf(action, caller) },
    request: given
      ? { key: hashId(id, name, given), content: sha256(content) }
      : { key: '', content: '' },
  }
  const output = await action.run(call, input as never)
  return action.output.parse(output)
}

/** Without a registration only what is public is in scope; `_id: null` matches nothing. */
function scopeOf(action: Action, caller: Caller | null): Query {
  if (caller) return SCOPES[action.scope](caller)
  return action.scope === 'public' ? SCOPES.public() : { _id: null }
}

/** Deny by default. Public actions cost no look-up. */
async function admit(
  action: Action,
  township: string,
  openid: string,
  now: Date,
): Promise<Caller | null> {
  const by: readonly By[] = action.by
  if (by.includes('public')) return null
  if (!openid) {
    throw new AppError(
      'UNAUTHENTICATED',
      '请在微信里打开小程序再办。不会用手机，打便民服务站电话。',
    )
  }
  const caller = await findCaller(township, openid, now)
  if (by.includes('wechat')) return caller
  if (!caller) {
    throw new AppError('UNAUTHENTICATED', '还没登记您的姓名和村。先登记一下，一分钟就好。')
  }
  if (!caller.roles.some((role) => by.includes(role))) {
    throw new AppError('FORBIDDEN', '这件事不归您办。要办事请打便民服务站电话，有人帮您。')
  }
  return caller
}

function failure(error: unknown, requestId: string, action: string): Answer {
  if (error instanceof AppError) {
    const { code, message, details } = error
    const { retryable = false, fields, data } = details
    return {
      ok: false,
      error: {
        code,
        message,
        retryable,
        ...(fields ? { fields } : {}),
        ...(data === undefined ? {} : { data }),
      },
      requestId,
    }
  }
  console.error(
    JSON.stringify({ requestId, action, error: error instanceof Error ? error.stack : error }),
  )
  const message = '我们这边出了点问题，您填的都还在。过一会儿再试一次，急事打便民服务站电话。'
  return { ok: false, error: { code: 'INTERNAL', message, retryable: true }, requestId }
}

/** The cloud's id of this invocation. */
export function requestIdOf(context: unknown): string {
  const id = (context as { request_id?: unknown } | null)?.request_id
  return typeof id === 'string' ? id : hashId(performance.now(), Math.random())
}

function actionName(event: unknown): string {
  const name = (event as { action?: unknown } | null)?.action
  return typeof name === 'string' ? name.slice(0, 40) : ''
}
