import { describe, expect, test } from '@jest/globals'
import type { Database, SlowQuery } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

function ratings(onSlowQuery?: (query: SlowQuery) => void): Database {
  const database = freshDatabase({ onSlowQuery })
  database.ensureIndex('things', { name: 'day', keys: [['day', 1]] })
  database.bulkLoad(
    'things',
    Array.from({ length: 3000 }, (_, i) => ({
      _id: i,
      day: i % 300,
      level: (i % 5) + 1,
      unit: `u${i % 2}`,
    })),
  )
  database.createCollection('units')
  database.bulkLoad('units', [
    { _id: 'u0', name: '民政' },
    { _id: 'u1', name: '社保' },
  ])
  return database
}

test('groups, sums and sorts', async () => {
  const result = await ratings().aggregate('things', [
    { $match: { day: { $lt: 10 } } },
    { $group: { _id: '$level', n: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ])
  expect(result).toEqual([1, 2, 3, 4, 5].map((_id) => ({ _id, n: 20 })))
})

test('a $match at the front uses an index, with $sort and $limit behind it', async () => {
  const slow: SlowQuery[] = []
  const database = ratings((query) => slow.push(query))
  await database.aggregate('things', [{ $match: { day: 7 } }, { $count: 'n' }])
  await database.aggregate('things', [{ $sort: { day: -1 } }, { $limit: 5 }])
  expect(slow).toEqual([])
  await database.aggregate('things', [{ $group: { _id: null, n: { $sum: 1 } } }])
  expect(slow).toHaveLength(1)
})

test('$lookup joins another collection', async () => {
  const result = await ratings().aggregate('things', [
    { $match: { _id: 1 } },
    { $lookup: { from: 'units', localField: 'unit', foreignField: '_id', as: 'unit' } },
  ])
  expect(result).toMatchObject([{ _id: 1, unit: [{ name: '社保' }] }])
})

test('a $lookup that asks for itself uses an index, and gives all of it to each', async () => {
  const slow: SlowQuery[] = []
  const database = ratings((query) => slow.push(query))
  const pipeline = [{ $match: { day: 7 } }, { $facet: { n: [{ $count: 'n' }] } }]
  const result = await database.aggregate('units', [
    { $lookup: { from: 'things', let: {}, pipeline, as: 'seventh' } },
  ])
  const seventh = [{ n: [{ n: 10 }] }]
  expect(result).toEqual([
    { _id: 'u0', name: '民政', seventh },
    { _id: 'u1', name: '社保', seventh },
  ])
  expect(slow).toEqual([])
})

describe('what is refused, by name', () => {
  test.each([
    ['$where', [{ $match: { $where: 'true' } }]],
    ['$function', [{ $project: { a: { $function: { body: '', args: [], lang: 'js' } } } }]],
    ['$accumulator', [{ $group: { _id: null, a: { $accumulator: {} } } }]],
    ['$out', [{ $out: 'units' }]],
    ['$merge', [{ $facet: { a: [{ $merge: { into: 'units' } }] } }]],
    ['$frobnicate', [{ $frobnicate: 1 }]],
    ['$frobnicate', [{ $match: { day: { $frobnicate: 1 } } }]],
    ['$frobnicate', [{ $project: { a: { $frobnicate: 1 } } }]],
  ])('%s in %j', async (operator, stages) => {
    await expect(ratings().aggregate('things', stages)).rejects.toEqual(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(operator),
      }),
    )
  })
})

test('a query with an unknown operator is refused by name, even over no documents', async () => {
  await expect(freshDatabase().find('things', { a: { $frobnicate: 1 } })).rejects.toEqual(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$frobnicate'),
    }),
  )
})

test('a projection picks fields, nested ones too', async () => {
  const database = freshDatabase()
  await database.insert('things', [
    { _id: 1, a: { b: 1, c: 2 }, seats: [{ who: 'x', n: 1 }], d: 3 },
  ])
  const pick = (projection: Record<string, unknown>) => database.find('things', {}, { projection })
  expect(await pick({ 'a.b': 1, 'seats.who': true, _id: 0 })).toEqual([
    { a: { b: 1 }, seats: [{ who: 'x' }] },
  ])
  expect(await pick({ a: 0, seats: false })).toEqual([{ _id: 1, d: 3 }])
})
