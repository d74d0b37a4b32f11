import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import type { CallLog } from '../functions/call-log'
import { StartupError } from '../startup-error'
import {
  answerBrokenHttp,
  answerErrors,
  answerExpectation,
  answerWrongAddress,
} from './error-answer'
import { acceptJsonBodies } from './json-body'
import { requireOwnOrigin } from './own-origin'

const BODY_LIMIT = 20 * 1024 * 1024

/** The HTTP server without its routes. */
export async function createServer(log: CallLog): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    // A request without Host is refused by us, in JSON.
    http: { requireHostHeader: false },
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (error, _request, reply) => answerWrongAddress(error, reply),
  })
  app.server.on('checkExpectation', answerExpectation)
  requireOwnOrigin(app)
  answerErrors(app, log)
  acceptJsonBodies(app)
  // latin1 keeps the bytes of form fields that are not text (protobuf of wx.openApi).
  await app.register(multipart, {
    defCharset: 'latin1',
    limits: { fieldSize: BODY_LIMIT, fileSize: BODY_LIMIT },
  } as Parameters<typeof multipart>[1])
  return app
}

/** Listens on this machine only; returns the address. */
export async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return (await app.listen({ port, host: '127.0.0.1' })).replace(/\/$/, '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartupError(
        'portInUse',
        `端口 ${port} 已被占用。先停掉占用它的程序，或者换一个：npm start -- --port ${port + 1}`,
      )
    }
    throw error
  }
}
