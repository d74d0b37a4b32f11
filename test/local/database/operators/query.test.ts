import { describe, expect, test } from '@jest/globals'
import { Binary, Decimal128, ObjectId } from 'bson'
import type { Document } from '../../../../local/cloud/database/database'
import { freshDatabase } from '../temporary-database'

type Query = Record<string, unknown>

const day = new Date('2026-11-17T00:00:00Z')
const id = new ObjectId('0123456789abcdef01234567')

/** Each with its position as `_id`, its value in `a` (missing when `undefined`). */
const VALUES: unknown[] = [
  undefined, // 0
  null, // 1
  1, // 2
  2.5, // 3
  -7, // 4
  'abc', // 5
  'ABC', // 6
  true, // 7
  day, // 8
  [1, 2, 3], // 9
  [], // 10
  { b: 1, c: 'x' }, // 11
  [
    { b: 1, c: 'x' },
    { b: 5, c: 'y' },
  ], // 12
  ['abc', 'xyz'], // 13
  id, // 14
  'zzz', // 15
  2 ** 40, // 16
  [null], // 17
]

async function idsOf(values: unknown[], query: Query): Promise<unknown[]> {
  const database = freshDatabase()
  const docs = values.map((a, _id): Document => (a === undefined ? { _id } : { _id, a }))
  await database.insert('things', docs)
  return (await database.find('things', query, { order: { _id: 1 } })).map((doc) => doc._id)
}

const allBut = (...ids: number[]) => VALUES.map((_, i) => i).filter((i) => !ids.includes(i))

/** What MongoDB finds. */
const ROWS: [query: Query, ids: number[]][] = [
  [{ a: 1 }, [2, 9]],
  [{ a: { $eq: 'abc' } }, [5, 13]],
  [{ a: { $eq: null } }, [0, 1, 17]],
  [{ a: { $eq: [1, 2, 3] } }, [9]],
  [{ a: { $eq: [1, 2] } }, []],
  [{ a: { $eq: { b: 1, c: 'x' } } }, [11, 12]],
  [{ a: { $ne: 1 } }, allBut(2, 9)],
  [{ a: { $ne: null } }, allBut(0, 1, 17)],
  [{ a: { $gt: 2 } }, [3, 9, 16]],
  [{ a: { $gte: 2.5 } }, [3, 9, 16]],
  [{ a: { $lt: 1 } }, [4]],
  [{ a: { $lte: 1 } }, [2, 4, 9]],
  [{ a: { $gt: 'ABC' } }, [5, 13, 15]],
  [{ a: { $lte: day } }, [8]],
  [{ a: { $gte: null } }, [0, 1, 17]],
  [{ a: { $gt: 2, $lt: 2 } }, [9]],
  [{ a: { $in: [1, 'xyz'] } }, [2, 9, 13]],
  [{ a: { $in: [null] } }, [0, 1, 17]],
  [{ a: { $in: [/^ab/, true] } }, [5, 7, 13]],
  [{ a: { $in: [] } }, []],
  [{ a: { $nin: [1, null] } }, allBut(0, 1, 2, 9, 17)],
  [{ $and: [{ a: { $gt: 0 } }, { a: { $lt: 2 } }] }, [2, 9]],
  [{ $or: [{ a: -7 }, { a: true }] }, [4, 7]],
  [{ $nor: [{ a: { $exists: true } }, { a: 1 }] }, [0]],
  [{ a: { $not: { $gt: 0 } } }, allBut(2, 3, 9, 16)],
  [{ a: { $not: /abc/i } }, allBut(5, 6, 13)],
  [{ a: { $exists: false } }, [0]],
  [{ a: { $exists: true } }, allBut(0)],
  [{ 'a.b': { $exists: true } }, [11, 12]],
  [{ a: { $type: 'number' } }, [2, 3, 4, 9, 16]],
  [{ a: { $type: 'int' } }, [2, 4, 9]],
  [{ a: { $type: ['double', 'long'] } }, [3, 16]],
  [{ a: { $type: 2 } }, [5, 6, 13, 15]],
  [{ a: { $type: 'array' } }, [9, 10, 12, 13, 17]],
  [{ a: { $type: 'object' } }, [11, 12]],
  [{ a: { $type: ['bool', 'date'] } }, [7, 8]],
  [{ a: { $type: 'null' } }, [1, 17]],
  [{ a: { $type: 'objectId' } }, [14]],
  [{ $expr: { $gt: ['$a', 2] } }, [3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]],
  [{ a: { $mod: [2, 0] } }, [3, 9, 16]],
  [{ a: { $mod: [4, -3] } }, [4]],
  [{ a: /b/ }, [5, 13]],
  [{ a: { $regex: '^AB', $options: 'i' } }, [5, 6, 13]],
  [{ a: { $regex: /c$/, $ne: 'abc' } }, []],
  [{ a: { $all: [1, 3] } }, [9]],
  [{ a: { $all: [1] } }, [2, 9]],
  [{ a: { $all: [/^a/, 'xyz'] } }, [13]],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { c: 'y' } }] } }, [12]],
  [{ a: { $all: [] } }, []],
  [{ a: { $size: 2 } }, [12, 13]],
  [{ a: { $size: 0 } }, [10]],
  [{ a: { $elemMatch: { b: 1, c: 'x' } } }, [12]],
  [{ a: { $elemMatch: { b: 1, c: 'y' } } }, []],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, [9]],
  [{ a: { $elemMatch: { $in: ['xyz'] } } }, [13]],
  [{ a: { $elemMatch: { $elemMatch: { $gt: 2 } } } }, []],
  [{ 'a.b': 1 }, [11, 12]],
  [{ 'a.b': 1, 'a.c': 'y' }, [12]],
  [{ 'a.0': 1 }, [9]],
  [{ 'a.1.c': 'y' }, [12]],
  [{ a: { $bitsAllSet: 3 } }, [9]],
  [{ a: { $bitsAllSet: [0] } }, [2, 4, 9]],
  [{ a: { $bitsAnySet: 6 } }, [9]],
  [{ a: { $bitsAllClear: [1, 2] } }, [2, 4, 9, 16]],
  [{ a: { $bitsAnyClear: 1 } }, [9, 16]],
]

describe('query operators find what MongoDB finds', () => {
  test.each(ROWS.map(([query, ids]) => [query, ids] as const))('%j', async (query, ids) => {
    expect(await idsOf(VALUES, query)).toEqual(ids)
  })

  test('a list in a list is one value', async () => {
    const lists = [
      [[1, 2], [3]],
      [1, 2],
    ]
    expect(await idsOf(lists, { a: { $eq: [1, 2] } })).toEqual([0, 1])
    expect(await idsOf(lists, { a: { $elemMatch: { $elemMatch: { $gt: 2 } } } })).toEqual([0])
    expect(await idsOf(lists, { a: 1 })).toEqual([1])
    expect(await idsOf(lists, { 'a.0': 1 })).toEqual([0, 1])
  })

  test('rarer types have their own names', async () => {
    const values = [new Binary(Buffer.from('x')), Decimal128.fromString('1.5'), /x/]
    const of = (type: string) => idsOf(values, { a: { $type: type } })
    expect(await of('binData')).toEqual([0])
    expect(await of('decimal')).toEqual([1])
    expect(await of('regex')).toEqual([2])
  })
})

describe('what is refused, by name', () => {
  const cases: [operator: string, query: Query][] = [
    ['$where', { $where: 'true' }],
    ['$text', { $text: { $search: 'x' } }],
    ['$jsonSchema', { $jsonSchema: { required: ['a'] } }],
    ['$near', { a: { $near: [1, 2] } }],
    ['$nearSphere', { a: { $nearSphere: [1, 2] } }],
    ['$geoWithin', { a: { $geoWithin: {} } }],
    ['$geoIntersects', { a: { $geoIntersects: {} } }],
    ['$frobnicate', { a: { $frobnicate: 1 } }],
    ['$frobnicate', { $frobnicate: [] }],
    ['$type', { a: { $type: 'nothing' } }],
    ['$mod', { a: { $mod: [0, 1] } }],
    ['$mod', { a: { $mod: 2 } }],
    ['$in', { a: { $in: 1 } }],
    ['$nin', { a: { $nin: 1 } }],
    ['$all', { a: { $all: 1 } }],
    ['$size', { a: { $size: 'x' } }],
    ['$elemMatch', { a: { $elemMatch: 1 } }],
    ['$and', { $and: {} }],
    ['$or', { $or: [] }],
    ['$nor', { $nor: 1 }],
  ]
  test.each(cases)('%s in %j', async (operator, query) => {
    await expect(idsOf(VALUES, query)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(operator) as unknown,
    })
  })
})
