import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()
const START = '2026-11-17T01:00:00.000Z'

interface Tick {
  now: { $date: { $numberLong: string } }
  event: Record<string, string>
  openid: string | null
  trigger: string | null
}

const ticks = async (): Promise<Tick[]> => {
  const find = { action: 'database.getDocument', collectionName: 'ticks', query: '{}', limit: 1000 }
  const { body } = await cloud.post('/admin', find)
  return (body as unknown as { data: { list: string[] } }).data.list.map(
    (text) => JSON.parse(text) as Tick,
  )
}
const minutes = (list: Tick[]) =>
  list.map(({ now }) => new Date(Number(now.$date.$numberLong)).toISOString().slice(0, 16)).sort()
const addJob = (id: string, due: string, more: object = {}) =>
  cloud.post('/admin', {
    action: 'database.insertDocument',
    collectionName: 'jobs',
    data: [JSON.stringify({ _id: id, township: 't', nextDueAt: { $date: due }, ...more })],
  })
const move = (body: object) => cloud.post('/clock', body)

beforeAll(async () => {
  await cloud.build('ticker')
  await cloud.start({ now: Date.parse(START) })
}, 60_000)
afterAll(() => cloud.remove())

test('one tick at the start, as the timer and as nobody else', async () => {
  expect(await ticks()).toEqual([
    expect.objectContaining({
      event: {
        Type: 'Timer',
        TriggerName: 'tick',
        Time: expect.stringMatching(/^2026-11-17T01:00/),
      },
      openid: null,
      trigger: 'timer',
    }),
  ])
})

describe('moving the clock', () => {
  test('ticks where something is due, each morning, and at the end', async () => {
    await addJob('a', '2026-11-17T02:30:00Z')
    await addJob('b', '2026-11-17T05:00:00Z')
    await addJob('far', '2027-11-17T05:00:00Z')
    const { body } = await move({ advance: '1d' })
    expect(body).toMatchObject({ stops: 4, now: expect.stringMatching(/^2026-11-18T01:00/) })
    expect(minutes(await ticks()).slice(1)).toEqual([
      '2026-11-17T02:30',
      '2026-11-17T05:00',
      '2026-11-17T23:30',
      '2026-11-18T01:00',
    ])
  }, 20_000)

  test('is not held up by work that stays due', async () => {
    await addJob('stuck', '2026-11-18T02:00:00Z', { stuck: true })
    expect((await move({ now: '2026-11-18T03:00:00Z' })).body).toMatchObject({ stops: 2 })
  })

  test.each([
    [{ now: START }, '时钟只能往前走'],
    [{ now: 'tomorrow' }, 'ISO'],
    [{ advance: 'soon' }, 'advance'],
    [{}, 'advance'],
    [{ advance: '1d', now: '2030-01-01T00:00:00Z' }, 'advance'],
  ])('%j is refused', async (body, message) => {
    const answer = await move(body)
    expect(answer.status).toBe(400)
    expect(answer.body.error?.message).toContain(message)
  })

  test('two at once go one after the other', async () => {
    const before = Date.parse((await cloud.get('/clock')).body.now as unknown as string)
    await Promise.all([move({ advance: '1h' }), move({ advance: '1h' })])
    const after = Date.parse((await cloud.get('/clock')).body.now as unknown as string)
    expect(after - before).toBeGreaterThanOrEqual(2 * 3_600_000)
  })
})

test('by itself it fires when its time comes', async () => {
  await cloud.stop()
  // Shortly before a round five minutes: later than the tick at the start, however slow that is.
  await cloud.start({ timers: true, data: `${cloud.folder}/other`, now: Date.parse(START) - 4000 })
  const deadline = Date.now() + 15_000
  while ((await ticks()).length < 2 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(minutes(await ticks())).toEqual(['2026-11-17T00:59', '2026-11-17T01:00'])
}, 20_000)
