import type { FastifyInstance } from 'fastify'
import { GatewayError } from './gateway-error'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Reads request bodies itself, so that every broken one gets our JSON error instead of the
 * framework's: invalid UTF-8, broken JSON, another content type.
 */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, JSON.parse(utf8.decode(bytes as Buffer)))
    } catch {
      done(new GatewayError('INVALID_JSON', '请求不是合法的 JSON（UTF-8）'))
    }
  })
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(new GatewayError('INVALID_PARAM', '请求的 Content-Type 应为 application/json', 415))
  })
}
