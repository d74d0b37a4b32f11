import type { FastifyInstance } from 'fastify'
import type { Calls } from '../functions/call'
import type { TickResult } from '../timers/timers'
import type { Wechat, WechatMode } from '../wechat/wechat'
import { WECHAT_MODES } from '../wechat/wechat'
import { asBody, optionalCount, optionalText, requiredText } from './body-fields'
import type { FaultOrder, Faults } from './faults'
import { GatewayError } from './gateway-error'

export interface TestRouteOptions {
  readonly faults: Faults
  readonly calls: Calls
  readonly wechat: Wechat
  readonly tick: () => Promise<TickResult[]>
}

/** Switches for tests, there only with `--test`. */
export function addTestRoutes(app: FastifyInstance, options: TestRouteOptions): void {
  const { faults, calls, wechat, tick } = options

  app.post('/__test/fault', async (request) => {
    const body = asBody(request.body, 'body')
    if (body['clear'] === true) faults.clear()
    else faults.add(faultOrder(body))
    return { ok: true }
  })

  app.get('/__test/trips', () =>
    calls
      .recent()
      .map(({ name, action, openid, tag, roundTrips, requests, ms, result, fault }) => ({
        name,
        action,
        openid,
        tag,
        roundTrips,
        requests,
        ms,
        result,
        fault,
      })),
  )

  app.post('/__test/tick', async () => ({ ticks: await tick() }))

  app.post('/__test/wechat', async (request) => {
    const mode = requiredText(asBody(request.body, 'body'), 'mode') as WechatMode
    if (!WECHAT_MODES.includes(mode)) {
      throw new GatewayError('INVALID_PARAM', `mode 应为 ${WECHAT_MODES.join('、')} 之一`)
    }
    wechat.mode = mode
    return { mode }
  })
}

function faultOrder(body: Readonly<Record<string, unknown>>): FaultOrder {
  const nth = optionalCount(body, 'nth')
  const when = body['when']
  if (!nth || (when !== 'before' && when !== 'after')) {
    throw new GatewayError('INVALID_PARAM', '要有 nth（从 1 起）和 when（before 或 after）')
  }
  return {
    nth,
    when,
    name: optionalText(body, 'name'),
    action: optionalText(body, 'action'),
    openid: optionalText(body, 'openid'),
    callTag: optionalText(body, 'callTag'),
    times: optionalCount(body, 'times'),
  }
}
