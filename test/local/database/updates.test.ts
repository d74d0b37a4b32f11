import { describe, expect, test } from '@jest/globals'
import type { Document } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

type Change = Record<string, unknown>

/** What one document becomes. */
async function after(doc: Document, change: Change, query: Change = {}): Promise<unknown> {
  const database = freshDatabase({ now: () => 1_700_000_000_000 })
  await database.insert('things', [{ _id: 1, ...doc }])
  await database.update('things', { _id: 1, ...query }, change)
  const { _id, ...rest } = (await database.find('things', {}))[0]!
  return rest
}

const day = new Date('2024-11-17T00:00:00Z')

describe('update operators', () => {
  const cases: [what: string, doc: Document, change: Change, expected: unknown][] = [
    ['$set makes the way to a nested field', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['$set keeps a date a date', {}, { $set: { at: day } }, { at: day }],
    [
      '$set into an array by position',
      { a: [{ n: 1 }] },
      { $set: { 'a.0.n': 2 } },
      { a: [{ n: 2 }] },
    ],
    ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [
      '$inc and $mul',
      { a: 2, b: 3 },
      { $inc: { a: 5, c: 1 }, $mul: { b: 2 } },
      { a: 7, b: 6, c: 1 },
    ],
    ['$min and $max of dates', { a: day }, { $min: { a: new Date(0) } }, { a: new Date(0) }],
    ['$rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
    [
      '$currentDate is the business clock',
      {},
      { $currentDate: { a: true } },
      { a: new Date(1.7e12) },
    ],
    ['$push of a document', { a: [] }, { $push: { a: { at: day } } }, { a: [{ at: day }] }],
    [
      '$push onto nothing, sorted and cut',
      {},
      { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: -2 } } },
      { a: [2, 3] },
    ],
    [
      '$push of documents, sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } },
      { a: [{ n: 3 }, { n: 2 }] },
    ],
    [
      '$push at a place',
      { a: [1, 3] },
      { $push: { a: { $each: [2], $position: 1 } } },
      { a: [1, 2, 3] },
    ],
    ['$pull by a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by a comparison', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull by fields of an element',
      { a: [{ id: 'x', n: 1 }, { id: 'y', n: 2 }, 'x'] },
      { $pull: { a: { id: 'x' } } },
      { a: [{ id: 'y', n: 2 }, 'x'] },
    ],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      '$pop from either end',
      { a: [1, 2], b: [1, 2] },
      { $pop: { a: 1, b: -1 } },
      { a: [1], b: [2] },
    ],
    ['$addToSet', { a: [1, 1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 1, 2] }],
  ]
  test.each(cases)('%s', async (_, doc, change, expected) => {
    expect(await after(doc, change)).toEqual(expected)
  })

  test('$ is the element that the query matched, in several paths of one change', async () => {
    const seats = [{ who: 'a' }, { who: 'b' }]
    const change = { $set: { 'seats.$.state': 'here', 'seats.$.at': day } }
    expect(await after({ seats }, change, { 'seats.who': 'b' })).toEqual({
      seats: [{ who: 'a' }, { who: 'b', state: 'here', at: day }],
    })
  })

  test('$[] is every element', async () => {
    expect(await after({ a: [{}, {}] }, { $set: { 'a.$[].n': 1 } })).toEqual({
      a: [{ n: 1 }, { n: 1 }],
    })
  })
})

describe('changes that MongoDB refuses', () => {
  const cases: [change: Change, message: string][] = [
    [{ $inc: { text: 1 } }, 'Cannot apply $inc'],
    [{ $push: { text: 1 } }, 'Cannot apply $push'],
    [{ $set: { 'text.deep': 1 } }, "Cannot create field 'deep'"],
    [{ $set: { 'nothing.deep': 1 } }, "Cannot create field 'deep'"],
    [{ $set: { 'list.field': 1 } }, "Cannot create field 'field'"],
    [{ $set: { _id: 2 } }, '_id'],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, 'conflict'],
    [{ $frobnicate: { a: 1 } }, '$frobnicate'],
    [{ $set: { a: { $bad: 1 } } }, '$bad'],
  ]
  test.each(cases)('%j', async (change, message) => {
    await expect(after({ text: 'x', nothing: null, list: [] }, change)).rejects.toThrow(message)
  })
})

describe('how many were updated', () => {
  test('a document that stays as it is does not count', async () => {
    const database = freshDatabase()
    await database.insert('things', [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ])
    const all = { multi: true }
    expect((await database.update('things', {}, { $set: { a: 1 } }, all)).updated).toBe(1)
    expect((await database.update('things', {}, { $max: { a: 1 } }, all)).updated).toBe(0)
  })

  test('without multi only the first that matches is changed', async () => {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 1 }, { _id: 2 }])
    expect((await database.update('things', {}, { $set: { a: 1 } })).updated).toBe(1)
    expect(await database.count('things', { a: 1 })).toBe(1)
  })

  test('updateAndReturn gives the document as it is afterwards', async () => {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 1, n: 1 }])
    const changed = await database.updateAndReturn('things', { n: 1 }, { $inc: { n: 1 } })
    expect(changed).toEqual({ updated: 1, doc: { _id: 1, n: 2 } })
    const none = await database.updateAndReturn('things', { n: 1 }, { $inc: { n: 1 } })
    expect(none).toEqual({ updated: 0, doc: null })
  })
})

describe('upsert', () => {
  test('begins with what the query pins, and knows that it is new', async () => {
    const database = freshDatabase()
    const change = { $inc: { n: 1 }, $setOnInsert: { made: true } }
    const first = await database.update('things', { _id: 'x', kind: 'k' }, change, { upsert: true })
    const again = await database.update('things', { _id: 'x', kind: 'k' }, change, { upsert: true })
    expect([first, again]).toEqual([
      { updated: 0, upsertId: 'x' },
      { updated: 1, upsertId: null },
    ])
    expect(await database.find('things', {})).toEqual([{ _id: 'x', kind: 'k', n: 2, made: true }])
  })

  test('a replacement leaves nothing of the old document', async () => {
    const database = freshDatabase()
    const replace = { merge: false, upsert: true }
    await database.update('things', { _id: 'x' }, { a: 1 }, replace)
    await database.update('things', { _id: 'x' }, { b: 2 }, replace)
    expect(await database.find('things', {})).toEqual([{ _id: 'x', b: 2 }])
  })
})

describe('an update is a compare-and-set', () => {
  test('of 200 callers at once, only as many pass a guard as it has room for', async () => {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 'slot', remaining: 10, seats: [] }])
    const book = (who: string) =>
      database.update(
        'things',
        { _id: 'slot', remaining: { $gt: 0 }, 'seats.who': { $ne: who } },
        { $inc: { remaining: -1 }, $push: { seats: { who } } },
      )
    const results = await Promise.all(Array.from({ length: 200 }, (_, i) => book(`v${i % 100}`)))
    expect(results.filter(({ updated }) => updated === 1)).toHaveLength(10)
    const [slot] = await database.find('things', {})
    expect(slot!.remaining).toBe(0)
    expect(new Set((slot!.seats as { who: string }[]).map(({ who }) => who)).size).toBe(10)
  })

  test('200 increments at once all count', async () => {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 1, v: 0 }])
    const increment = () => database.update('things', { _id: 1 }, { $inc: { v: 1 } })
    await Promise.all(Array.from({ length: 200 }, increment))
    expect(await database.find('things', {})).toEqual([{ _id: 1, v: 200 }])
  })
})
