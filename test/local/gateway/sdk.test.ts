import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

/** The real @cloudbase/node-sdk in real functions against the gateway. */
const cloud = new CloudFixture()
const shelf = async (action: string, id = 'one') =>
  (await cloud.call<Record<string, unknown>>('shelf', { action, id })).result

beforeAll(async () => {
  await cloud.build('shelf', 'echo')
  await cloud.start()
}, 60_000)
afterAll(() => cloud.remove())

describe('the database through the SDK', () => {
  test('a document goes in and comes out', async () => {
    expect(await shelf('add')).toMatchObject({ id: 'one' })
    expect(await shelf('read')).toMatchObject({ data: [{ _id: 'one', size: 1 }] })
  })

  test('the same id twice is E11000', async () => {
    const { error } = await cloud.call('shelf', { action: 'add', id: 'one' })
    expect(error?.message).toContain('E11000')
  })

  test('a condition, an order and a limit', async () => {
    await shelf('add', 'two')
    await shelf('add', 'zero')
    const { data } = (await shelf('where')) as { data: { _id: string }[] }
    expect(data.map(({ _id }) => _id)).toEqual(['one', 'two'])
  })

  test('an update by operators', async () => {
    expect(await shelf('grow')).toMatchObject({ updated: 1 })
    expect(await shelf('growAndTell')).toMatchObject({
      updated: 1,
      doc: { size: 3, deep: { down: true } },
    })
  })

  test('a replacement that makes the document when it is not there', async () => {
    expect(await shelf('replace', 'new')).toMatchObject({ upsertedId: 'new' })
    expect(await shelf('replace', 'zero')).toMatchObject({ updated: 1 })
  })

  test('counting and adding up', async () => {
    expect(await shelf('count')).toMatchObject({ total: 4 })
    expect(await shelf('total')).toMatchObject({ data: [{ total: 204 }] })
  })

  test('a transaction', async () => {
    expect(await shelf('move')).toBe(3)
    expect(await shelf('read')).toMatchObject({ data: [{ size: 13 }] })
  })

  test('removal', async () => {
    expect(await shelf('remove')).toMatchObject({ deleted: 1 })
    expect(await shelf('read')).toMatchObject({ data: [] })
  })

  test('a collection nobody declared', async () => {
    expect(await shelf('missing')).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })

  test("the local cloud's own collections are not there for functions", async () => {
    expect(await shelf('reserved')).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})

describe('a function calls another', () => {
  test('on behalf of the same person', async () => {
    const { result } = await cloud.call<{ result: { openid: string; source: string } }>('echo', {
      action: 'callOther',
    })
    expect(result.result).toMatchObject({ openid: 'user-1', source: 'wx_client,scf' })
  })

  test('also when as many do so as there are workers', async () => {
    const calls = Array.from({ length: 6 }, () => cloud.call('echo', { action: 'callOther' }))
    for (const answer of await Promise.all(calls)) expect(answer.error).toBeUndefined()
  }, 20_000)

  test('one that does not exist is an error', async () => {
    const { error } = await cloud.call('echo', { action: 'callOther', name: 'nobody' })
    expect(error?.message).toContain('nobody')
  })
})

describe('round trips', () => {
  test('are counted per call and told in a header', async () => {
    const { headers } = await cloud.post('/wx/call', {
      openid: 'user-2',
      name: 'shelf',
      data: { action: 'thrice', id: 'counted' },
      tag: 'mine',
    })
    expect(headers.get('x-round-trips')).toBe('3')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
    const trips = (await cloud.get('/__test/trips')).body as unknown as { tag: string }[]
    expect(trips.find(({ tag }) => tag === 'mine')).toMatchObject({
      name: 'shelf',
      action: 'thrice',
      openid: 'user-2',
      roundTrips: 3,
      requests: Array.from({ length: 3 }, () => ({
        action: 'database.insertDocument',
        collection: 'things',
      })),
    })
  })
})

describe('an ordered fault', () => {
  const thrice = async (id: string, openid = 'user-1') =>
    (await cloud.call<string[]>('shelf', { action: 'thrice', id }, openid)).result
  const stored = async (id: string) =>
    ((await shelf('read', id)) as { data: unknown[] }).data.length

  test('before: the request is not carried out', async () => {
    await cloud.post('/__test/fault', { nth: 2, when: 'before', action: 'thrice' })
    expect(await thrice('f1')).toEqual(['ok', expect.stringContaining('injected'), 'ok'])
    expect([await stored('f1-a'), await stored('f1-b')]).toEqual([1, 0])
  })

  test('after: it is carried out and the answer is lost', async () => {
    await cloud.post('/__test/fault', { nth: 2, when: 'after', action: 'thrice' })
    expect(await thrice('f2')).toEqual(['ok', expect.stringContaining('injected'), 'ok'])
    expect(await stored('f2-b')).toBe(1)
  })

  test('waits for the person it is meant for', async () => {
    await cloud.post('/__test/fault', { nth: 1, when: 'before', openid: 'unlucky' })
    expect(await thrice('f3', 'lucky')).toEqual(['ok', 'ok', 'ok'])
    expect((await thrice('f4', 'unlucky'))[0]).toContain('injected')
    expect(await thrice('f5', 'unlucky')).toEqual(['ok', 'ok', 'ok'])
  })

  test('can be taken back', async () => {
    await cloud.post('/__test/fault', { nth: 1, when: 'before', times: 9 })
    await cloud.post('/__test/fault', { clear: true })
    expect(await thrice('f6')).toEqual(['ok', 'ok', 'ok'])
  })

  test('tells whether it came to pass', async () => {
    await cloud.post('/__test/fault', { nth: 9, when: 'before' })
    await thrice('f7')
    const trips = (await cloud.get('/__test/trips')).body as unknown as { fault: unknown }[]
    expect(trips.at(-1)?.fault).toEqual({ nth: 9, when: 'before', fired: false })
  })
})
