import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()
const log = join(cloud.folder, 'calls.log')
const COUNTING = 'let n = 0; exports.main = () => (n += 1)'
const SLOW = 'exports.main = () => new Promise((done) => setTimeout(done, 1300, "done"))'
const ASKING = `exports.main = async () => 'asked'`

beforeAll(async () => {
  await cloud.build('notify')
  cloud.write('counter', COUNTING)
  cloud.write('slow', SLOW, { timeout: 1 })
  cloud.write('timed', ASKING, { triggers: [timer('0 0 8 * * * *')] })
  await cloud.start({ workers: 1, log: { file: log } })
}, 60_000)
afterAll(() => cloud.remove())

function timer(config: string) {
  return { name: 'tick', type: 'timer', config }
}
const result = async (name: string) => (await cloud.call<unknown>(name, {})).result
const inspect = async () => (await fetch(`${cloud.url}/inspect`)).text()

describe('from the next call on', () => {
  test('a changed bundle is used; an unchanged one stays warm', async () => {
    expect([await result('counter'), await result('counter')]).toEqual([1, 2])
    cloud.write('counter', COUNTING.replace('1', '10'))
    expect([await result('counter'), await result('counter')]).toEqual([10, 20])
  })

  test('a changed timeout holds', async () => {
    expect((await cloud.call('slow', {})).error?.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    cloud.write('slow', SLOW, { timeout: 10 })
    expect(await result('slow')).toBe('done')
  })

  test('a changed permission holds', async () => {
    const forbidden = { action: 'forbidden', message: { touser: 'x' } }
    const code = async () =>
      (await cloud.call<{ errcode: number }>('notify', forbidden)).result.errcode
    expect(await code()).toBe(-604101)
    const config = join(cloud.functionsFolder, 'notify', 'config.json')
    const permissions = { openapi: ['subscribeMessage.send', 'security.msgSecCheck'] }
    writeFileSync(config, JSON.stringify({ timeout: 10, permissions }))
    expect(await code()).toBe(47003)
  })

  test('a config.json that is wrong changes nothing and is told in the log', async () => {
    cloud.write('slow', SLOW, { timeout: 90 })
    expect(await result('slow')).toBe('done')
    expect(readFileSync(log, 'utf8')).toContain('timeout 应为 1 到 60 秒')
    writeFileSync(join(cloud.functionsFolder, 'slow', 'config.json'), '{')
    expect(await result('slow')).toBe('done')
    expect(readFileSync(log, 'utf8')).toContain('不是合法的 JSON')
  })

  test('a new function is there, and one that is taken away is not', async () => {
    expect((await cloud.call('newcomer', {})).error?.code).toBe('FUNCTION_NOT_FOUND')
    cloud.write('newcomer', 'exports.main = () => "hello"')
    expect(await result('newcomer')).toBe('hello')
    rmSync(join(cloud.functionsFolder, 'newcomer'), { recursive: true })
    expect((await cloud.call('newcomer', {})).error?.code).toBe('FUNCTION_NOT_FOUND')
  })
})

test('a changed timer is planned anew, a new one ticks', async () => {
  expect(await inspect()).toContain('08:00:00')
  cloud.write('timed', ASKING, { triggers: [timer('0 30 9 * * * *')] })
  cloud.write('late', ASKING, { triggers: [timer('0 0 10 * * * *')] })
  const { body } = await cloud.post('/__test/tick', {})
  expect(body).toEqual({
    ticks: expect.arrayContaining([
      { name: 'timed', result: 'asked' },
      { name: 'late', result: 'asked' },
    ]),
  })
  const page = await inspect()
  expect([page.includes('08:00:00'), page.includes('09:30:00')]).toEqual([false, true])
})

test.each(['../secret', 'a/b', '.', '', 'x'.repeat(200), '函数', 'toString'])(
  'a name such as %j is no function, and no path',
  async (name) => {
    const { body } = await cloud.post('/wx/call', { openid: 'u', name, data: {} })
    expect(body.error?.code).toBe(name === '' ? 'INVALID_PARAM' : 'FUNCTION_NOT_FOUND')
  },
)
