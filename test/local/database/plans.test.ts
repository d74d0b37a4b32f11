import { describe, expect, test } from '@jest/globals'
import type { Database, Document, SlowQuery } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

type Order = Record<string, 1 | -1>

function casesDatabase(count: number): Database {
  const database = freshDatabase()
  database.createCollection('cases')
  const declare = (name: string, ...keys: [string, 1 | -1][]) =>
    database.ensureIndex('cases', { name, keys: [['township', 1], ...keys] })
  declare('owner', ['ownerId', 1], ['receivedAt', -1])
  declare('inbox', ['open', 1], ['unit', 1], ['urgentAt', 1])
  declare('due', ['nextDueAt', 1])
  declare('who', ['seats.who', 1], ['startAt', 1])
  database.bulkLoad(
    'cases',
    Array.from({ length: count }, (_, i) => ({
      _id: `c${i}`,
      township: 'xinpu',
      ownerId: `o${i % 50}`,
      receivedAt: new Date(i * 1000),
      open: i % 2 === 0,
      unit: `u${i % 4}`,
      urgentAt: new Date((i * 7919) % 100_000),
      nextDueAt: new Date(((i * 31) % count) * 1000),
      startAt: i,
      seats: [{ who: `w${i % 10}` }, { who: `w${(i + 1) % 10}` }],
    })),
  )
  return database
}

describe('which index serves a query', () => {
  const database = () => casesDatabase(1000)
  const township = 'xinpu'

  test('an id is read directly', () => {
    const plan = database().explain('cases', { _id: 'c7', township, open: false })
    expect(plan).toEqual({ index: '_id_', examined: 1, matched: 1 })
  })

  test('several ids are read one by one', () => {
    const plan = database().explain('cases', { _id: { $in: ['c7', 'c8', 'none'] } })
    expect(plan).toEqual({ index: '_id_', examined: 2, matched: 2 })
  })

  test('equality on the leading fields, newest first, stops at the page', () => {
    const page = { order: { receivedAt: -1 as const }, limit: 5 }
    const plan = database().explain('cases', { township, ownerId: 'o3' }, page)
    expect(plan).toEqual({ index: 'owner', examined: 5, matched: 5 })
  })

  test('the same index serves the opposite order, walked backwards', async () => {
    const cases = database()
    const page = { order: { receivedAt: 1 as const }, limit: 3 }
    expect(cases.explain('cases', { township, ownerId: 'o3' }, page).examined).toBe(3)
    const found = await cases.find('cases', { township, ownerId: 'o3' }, page)
    expect(found.map((doc) => doc._id)).toEqual(['c3', 'c53', 'c103'])
  })

  test('a range on the next field examines only what lies in it', () => {
    const query = { township, nextDueAt: { $gte: new Date(10_000), $lt: new Date(20_000) } }
    expect(database().explain('cases', query)).toEqual({ index: 'due', examined: 10, matched: 10 })
  })

  test('an order with _id behind is served but for the ties', () => {
    const page = { order: { urgentAt: 1 as const, _id: 1 as const }, limit: 10 }
    const plan = database().explain('cases', { township, open: true, unit: 'u2' }, page)
    expect(plan.index).toBe('inbox')
    expect(plan.examined).toBeLessThan(15)
  })

  test('a field in an array of sub-documents is indexed for each element', () => {
    const plan = database().explain('cases', { township, 'seats.who': 'w3' })
    expect(plan).toEqual({ index: 'who', examined: 200, matched: 200 })
  })

  test('and keeps its order behind, each document once', () => {
    const page = { order: { startAt: -1 as const }, limit: 4 }
    const plan = database().explain('cases', { township, 'seats.who': 'w3' }, page)
    expect(plan).toEqual({ index: 'who', examined: 4, matched: 4 })
  })

  test('$elemMatch uses the index of its field', () => {
    const plan = database().explain('cases', { township, seats: { $elemMatch: { who: 'w3' } } })
    expect(plan.index).toBe('who')
  })

  test('several values of one field are several places in the index', () => {
    const query = {
      township,
      open: true,
      unit: { $in: ['u0', 'u2'] },
      urgentAt: { $lt: new Date(1) },
    }
    const plan = database().explain('cases', query)
    expect(plan).toMatchObject({ index: 'inbox', examined: plan.matched })
  })

  test('the page after a cursor begins at the cursor', async () => {
    const cases = database()
    const scope = { township, ownerId: 'o3' }
    const page = { order: { receivedAt: -1 as const, _id: 1 as const }, limit: 4 }
    const last = (await cases.find('cases', scope, { ...page, limit: 10 })).at(-1)!
    const at = last.receivedAt
    const after = { $or: [{ receivedAt: { $lt: at } }, { receivedAt: at, _id: { $gt: last._id } }] }
    const plan = cases.explain('cases', { $and: [scope, after] }, page)
    expect(plan).toEqual({ index: 'owner', examined: 6, matched: 4 })
  })

  test('alternatives each use their own index, merged in the order of the page', async () => {
    const cases = database()
    const query = {
      township,
      $or: [
        { ownerId: 'o3', nextDueAt: { $gte: new Date(0) } },
        { open: true, unit: { $in: ['u0', 'u2'] } },
      ],
    }
    expect(cases.explain('cases', query, { limit: 3 }).index).toBe('owner + inbox')
    const inbox = { township, open: true, $or: [{ unit: 'u0' }, { unit: 'u2' }] }
    const page = { order: { urgentAt: 1 as const, _id: 1 as const }, limit: 10 }
    const plan = cases.explain('cases', inbox, page)
    expect(plan.index).toBe('inbox')
    expect(plan.examined).toBeLessThan(20)
    const all = await cases.find('cases', { township, open: true, unit: { $ne: 'u1' } }, page)
    expect(await cases.find('cases', inbox, page)).toEqual(all)
  })

  test('several values of one field are merged in the order of the page', () => {
    const query = { township, open: true, unit: { $in: ['u0', 'u2'] } }
    const plan = database().explain('cases', query, { order: { urgentAt: 1 }, limit: 10 })
    expect(plan).toMatchObject({ index: 'inbox', matched: 10 })
    expect(plan.examined).toBeLessThanOrEqual(12)
  })

  test('without a leading field every document is read', () => {
    const plan = database().explain('cases', { ownerId: 'o3' })
    expect(plan).toEqual({ index: null, examined: 1000, matched: 20 })
  })
})

test('a page by index examines as much in a large collection as in a small one', () => {
  const page = { order: { nextDueAt: 1 as const }, limit: 20 }
  const examined = [500, 5000].map(
    (count) => casesDatabase(count).explain('cases', { township: 'xinpu' }, page).examined,
  )
  expect(examined).toEqual([20, 20])
})

test('a query that reads more than 1,000 documents is reported with the index that would help', async () => {
  const slow: SlowQuery[] = []
  const database = freshDatabase({ onSlowQuery: (query) => slow.push(query) })
  database.bulkLoad(
    'things',
    Array.from({ length: 1200 }, (_, i) => ({ _id: i, kind: i % 3, at: i })),
  )
  await database.find('things', { at: { $gt: 5 }, kind: 1 }, { order: { name: -1 } })
  expect(slow).toHaveLength(1)
  expect(slow[0]).toMatchObject({
    index: null,
    examined: 1200,
    suggestion: ['kind', '-name', 'at'],
  })
})

test('an index declared anew is rebuilt', async () => {
  const database = freshDatabase()
  await database.insert('things', [{ _id: 1, a: 1, b: 2 }])
  database.ensureIndex('things', { name: 'x', keys: [['a', 1]] })
  database.ensureIndex('things', { name: 'x', keys: [['b', 1]] })
  expect(database.explain('things', { a: 1 }).index).toBeNull()
  expect(database.explain('things', { b: 2 })).toEqual({ index: 'x', examined: 1, matched: 1 })
})

test('an index learns that a field is an array when the first array comes', async () => {
  const database = freshDatabase()
  database.ensureIndex('things', { name: 'a', keys: [['a', 1]] })
  await database.insert('things', [{ _id: 1, a: 5 }])
  await database.update('things', { _id: 1 }, { $set: { a: [1, 9] } })
  expect(await database.count('things', { a: { $gt: 5, $lt: 3 } })).toBe(1)
})

test('two arrays cannot stand in one index', async () => {
  const database = freshDatabase()
  database.ensureIndex('things', {
    name: 'ab',
    keys: [
      ['a', 1],
      ['b', 1],
    ],
  })
  await expect(database.insert('things', [{ a: [1], b: [2] }])).rejects.toThrow('parallel arrays')
})

describe('an order that the index only seems to have', () => {
  async function inOrder(docs: Document[], query: Record<string, unknown>, order: Order) {
    const database = freshDatabase()
    database.ensureIndex('things', {
      name: 'a_b',
      keys: [
        ['a', 1],
        ['b', 1],
      ],
    })
    await database.insert('things', docs)
    const plan = database.explain('things', query, { order })
    expect(plan.index).toBe('a_b')
    return (await database.find('things', query, { order })).map((doc) => doc._id)
  }

  test('an array stands at its least element, even one outside the range', async () => {
    const docs = [
      { _id: 'later', a: 4 },
      { _id: 'first', a: [1, 5] },
    ]
    expect(await inOrder(docs, { a: { $gt: 3 } }, { a: 1 })).toEqual(['first', 'later'])
  })

  test('an array that holds the value is not pinned to it', async () => {
    const docs = [
      { _id: 'later', a: 5, b: 1 },
      { _id: 'first', a: [1, 5], b: 2 },
    ]
    expect(await inOrder(docs, { a: 5 }, { a: 1, b: 1 })).toEqual(['first', 'later'])
  })

  test('an alternative whose index has another order spoils the order of all', async () => {
    const database = freshDatabase()
    database.ensureIndex('things', {
      name: 'a_at',
      keys: [
        ['a', 1],
        ['at', 1],
      ],
    })
    database.ensureIndex('things', { name: 'b', keys: [['b', 1]] })
    await database.insert('things', [
      { _id: 'last', b: 2, at: 3 },
      { _id: 'first', b: 2, at: 1 },
      { _id: 'second', a: 1, at: 2 },
    ])
    const query = { $or: [{ a: 1 }, { b: 2 }] }
    const order = { at: 1 as const }
    expect(database.explain('things', query, { order }).index).toBe('a_at + b')
    const found = await database.find('things', query, { order })
    expect(found.map((doc) => doc._id)).toEqual(['first', 'second', 'last'])
  })

  test('several values of one field are several orders', async () => {
    const docs = [
      { _id: 'later', a: 1, b: 2 },
      { _id: 'first', a: 2, b: 1 },
    ]
    expect(await inOrder(docs, { a: { $in: [1, 2] } }, { b: 1 })).toEqual(['first', 'later'])
  })
})
