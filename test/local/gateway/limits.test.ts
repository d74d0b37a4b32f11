import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { NO_LIMITS, PRODUCTION_LIMITS } from '../../../local/cloud/limits'
import { CloudFixture, TEMPLATE } from '../cloud-fixture'

/** A transaction of 30 s would hold the tests up; nothing else is shortened. */
const LIMITED = { ...PRODUCTION_LIMITS, transactionMs: 300 }

const SLOW = 'exports.main = () => new Promise((done) => setTimeout(done, 1500, "done"))'
const CRONTAB = { triggers: [{ name: 'often', type: 'timer', config: '*/5 * * * *' }] }

const limited = new CloudFixture()
const unlimited = new CloudFixture()

beforeAll(async () => {
  for (const [cloud, limits] of [
    [limited, LIMITED],
    [unlimited, NO_LIMITS],
  ] as const) {
    await cloud.build('echo')
    cloud.write('slow', SLOW, { timeout: 1 })
    await cloud.start({ limits })
    await fill(cloud)
  }
}, 60_000)
afterAll(async () => {
  await limited.remove()
  await unlimited.remove()
})

const ask = async (cloud: CloudFixture, action: string, more: object = {}) =>
  (await cloud.post('/admin', { action, ...more })).body as unknown as {
    code?: string
    data: { list: string[]; responseData: string }
    transactionId: string
  }
const things = { collectionName: 'things' }

/** 1,100 small documents and two of 600 KB. */
async function fill(cloud: CloudFixture) {
  const small = Array.from({ length: 1100 }, (_, i) => JSON.stringify({ _id: `s${i}`, kind: 's' }))
  const large = ['l1', 'l2'].map((_id) =>
    JSON.stringify({ _id, kind: 'l', text: 'x'.repeat(600_000) }),
  )
  for (const data of [small, large])
    await ask(cloud, 'database.insertDocument', { ...things, data })
}

describe('the text handed to a function: 100 KB', () => {
  const sendBytes = async (cloud: CloudFixture, bytes: number) => {
    const text = 'x'.repeat(bytes - '{"text":""}'.length)
    return (await cloud.call('echo', { text })).error?.code
  }

  test('to the byte, and refused before the function runs', async () => {
    expect(await sendBytes(limited, 100 * 1024)).toBeUndefined()
    const trips = async () => (await limited.get('/__test/trips')).body as unknown as unknown[]
    const before = (await trips()).length
    expect(await sendBytes(limited, 100 * 1024 + 1)).toBe('EXCEED_MAX_PAYLOAD_SIZE')
    expect(await trips()).toHaveLength(before)
  })

  test('counted in bytes, not in characters', async () => {
    const { error } = await limited.call('echo', { text: '一'.repeat(40_000) })
    expect(error?.code).toBe('EXCEED_MAX_PAYLOAD_SIZE')
  })

  test('switched off', async () => {
    expect(await sendBytes(unlimited, 3 * 1024 * 1024)).toBeUndefined()
  })
})

describe('an answer: 1 MB', () => {
  const large = { ...things, query: '{"kind":"l"}' }

  test('of the database, of a function, of a function called by a function', async () => {
    expect((await ask(limited, 'database.getDocument', large)).code).toBe('EXCEED_MAX_PAYLOAD_SIZE')
    expect((await limited.call('echo', { action: 'big' })).error?.code).toBe(
      'EXCEED_MAX_PAYLOAD_SIZE',
    )
    const request_data = '{"action":"big"}'
    const nested = { function_name: 'echo', request_data }
    expect((await ask(limited, 'functions.invokeFunction', nested)).code).toBe(
      'EXCEED_MAX_PAYLOAD_SIZE',
    )
  })

  test('the log of calls has the error', async () => {
    await limited.call('echo', { action: 'big' })
    const trips = (await limited.get('/__test/trips')).body as unknown as { result: string }[]
    expect(trips.at(-1)?.result).toBe('EXCEED_MAX_PAYLOAD_SIZE')
  })

  test('switched off', async () => {
    expect((await ask(unlimited, 'database.getDocument', large)).data.list).toHaveLength(2)
    expect((await unlimited.call('echo', { action: 'big' })).error).toBeUndefined()
  })
})

describe('documents of one get: 1,000', () => {
  const many = { ...things, query: '{"kind":"s"}', limit: 5000 }
  const count = async (cloud: CloudFixture, request: object) =>
    (await ask(cloud, 'database.getDocument', request)).data.list.length

  test('more are not given, as the SDK does not ask for more', async () => {
    expect(await count(limited, many)).toBe(1000)
  })

  test('100 when nothing is said, on or off', async () => {
    expect(await count(limited, { ...many, limit: undefined })).toBe(100)
    expect(await count(unlimited, { ...many, limit: undefined })).toBe(100)
  })

  test('switched off', async () => {
    expect(await count(unlimited, many)).toBe(1100)
  })
})

describe('the timeout of a function', () => {
  test('kills it', async () => {
    expect((await limited.call('slow', {})).error).toEqual({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1 seconds',
    })
  })

  test('switched off', async () => {
    expect((await unlimited.call('slow', {})).result).toBe('done')
  })

  test.each([0, 61, '5'])('%j seconds in a config.json', async (timeout) => {
    const cloud = new CloudFixture()
    cloud.write('f', 'exports.main = () => 1', { timeout })
    await expect(cloud.start()).rejects.toThrow('timeout 应为 1 到 60 秒')
    await cloud.remove()
  })
})

describe('a transaction: 30 s', () => {
  const lateCommit = async (cloud: CloudFixture) => {
    const { transactionId } = await ask(cloud, 'database.startTransaction')
    await sleep(500)
    const insert = { ...things, data: ['{"kind":"late"}'], transactionId }
    const inserted = await ask(cloud, 'database.insertDocument', insert)
    const committed = await ask(cloud, 'database.commitTransaction', { transactionId })
    return [inserted.code, committed.code]
  }

  test('is over then', async () => {
    const over = 'DATABASE_TRANSACTION_FAIL'
    expect(await lateCommit(limited)).toEqual([over, over])
  })

  test('switched off', async () => {
    expect(await lateCommit(unlimited)).toEqual([undefined, undefined])
  })

  test('is 30 s in production', () => {
    expect(PRODUCTION_LIMITS.transactionMs).toBe(30_000)
  })
})

describe('a timer: seven fields', () => {
  const startWith = async (limits: typeof NO_LIMITS) => {
    const cloud = new CloudFixture()
    await cloud.build()
    cloud.write('often', 'exports.main = () => 1', CRONTAB)
    try {
      await cloud.start({ limits })
    } finally {
      await cloud.remove()
    }
  }

  test('five are refused at the start', async () => {
    await expect(startWith(LIMITED)).rejects.toThrow('应有 7 个字段')
  })

  test('switched off', async () => {
    await expect(startWith(NO_LIMITS)).resolves.toBeUndefined()
  })
})

describe('a subscribe message: fields and permits', () => {
  const send = async (cloud: CloudFixture, touser: string, thing1: string) => {
    const data = { thing1: { value: thing1 }, time2: { value: '09:00' }, phrase3: { value: '好' } }
    const requestData = JSON.stringify({ touser, template_id: TEMPLATE.id, data })
    const { data: answer } = await ask(cloud, 'wx.api', {
      apiName: 'subscribeMessage.send',
      requestData,
    })
    return (JSON.parse(answer.responseData) as { errcode: number }).errcode
  }
  const tooLong = '一'.repeat(21)

  test('a field too long, and nobody who allowed it', async () => {
    expect(await send(limited, 'demo-clerk', tooLong)).toBe(47003)
    expect(await send(limited, 'stranger', '可以')).toBe(43101)
  })

  test('switched off', async () => {
    expect(await send(unlimited, 'stranger', tooLong)).toBe(0)
    expect((await unlimited.get('/wx/messages?openid=stranger')).body.messages).toHaveLength(1)
  })
})
