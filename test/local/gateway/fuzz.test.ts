import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CloudFixture, TEMPLATE } from '../cloud-fixture'
import type { FuzzRequest } from './arbitrary-requests'
import { request } from './arbitrary-requests'

const RUNS = process.env['FULL'] === '1' ? 10_000 : 1000

const cloud = new CloudFixture()
const CONTROL = { _id: 'control', township: 't', text: '原样' }

const ask = async (action: string, more: object) =>
  (await cloud.post('/admin', { action, collectionName: 'ticks', ...more })).body as unknown as {
    data: { list: string[] }
  }

beforeAll(async () => {
  await cloud.build('echo')
  await cloud.start({ test: false })
  await ask('database.insertDocument', { data: [JSON.stringify(CONTROL)] })
}, 60_000)
afterAll(() => cloud.remove())

/** What is wrong with the answer to a request; null when nothing is. */
async function complaint({ method, path, headers, body }: FuzzRequest): Promise<string | null> {
  const response = await fetch(cloud.url + path, {
    ...{ method, headers, body },
    signal: AbortSignal.timeout(20_000),
  })
  const text = await response.text()
  if (method === 'HEAD') return null
  if (response.status === 200 && !path.startsWith('/admin')) return null
  const answer = JSON.parse(text) as Record<string, unknown>
  if (typeof answer['requestId'] !== 'string') return `no requestId: ${text}`
  if (path === '/admin' && response.status !== 200) return `status ${response.status}: ${text}`
  if (answer['code'] === undefined) return response.status === 200 ? null : `no code: ${text}`
  if (typeof answer['message'] !== 'string') return `no message: ${text}`
  // Our own mistakes are told apart from those of whoever asks.
  return answer['code'] === 'SYS_ERR' ? text : null
}

test(`${RUNS} generated requests: always an answer, never an internal error`, async () => {
  await fc.assert(
    fc.asyncProperty(request, async (it) => {
      expect(await complaint(it)).toBeNull()
    }),
    { seed: 20261117, numRuns: RUNS },
  )
}, 600_000)

test('after it the gateway still answers, and what it had no business with is intact', async () => {
  expect((await cloud.call<{ openid: string }>('echo', {}, 'me')).result.openid).toBe('me')
  const { data } = await ask('database.getDocument', {})
  expect(data.list.map((it) => JSON.parse(it) as unknown)).toEqual([CONTROL])
  const { body } = await cloud.post('/wx/subscribe', {
    openid: 'demo-clerk',
    templates: { [TEMPLATE.id]: 'reject' },
  })
  expect(body.permits).toEqual({ [TEMPLATE.id]: 20 })
})
