import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance } from 'fastify'
import { DatabaseError } from '../database/errors'
import type { CallLog } from '../functions/call-log'
import { GatewayError } from './gateway-error'

export interface ErrorAnswer {
  readonly code: string
  readonly message: string
  readonly status: number
}

/** What may be told of an error. Ours says only that it is ours; the log has the rest. */
export function toErrorAnswer(error: unknown, log: CallLog): ErrorAnswer {
  if (error instanceof GatewayError) {
    return { code: error.code, message: error.message, status: error.status }
  }
  if (error instanceof DatabaseError)
    return { code: error.code, message: error.message, status: 400 }
  const { statusCode, message } = error as Partial<FastifyError>
  if (statusCode === 413) {
    return { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: '请求内容太大，请删减后再试', status: 413 }
  }
  if (statusCode !== undefined && statusCode < 500) {
    return { code: 'INVALID_PARAM', message: message ?? 'bad request', status: statusCode }
  }
  log.internalError(error)
  return { code: 'SYS_ERR', message: 'internal error of the local cloud, see its log', status: 500 }
}

/**
 * Errors of all routes. The SDK turns anything but status 200 and JSON into a meaningless error,
 * so `/admin` always answers 200; the others use the status as well.
 */
export function answerErrors(app: FastifyInstance, log: CallLog): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, message, status } = toErrorAnswer(error, log)
    const foreign = code === 'FORBIDDEN_HOST'
    if (request.url.startsWith('/admin') && !foreign) {
      return reply.code(200).send({ code, message, requestId: randomUUID() })
    }
    return reply.code(status).send({ error: { code, message }, code, message })
  })
  app.setNotFoundHandler((request, reply) => {
    const message = `没有这个地址：${request.method} ${request.url.split('?')[0] ?? ''}`
    return reply
      .code(404)
      .send({ error: { code: 'NOT_FOUND', message }, code: 'NOT_FOUND', message })
  })
}
