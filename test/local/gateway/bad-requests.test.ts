import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()

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

  test('an answer over 1 MB', async () => {
    const text = JSON.stringify({ township: 't', text: 'x'.repeat(600_000) })
    const insert = {
      action: 'database.insertDocument',
      collectionName: 'things',
      data: [text, text],
    }
    expect((await cloud.post('/admin', insert)).body).toHaveProperty('data.insertedIds')
    expect(await admin(find('{}'))).toBe('EXCEED_MAX_PAYLOAD_SIZE')
  })

  test('generated nonsense', async () => {
    const key = fc.constantFrom('action', 'collectionName', 'query', 'data', 'limit', 'stages')
    const word = fc.constantFrom(
      'database.getDocument',
      'database.modifyDocument',
      'database.insertDocument',
      'database.aggregateDocuments',
      'storage.batchGetDownloadUrl',
      'things',
      '{"$where":1}',
      '{"__proto__":{"a":1}}',
      '{"a":{"$in":3}}',
    )
    const value = fc.oneof(word, fc.jsonValue(), fc.array(word))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), async (body) => {
        const response = await fetch(`${cloud.url}/admin`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        expect(response.status).toBe(200)
        expect(await response.json()).toHaveProperty('requestId')
      }),
      { seed: 20261117, numRuns: 300 },
    )
  }, 30_000)
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
  test('a request of 200 KB is refused before the function runs', async () => {
    const data = { action: 'x', text: '一'.repeat(70_000) }
    const { status, body } = await cloud.post('/wx/call', { openid: 'u', name: 'echo', data })
    expect(status).toBe(413)
    expect(body.error).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
    const trips = (await cloud.get('/__test/trips')).body as unknown as unknown[]
    expect(trips).toHaveLength(0)
  })

  test('99 KB pass', async () => {
    const { error } = await cloud.call('echo', { text: 'x'.repeat(99 * 1024) })
    expect(error).toBeUndefined()
  })

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

  test('an answer over 1 MB', async () => {
    expect((await cloud.call('echo', { action: 'big' })).error?.code).toBe(
      'EXCEED_MAX_PAYLOAD_SIZE',
    )
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
