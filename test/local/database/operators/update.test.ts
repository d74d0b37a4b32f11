import { describe, expect, test } from '@jest/globals'
import type { Document } from '../../../../local/cloud/database/database'
import { freshDatabase } from '../temporary-database'

type Change = Record<string, unknown>

const NOW = 1_700_000_000_000
const day = new Date('2026-11-17T00:00:00Z')

async function after(doc: Document, change: Change, query: Change = {}): Promise<unknown> {
  const database = freshDatabase({ now: () => NOW })
  await database.insert('things', [{ _id: 1, ...doc }])
  await database.update('things', { _id: 1, ...query }, change)
  const { _id, ...rest } = (await database.find('things', {}))[0]!
  return rest
}

/** What MongoDB makes of a document; the cases of `updates.test.ts` are not repeated. */
const ROWS: [change: Change, before: Document, after: unknown, query?: Change][] = [
  [{ $set: { 'a.b.c': 1 } }, { a: { x: 0 } }, { a: { x: 0, b: { c: 1 } } }],
  [{ $set: { 'a.2': 'x' } }, { a: [1] }, { a: [1, null, 'x'] }],
  [{ $set: { a: null } }, { a: 1 }, { a: null }],
  [{ $unset: { 'a.b': '' } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
  [{ $unset: { 'a.0': 1 } }, { a: [1, 2] }, { a: [null, 2] }],
  [{ $unset: { none: 1 } }, { a: 1 }, { a: 1 }],
  [{ $setOnInsert: { b: 1 } }, { a: 1 }, { a: 1 }],
  [{ $inc: { 'a.n': -2.5 } }, { a: { n: 1 } }, { a: { n: -1.5 } }],
  [{ $inc: { n: 3 } }, {}, { n: 3 }],
  [{ $mul: { n: 3, m: 3 } }, { n: 2 }, { n: 6, m: 0 }],
  [{ $min: { a: 1, b: 5, c: 'x' } }, { a: 2, b: 3 }, { a: 1, b: 3, c: 'x' }],
  [{ $min: { a: 'text' } }, { a: 9 }, { a: 9 }],
  [{ $max: { a: 'text' } }, { a: 9 }, { a: 'text' }],
  [{ $max: { at: day } }, { at: new Date(0) }, { at: day }],
  [{ $rename: { 'a.b': 'c.d' } }, { a: { b: 1 } }, { a: {}, c: { d: 1 } }],
  [{ $rename: { none: 'c' } }, { a: 1 }, { a: 1 }],
  [{ $rename: { a: 'b' } }, { a: 1, b: 2 }, { b: 1 }],
  [{ $currentDate: { 'a.at': { $type: 'date' } } }, {}, { a: { at: new Date(NOW) } }],
  [{ $bit: { n: { and: 6 } } }, { n: 13 }, { n: 4 }],
  [{ $bit: { n: { or: 2 } } }, { n: 13 }, { n: 15 }],
  [{ $bit: { n: { xor: 1 } } }, { n: 13 }, { n: 12 }],
  [{ $bit: { n: { or: 2 } } }, {}, { n: 2 }],
  [{ $push: { a: 1 } }, {}, { a: [1] }],
  [{ $push: { a: [1, 2] } }, { a: [0] }, { a: [0, [1, 2]] }],
  [{ $push: { a: { $each: [] } } }, { a: [1] }, { a: [1] }],
  [{ $push: { a: { $each: [8, 9], $position: -1 } } }, { a: [1, 2] }, { a: [1, 8, 9, 2] }],
  [{ $push: { a: { $each: [0], $position: 0, $slice: 2 } } }, { a: [1, 2] }, { a: [0, 1] }],
  [{ $push: { a: { $each: [1], $slice: 0 } } }, { a: [1] }, { a: [] }],
  [{ $push: { a: { $each: [5, 1], $sort: -1 } } }, { a: [3] }, { a: [5, 3, 1] }],
  [
    { $push: { a: { $each: [{ n: 1, m: 2 }], $sort: { n: 1, m: -1 } } } },
    { a: [{ n: 1, m: 1 }, { n: 0 }, { n: 1, m: 3 }] },
    { a: [{ n: 0 }, { n: 1, m: 3 }, { n: 1, m: 2 }, { n: 1, m: 1 }] },
  ],
  [
    { $push: { a: { $each: [], $sort: { 'x.n': 1 } } } },
    { a: [{ x: { n: 2 } }, { x: { n: 1 } }] },
    { a: [{ x: { n: 1 } }, { x: { n: 2 } }] },
  ],
  [{ $addToSet: { a: 1, b: { x: 1 } } }, { a: [1], b: [{ x: 1 }] }, { a: [1], b: [{ x: 1 }] }],
  [{ $addToSet: { a: [1] } }, { a: [1] }, { a: [1, [1]] }],
  [{ $pull: { a: { $in: [1, 3] } } }, { a: [1, 2, 3] }, { a: [2] }],
  [
    { $pull: { a: { n: { $gt: 1 }, m: 'x' } } },
    {
      a: [
        { n: 2, m: 'x' },
        { n: 2, m: 'y' },
      ],
    },
    { a: [{ n: 2, m: 'y' }] },
  ],
  [{ $pull: { 'a.b': 1 } }, { a: { b: [1, 2] } }, { a: { b: [2] } }],
  [{ $pull: { none: 1 } }, { a: 1 }, { a: 1 }],
  [{ $pullAll: { a: [{ n: 1 }, 2] } }, { a: [{ n: 1 }, 2, 3] }, { a: [3] }],
  [{ $pop: { a: 1 } }, { a: [] }, { a: [] }],
  [{ $set: { 'a.$': 9 } }, { a: [1, 2, 3] }, { a: [1, 9, 3] }, { a: 2 }],
  [
    { $inc: { 'a.$.n': 1 } },
    { a: [{ n: 1 }, { n: 5 }] },
    { a: [{ n: 1 }, { n: 6 }] },
    { 'a.n': { $gt: 4 } },
  ],
  [
    { $set: { 'a.$.n': 0 } },
    {
      a: [
        { n: 1, m: 1 },
        { n: 1, m: 2 },
      ],
    },
    {
      a: [
        { n: 1, m: 1 },
        { n: 0, m: 2 },
      ],
    },
    { a: { $elemMatch: { n: 1, m: 2 } } },
  ],
  [{ $inc: { 'a.$[]': 1 } }, { a: [1, 2] }, { a: [2, 3] }],
  [
    { $push: { 'a.$[].list': 1 } },
    { a: [{ list: [0] }, {}] },
    { a: [{ list: [0, 1] }, { list: [1] }] },
  ],
  [
    { $inc: { 'a.$[].b.$[]': 1 } },
    { a: [{ b: [1] }, { b: [2, 3] }] },
    { a: [{ b: [2] }, { b: [3, 4] }] },
  ],
]

describe('update operators do what MongoDB does', () => {
  test.each(ROWS)('%j on %j', async (change, before, expected, query = {}) => {
    expect(await after(before, change, query)).toEqual(expected)
  })
})

describe('what is refused, by name', () => {
  const cases: [says: string, change: Change, query?: Change][] = [
    ['$frobnicate', { $frobnicate: { a: 1 } }],
    ['$pushAll', { $pushAll: { list: [1] } }],
    ['increment', { $inc: { n: 'x' } }],
    ['$inc', { $inc: { nothing: 1 } }],
    ['$mul', { $mul: { text: 2 } }],
    ['$bit', { $bit: { n: { shift: 1 } } }],
    ['$bit', { $bit: { text: { or: 1 } } }],
    ['$pop', { $pop: { list: 2 } }],
    ['$pop', { $pop: { text: 1 } }],
    ['$pull', { $pull: { text: 1 } }],
    ['$pullAll', { $pullAll: { list: 1 } }],
    ['$addToSet', { $addToSet: { text: 1 } }],
    ['$addToSet', { $addToSet: { list: { $each: 1 } } }],
    ['$each', { $push: { list: { $each: 1 } } }],
    ['$each', { $push: { list: { $slice: 1 } } }],
    ['$frobnicate', { $push: { list: { $each: [1], $frobnicate: 1 } } }],
    ['$slice', { $push: { list: { $each: [1], $slice: 1.5 } } }],
    ['$position', { $push: { list: { $each: [1], $position: 'x' } } }],
    ['$currentDate', { $currentDate: { at: { $type: 'timestamp' } } }],
    ['$rename', { $rename: { n: 1 } }],
    ['$set', { $set: 1 }],
    ['conflict', { $set: { list: [] }, $push: { list: 1 } }],
    ['conflict', { $set: { list: [], 'list.0': 1 } }],
    ['conflict', { $pull: { list: 1 }, $addToSet: { list: 1 } }],
    ['conflict', { $rename: { n: 'm' }, $set: { m: 1 } }],
    ['positional', { $set: { 'list.$': 1 } }],
    ['$[x]', { $set: { 'list.$[x]': 1 } }],
    ['n', { n: 1 }],
  ]
  test.each(cases)('%s: %j', async (says, change, query = {}) => {
    const doc = { text: 'x', n: 1, nothing: null, list: [1] }
    await expect(after(doc, change, query)).rejects.toMatchObject({
      code: expect.stringMatching(/^(DATABASE_REQUEST_FAILED|INVALID_PARAM)$/) as unknown,
      message: expect.stringContaining(says) as unknown,
    })
  })
})
