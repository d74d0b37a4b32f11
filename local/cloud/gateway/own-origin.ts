import type { FastifyInstance } from 'fastify'
import { GatewayError } from './gateway-error'

/**
 * Refuses whoever did not mean this server: a foreign name that resolves to 127.0.0.1 (DNS
 * rebinding), and web pages of other sites. The server listens on loopback only, but browsers do
 * reach that for anybody.
 */
export function requireOwnOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isOwnHost(request.headers.host)) {
      throw new GatewayError('FORBIDDEN_HOST', '只接受发往本机的请求（Host 不对）', 403)
    }
    const { host, origin } = request.headers
    if (origin !== undefined && origin !== `http://${host}`) {
      throw new GatewayError('FORBIDDEN_HOST', '不接受别的网站发来的请求', 403)
    }
  })
}

function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host)
}
