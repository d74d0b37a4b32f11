import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
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
    const ofSdk = request.url.startsWith('/admin') && code !== 'FORBIDDEN_HOST'
    return reply.code(ofSdk ? 200 : status).send(errorBody(code, message))
  })
  app.setNotFoundHandler((request, reply) => {
    const message = `没有这个地址：${request.method} ${request.url.split('?')[0] ?? ''}`
    return reply.code(404).send(errorBody('NOT_FOUND', message))
  })
}

/** `error` is what the mini-program looks for, the rest what the SDK does. */
function errorBody(code: string, message: string) {
  return { error: { code, message }, code, message, requestId: randomUUID() }
}

/** What is no HTTP at all never becomes a request: the answer is written on the bare connection. */
export function answerBrokenHttp(error: Error, socket: Socket): void {
  if (!socket.writable) return void socket.destroy(error)
  const body = JSON.stringify(errorBody('INVALID_PARAM', '这不是合法的 HTTP 请求'))
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Node answers `Expect: something` by itself, without a body. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(errorBody('INVALID_PARAM', '不支持请求头 Expect'))
  response.writeHead(417, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** An address that cannot be decoded (`/%zz`) never reaches a route. */
export function answerWrongAddress(error: FastifyError, reply: FastifyReply): void {
  void reply.code(error.statusCode ?? 400).send(errorBody('INVALID_PARAM', error.message))
}
