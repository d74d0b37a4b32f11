import type { FastifyInstance } from 'fastify'
import type { Functions } from '../functions/functions'
import type { Limits } from '../limits'
import type { Wechat } from '../wechat/wechat'
import { asBody, optionalText, requiredText } from './body-fields'
import { GatewayError } from './gateway-error'
import { checkRequestSize } from './payload-size'

/** What WeChat does for a mini-program: call a function as its user, show messages, ask. */
export function addWxRoutes(
  app: FastifyInstance,
  { functions, wechat, limits }: { functions: Functions; wechat: Wechat; limits: Limits },
): void {
  app.post('/wx/call', async (request, reply) => {
    const body = asBody(request.body, 'body')
    const data = body['data'] ?? {}
    checkRequestSize(JSON.stringify(data), limits)
    const answer = await functions.invoke(requiredText(body, 'name'), data, {
      openid: openidOf(body),
      source: 'wx_client',
      tag: optionalText(body, 'tag') ?? null,
    })
    void reply
      .header('x-request-id', answer.call.id)
      .header('x-round-trips', answer.call.roundTrips)
      .type('application/json; charset=utf-8')
    if ('error' in answer) return { error: answer.error }
    return reply.send(`{"result":${answer.json}}`)
  })

  app.get('/wx/messages', async (request) => {
    const openid = openidOf(asBody(request.query, 'query'))
    if (openid === null) throw new GatewayError('INVALID_PARAM', '要有 openid')
    return { messages: await wechat.options.store.messages(openid) }
  })

  app.post('/wx/subscribe', async (request) => {
    const body = asBody(request.body, 'body')
    const openid = openidOf(body)
    if (openid === null) throw new GatewayError('INVALID_PARAM', '要有 openid')
    return { permits: await wechat.subscribe(openid, asBody(body['templates'], 'templates')) }
  })
}

function openidOf(body: Readonly<Record<string, unknown>>): string | null {
  const openid = optionalText(body, 'openid')
  if (openid === undefined) return null
  if (!/^[\w-]{1,64}$/.test(openid)) {
    throw new GatewayError('INVALID_PARAM', 'openid 只能有字母、数字、横线和下划线，最多 64 个')
  }
  return openid
}
