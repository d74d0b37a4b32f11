import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EJSON } from 'bson'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()
const anError = expect.objectContaining({
  code: expect.any(String),
  message: expect.any(String),
  requestId: expect.any(String),
})

beforeAll(async () => {
  await cloud.build('echo')
  await cloud.start()
}, 60_000)
afterAll(() => cloud.remove())

describe('the gateway answers 200 and JSON, whatever comes', () => {
  const admin = async (body: unknown, headers?: Record<string, string>) => {
    const { status, body: answer } = await cloud.post('/admin', body, headers)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ message: expect.any(String), requestId: expect.any(String) })
    return (answer as unknown as { code: string }).code
  }
  const find = (query: string) => ({
    action: 'database.getDocument',
    collectionName: 'things',
    query,
  })

  test.each([
    ['broken JSON', '{"action":', 'INVALID_JSON'],
    ['no object', '[]', 'INVALID_PARAM'],
    ['no action', {}, 'INVALID_PARAM'],
    ['an unknown action', { action: 'database.drop' }, 'INVALID_PARAM'],
    ['an action of Object.prototype', { action: 'constructor' }, 'INVALID_PARAM'],
    ['no collection', { action: 'database.getDocument' }, 'INVALID_PARAM'],
    ['broken EJSON', find('{"a":'), 'INVALID_PARAM'],
    ['EJSON that is no object', find('[1]'), 'INVALID_PARAM'],
    ['a wrong date', find('{"a":{"$date":"soon"}}'), 'INVALID_PARAM'],
    ['an unknown operator', find('{"a":{"$near":1}}'), 'DATABASE_REQUEST_FAILED'],
    ['a script', find('{"$where":"1"}'), 'DATABASE_REQUEST_FAILED'],
    [
      'a transaction that is over',
      { action: 'database.commitTransaction', transactionId: 'x' },
      'DATABASE_TRANSACTION_FAIL',
    ],
    [
      'an upload outside of the folder',
      { action: 'storage.getUploadMetadata', path: '../../etc/passwd' },
      'INVALID_PARAM',
    ],
  ])('%s', async (_name, body, code) => {
    expect(await admin(body)).toBe(code)
  })

  test('another content type', async () => {
    expect(await admin('hello', { 'content-type': 'text/plain' })).toBe('INVALID_PARAM')
  })

  test('invalid UTF-8', async () => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(await response.json()).toMatchObject({ code: 'INVALID_JSON' })
  })

  test('more than 20 MB', async () => {
    expect(await admin(`"${'x'.repeat(21 << 20)}"`)).toBe('EXCEED_MAX_PAYLOAD_SIZE')
  })

  test('a broken form', async () => {
    const type = 'multipart/form-data; boundary=x'
    expect(await admin('no form at all', { 'content-type': type })).toBe('INVALID_PARAM')
  })
})

describe('documents that are unusual', () => {
  const insert = (document: string) =>
    cloud.post('/admin', {
      action: 'database.insertDocument',
      collectionName: 'things',
      data: [document],
    })
  const read = async (id: string) => {
    const query = JSON.stringify({ _id: id })
    const { body } = await cloud.post('/admin', {
      action: 'database.getDocument',
      collectionName: 'things',
      query,
    })
    const [text] = (body as unknown as { data: { list: string[] } }).data.list
    return EJSON.parse(text ?? 'null') as Record<string, unknown>
  }
  const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)

  test('20 deep', async () => {
    expect((await insert(`{"_id":"deep","a":${nested(20)}}`)).body.code).toBeUndefined()
    expect(JSON.stringify(await read('deep'))).toContain(nested(20))
  })

  test('with 10,000 keys', async () => {
    const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i]))
    expect((await insert(JSON.stringify({ _id: 'wide', ...keys }))).body.code).toBeUndefined()
    expect(await read('wide')).toEqual({ _id: 'wide', ...keys })
  })

  test('20,000 deep is an error, not a crash', async () => {
    const { status, body } = await insert(nested(20_000))
    expect([status, body]).toEqual([200, anError])
  })

  test.each([
    '{"$x":1}',
    '{"a":{"$set":1}}',
    '{"__proto__":{"polluted":1}}',
    '{"a":{"__proto__":1}}',
  ])('%s', async (document) => {
    const { status, body } = await insert(document)
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ requestId: expect.any(String) }),
    ])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('what is hardly HTTP', () => {
  /** Sends the text as it is; status line and body of the answer. */
  const raw = async (text: string): Promise<{ status: number; body: unknown }> => {
    const { hostname, port } = new URL(cloud.url)
    const socket = connect(Number(port), hostname).setEncoding('utf8')
    socket.write(text)
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), body: JSON.parse(body) as unknown }
  }
  const get = (path: string, ...headers: string[]) =>
    ['GET ' + path + ' HTTP/1.1', 'Connection: close', ...headers, '', ''].join('\r\n')

  test.each([
    ['no HTTP at all', 'hello there\r\n\r\n', 400],
    ['no Host', get('/clock'), 403],
    ['an address that cannot be decoded', get('/%zz', 'Host: localhost'), 400],
    ['an expectation', get('/clock', 'Host: localhost', 'Expect: a miracle'), 417],
    ['endless headers', get('/clock', 'Host: localhost', `X: ${'x'.repeat(100_000)}`), 400],
    ['another method', get('/admin', 'Host: localhost'), 404],
    ['a method nobody knows', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ])('%s', async (_name, text, status) => {
    expect(await raw(text)).toEqual({ status, body: anError })
  })
})

describe('only who means this server is let in', () => {
  const rawStatus = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(cloud.url)
      request({ hostname, port, path: '/clock', headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })

  test.each([
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ host: 'localhost:5230' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:5230' }, 403],
    [{ host: 'localhost:1', origin: 'http://localhost:1' }, 200],
  ])('%j gets %i', async (headers, status) => {
    expect(await rawStatus(headers as unknown as Record<string, string>)).toBe(status)
  })
})

describe('/wx/call', () => {
  test('broken JSON', async () => {
    const { status, body } = await cloud.post('/wx/call', '{"name":')
    expect(status).toBe(400)
    expect(body.error).toEqual({ code: 'INVALID_JSON', message: expect.stringContaining('JSON') })
  })

  test('a function that does not exist', async () => {
    expect((await cloud.call('nobody', {})).error?.code).toBe('FUNCTION_NOT_FOUND')
  })

  test('an openid that cannot be one', async () => {
    const { body } = await cloud.post('/wx/call', { openid: '../x', name: 'echo', data: {} })
    expect(body.error?.code).toBe('INVALID_PARAM')
  })
})

test('an address that does not exist is JSON too', async () => {
  const { status, body } = await cloud.get('/nowhere')
  expect(status).toBe(404)
  expect(body.error?.code).toBe('NOT_FOUND')
})

test('without the preview the front page says what can be done', async () => {
  const page = await (await fetch(`${cloud.url}/`)).text()
  expect(page).toContain('后端已经在运行')
  expect(page).toContain(`curl -s ${cloud.url}/wx/call`)
})
