import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPreview } from './build.mjs'

/**
 * A server for work on the preview itself: the built site, and a stand-in for the local cloud
 * that only echoes, or with `--cloud URL` the running one.
 * `node local/preview/serve.mjs [source] [--out DIR] [--port N] [--cloud http://127.0.0.1:5230]`
 */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

const HOUR = 3_600_000
const STEPS = { h: HOUR, d: 24 * HOUR }

/** Serves `folder`; `rebuild` runs before each page, so that a reload shows the latest source. */
export function createPreviewServer(folder, { rebuild = async () => {}, cloud } = {}) {
  const state = { offsetMs: 0, messages: {}, log: [] }
  const clock = () => ({ now: new Date(Date.now() + state.offsetMs), offsetMs: state.offsetMs })

  const routes = {
    'GET /clock': () => clock(),
    'POST /clock': ({ advance, now }) => {
      if (now) state.offsetMs = Date.parse(now) - Date.now()
      else state.offsetMs += parseInt(advance, 10) * STEPS[advance.at(-1)]
      return clock()
    },
    'GET /wx/messages': (_, query) => ({ messages: state.messages[query.get('openid')] ?? [] }),
    'POST /wx/subscribe': () => ({}),
    'POST /wx/call': ({ openid, name, data }) => ({
      result: { ok: true, data: {}, text: `${openid} ${name} ${data?.action}` },
    }),
    // for tests: what was posted, and a message to deliver
    'GET /dev/log': () => state.log,
    'POST /dev/message': ({ openid, ...message }) => {
      state.messages[openid] = [message, ...(state.messages[openid] ?? [])]
      return {}
    },
  }

  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://preview')
    if (cloud && /^\/(clock|wx\/)/.test(pathname)) return forward(cloud, request, response)
    const route = routes[`${request.method} ${pathname}`]
    if (!route) {
      if (/(\/|\.html)$/.test(pathname)) await rebuild()
      return sendFile(folder, pathname, response)
    }
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text ? JSON.parse(text) : {}
    if (request.method === 'POST') state.log.push({ path: pathname, body })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(route(body, searchParams)))
  })
}

async function forward(cloud, request, response) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const answer = await fetch(cloud + request.url, {
    method: request.method,
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
    body: request.method === 'GET' ? undefined : Buffer.concat(chunks),
  })
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function sendFile(folder, pathname, response) {
  const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
    response.statusCode = 404
    return response.end()
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
  return createReadStream(file).pipe(response)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2)
  const option = (name, otherwise) =>
    words.includes(name) ? words[words.indexOf(name) + 1] : otherwise
  const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
  const source = words[0]?.startsWith('--') ? undefined : words[0]
  const out = resolve(option('--out', join(project, 'dist/preview')))
  const rebuild = async () => {
    try {
      const { warnings } = await buildPreview({ source, out, again: true })
      for (const warning of warnings) console.error(warning)
    } catch (error) {
      console.error(error)
    }
  }
  await rebuild()
  const server = createPreviewServer(out, { rebuild, cloud: option('--cloud') })
  server.listen(Number(option('--port', 4173)), '127.0.0.1', () => {
    console.log(`ready http://127.0.0.1:${server.address().port}`)
  })
}
