import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Clock } from '../../clock/clock'
import type { Database } from '../../database/interface'
import type { Calls } from '../../functions/call'
import type { PlannedTimer } from '../../timers/timers'
import type { MessageStore } from '../../wechat/message-store'
import { GatewayError } from '../gateway-error'
import { collectionPage } from './collection-page'
import { overviewPage } from './overview-page'

const SHOWN = 50

export interface InspectOptions {
  readonly database: Database
  readonly calls: Calls
  readonly messages: MessageStore
  readonly clock: Clock
  readonly timers: () => readonly PlannedTimer[]
  readonly services: () => readonly { readonly name: string; readonly where?: string }[]
}

/** `/inspect`: what lies in the local cloud and what happened in it, to read in a browser. */
export function addInspectRoutes(app: FastifyInstance, options: InspectOptions): void {
  const { database, calls, messages, clock, timers, services } = options

  app.get('/inspect', async (_request, reply) =>
    send(
      reply,
      overviewPage({
        services: services(),
        now: clock.now(),
        offsetMs: clock.offsetMs,
        collections: database.collections(),
        calls: [...calls.recent(), ...calls.underWay()].reverse().slice(0, SHOWN),
        messages: await messages.newest(SHOWN),
        timers: timers(),
      }),
    ),
  )

  app.get('/inspect/collections/:name', async (request, reply) => {
    const page = await collectionPage(database, (request.params as { name: string }).name)
    if (page === null) throw new GatewayError('NOT_FOUND', '没有这个集合', 404)
    return send(reply, page)
  })
}

/** The browser is told as well that nothing on these pages may run or be fetched. */
function send(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(page)
}
