import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Call, Calls } from '../functions/call'
import type { CallLog } from '../functions/call-log'
import type { AdminActions, AdminRequest } from './admin-actions'
import type { Body } from './body-fields'
import { isBody, requiredText } from './body-fields'
import { toErrorAnswer } from './error-answer'
import { GatewayError } from './gateway-error'
import type { Limits } from '../limits'
import { checkAnswerSize } from './payload-size'

export interface AdminRouteOptions {
  readonly actions: AdminActions
  /** `wx.openApi`: protobuf in a form, protobuf back. */
  readonly openApi: (form: Body, call: Call | null) => Promise<Buffer>
  readonly calls: Calls
  readonly limits: Limits
  readonly log: CallLog
}

/** `POST /admin`: the one address the SDK talks to. */
export function addAdminRoute(app: FastifyInstance, options: AdminRouteOptions): void {
  app.post('/admin', async (request, reply) => {
    const requestId = randomUUID()
    const { call: callId } = request.query as { call?: string }
    const call = callId === undefined ? null : options.calls.active(callId)
    try {
      if (request.isMultipart()) {
        const form = await readForm(request)
        record(call, requiredText(form, 'action'))
        void reply.type('application/octet-stream')
        return await options.openApi(form, call)
      }
      const json = JSON.stringify({ requestId, ...(await answer(request.body, call, options)) })
      checkAnswerSize(json, options.limits)
      return reply.type('application/json; charset=utf-8').send(json)
    } catch (error) {
      const { code, message } = toErrorAnswer(error, options.log)
      return reply.type('application/json; charset=utf-8').send({ code, message, requestId })
    }
  })
}

async function answer(body: unknown, call: Call | null, { actions }: AdminRouteOptions) {
  if (!isBody(body)) throw new GatewayError('INVALID_PARAM', 'the request is not a JSON object')
  const action = requiredText(body, 'action')
  const handler = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!handler) throw new GatewayError('INVALID_PARAM', `unknown action: ${action}`)
  const request: AdminRequest = { action, body, call }
  const fault = record(call, action, body['collectionName'])
  if (fault === 'before') throw injected()
  const result = await handler(request)
  if (fault === 'after') throw injected()
  return result
}

/** Counts the request for its call; says whether an ordered fault hits it. */
function record(
  call: Call | null,
  action: string,
  collection?: unknown,
): 'before' | 'after' | null {
  if (!call) return null
  call.requests.push(typeof collection === 'string' ? { action, collection } : { action })
  if (!action.startsWith('database.')) return null
  call.roundTrips += 1
  if (call.fault?.nth !== call.roundTrips) return null
  call.fault.fired = true
  return call.fault.when
}

function injected(): GatewayError {
  return new GatewayError('SYS_ERR', 'injected')
}

/**
 * The form's fields. They are declared as text but may hold protobuf: the parser is set to
 * latin1, which keeps every byte.
 */
async function readForm(request: FastifyRequest): Promise<Body> {
  const fields: Record<string, unknown> = {}
  try {
    for await (const part of request.parts()) {
      const file = part.type === 'file'
      fields[part.fieldname] = file
        ? (await part.toBuffer()).toString('latin1')
        : String(part.value)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new GatewayError('INVALID_PARAM', `malformed form: ${reason}`)
  }
  return fields
}
