import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { GatewayError } from './gateway-error'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}

/** `/`: the preview when it was built, else a page that says what can be done without it. */
export function addHomePage(
  app: FastifyInstance,
  previewFolder: string | null,
  templates: readonly { readonly id: string; readonly title: string }[],
): void {
  const folder =
    previewFolder !== null && existsSync(join(previewFolder, 'index.html'))
      ? resolve(previewFolder)
      : null

  app.get('/', async (request, reply) => {
    void reply.type('text/html; charset=utf-8')
    return reply.send(
      folder === null ? plainPage(request.host) : createReadStream(join(folder, 'index.html')),
    )
  })

  if (folder === null) return
  // WeChat's dialog names what it asks permission for.
  app.get('/preview/templates.json', async () =>
    Object.fromEntries(templates.map(({ id, title }) => [id, title])),
  )
  app.get('/*', async (request, reply) => {
    const file = resolve(folder, (request.params as { '*': string })['*'])
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      throw new GatewayError('NOT_FOUND', '没有这个页面', 404)
    }
    void reply.type(CONTENT_TYPES[extname(file)] ?? 'application/octet-stream')
    return reply.send(createReadStream(file))
  })
}

function plainPage(host: string): string {
  const call = (openid: string, name: string, data: object): string =>
    `curl -s http://${host}/wx/call -H 'content-type: application/json' \\\n  -d '${JSON.stringify({ openid, name, data })}'`
  const examples = [
    call('demo-villager-1', 'catalog', { action: 'home' }),
    call('demo-villager-1', 'catalog', { action: 'guide', code: 'MZ-05' }),
    `curl -s 'http://${host}/wx/messages?openid=demo-cadre-mz'`,
    `curl -s http://${host}/clock -H 'content-type: application/json' -d '{"advance":"1d"}'`,
  ]
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>便民服务 · 本机云</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:52em;margin:3em auto;padding:0 1em}
pre{background:#f4f4f2;padding:1em;overflow:auto;border-radius:6px}</style>
<h1>后端已经在运行</h1>
<p>这里是本机云：云函数、数据库、定时器和微信消息都在这台电脑上。页面预览没有构建，可以先用命令试：</p>
<p><a href="/inspect">看看里面有什么</a>：集合、调用、消息、定时器、时钟。</p>
${examples.map((example) => `<pre>${example.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`).join('\n')}
</html>
`
}
