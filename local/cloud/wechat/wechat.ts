import { setTimeout as sleep } from 'node:timers/promises'
import { GatewayError } from '../gateway/gateway-error'
import type { SubscribeMessageOptions } from './subscribe-message'
import { sendSubscribeMessage } from './subscribe-message'
import type { WechatResult } from './wechat-result'
import { failed, ok } from './wechat-result'

/** How WeChat behaves; anything but `ok` is set by tests. */
export const WECHAT_MODES = ['ok', 'refuse', 'busy', 'timeout', 'lost', 'fail'] as const
export type WechatMode = (typeof WECHAT_MODES)[number]

type Request = Readonly<Record<string, unknown>>

/** Longer than any function may run: whoever waits gives up first. */
const NEVER_MS = 120_000

/** WeChat's side: the open APIs that functions may call. */
export class Wechat {
  mode: WechatMode = 'ok'
  readonly #apis: Readonly<Record<string, (request: Request) => Promise<WechatResult>>>

  constructor(readonly options: SubscribeMessageOptions) {
    this.#apis = {
      'subscribeMessage.send': (request) => sendSubscribeMessage(request, options),
      'security.msgSecCheck': (request) => Promise.resolve(checkContent(request)),
    }
  }

  /**
   * @param permitted the APIs of the calling function's config.json; null outside of a function
   */
  async call(
    apiName: string,
    request: Request,
    permitted: ReadonlySet<string> | null,
  ): Promise<WechatResult> {
    const api = apiName.replace(/^\/|^openapi\./, '')
    const handler = this.#apis[api]
    if (!handler) return failed(48001, `api unauthorized: ${apiName}`)
    if (permitted && !permitted.has(api)) {
      return failed(-604101, `function has no permission to call this API: ${api}`)
    }
    return this.#inMode(() => handler(request))
  }

  /** Answers to the question a page asks its user (requestSubscribeMessage). */
  async subscribe(openid: string, answers: Readonly<Record<string, unknown>>) {
    const unknown = Object.keys(answers).find(
      (id) => !this.options.templates.some((template) => template.id === id),
    )
    if (unknown !== undefined) {
      throw new GatewayError('INVALID_PARAM', `没有编号为 ${unknown} 的消息模板`)
    }
    const permits: Record<string, number> = {}
    for (const [id, answer] of Object.entries(answers)) {
      permits[id] = await this.options.store.allow(openid, id, answer === 'accept' ? 1 : 0)
    }
    return permits
  }

  async #inMode(send: () => Promise<WechatResult>): Promise<WechatResult> {
    switch (this.mode) {
      case 'ok':
        return send()
      case 'refuse':
        return failed(43101, 'user refuse to accept the msg')
      case 'busy':
        return failed(-1, 'system error')
      case 'fail':
        throw new GatewayError('SYS_ERR', 'WeChat cannot be reached')
      case 'lost':
        // It was delivered, and nobody gets to know.
        await send()
        return this.#neverAnswer()
      case 'timeout':
        return this.#neverAnswer()
    }
  }

  async #neverAnswer(): Promise<WechatResult> {
    await sleep(NEVER_MS, undefined, { ref: false })
    throw new GatewayError('SYS_ERR', 'WeChat did not answer')
  }
}

/** Content check version 2. A text with `[risky]` or `[review]` in it is taken at its word. */
function checkContent(request: Request): WechatResult {
  const content = request['content']
  if (typeof content !== 'string' || content === '' || [...content].length > 2500) {
    return failed(47003, 'argument invalid! content is invalid')
  }
  const suggest = /\[(risky|review)\]/.exec(content)?.[1] ?? 'pass'
  return ok('security.msgSecCheck', {
    result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
    trace_id: 'local',
  })
}
