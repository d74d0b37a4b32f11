import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()
const START = Date.parse('2026-11-17T01:00:00Z')

interface Echo {
  event: unknown
  context: Record<string, unknown>
  calls: number
  openid: string | null
  source: string
  wxKeys: string
  township: string
  now: number
  nowToo: number
  dates: unknown[]
}

beforeAll(async () => {
  await cloud.build('echo', 'trouble')
  await cloud.start({ now: START, log: { file: join(cloud.folder, 'calls.log') } })
}, 60_000)
afterAll(() => cloud.remove())

describe('what a function sees', () => {
  test('the event as it was sent and the caller whom WeChat vouches for', async () => {
    const { result } = await cloud.call<Echo>('echo', { a: [1, '二'], openid: 'forged' }, 'me')
    expect(result).toMatchObject({
      event: { a: [1, '二'], openid: 'forged' },
      openid: 'me',
      source: 'wx_client',
      township: 't',
      wxKeys: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
      context: { function_name: 'echo', namespace: 'local', time_limit_in_ms: 5000 },
    })
  })

  test('no openid when there is none, whoever called before', async () => {
    for (let i = 0; i < 4; i += 1) {
      await cloud.call('echo', {}, 'somebody')
      const { body } = await cloud.post('/wx/call', { name: 'echo', data: {} })
      expect((body as unknown as { result: Echo }).result.openid).toBeNull()
    }
  })

  test('the clock of the host, in dates of the ordinary kind', async () => {
    const { result } = await cloud.call<Echo>('echo', {})
    expect(result.now - START).toBeLessThan(60_000)
    expect(result.now).toBeGreaterThanOrEqual(START)
    expect(Math.abs(result.nowToo - result.now)).toBeLessThan(1000)
    expect(result.dates).toEqual([true, 2026, 'string'])
  })
})

describe('a function that misbehaves does no harm to others', () => {
  const trouble = async (action: string) => (await cloud.call('trouble', { action })).error

  test('throwing', async () => {
    expect(await trouble('throw')).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'TypeError: as ordered',
    })
  })

  test.each(['never', 'spin'])('%s ending: killed at its timeout', async (action) => {
    const started = performance.now()
    expect(await trouble(action)).toEqual({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1 seconds',
    })
    expect(performance.now() - started).toBeLessThan(8000)
  })

  test('no more workers are left over than there were', async () => {
    const together = await Promise.all(
      Array.from({ length: 6 }, () => cloud.call<string>('trouble', { action: 'fine' })),
    )
    expect(together.map(({ result }) => result)).toEqual(Array(6).fill('fine'))
  })
})

test('a function that answers nothing answers null', async () => {
  expect((await cloud.call('trouble', { action: 'print' })).result).toBeNull()
})

test('each call leaves a line in the log', async () => {
  await cloud.call('trouble', { action: 'fine' }, 'logged-1')
  await cloud.stop()
  const lines = readFileSync(join(cloud.folder, 'calls.log'), 'utf8').split('\n')
  expect(lines.filter((line) => line.includes('logged-1'))).toEqual([
    expect.stringMatching(/^2026-11-17T\S+ [0-9a-f]{32} trouble\.fine logged-1 \d+ms 0 trips ok$/),
  ])
  expect(lines).toContain('  | printed line')
})
