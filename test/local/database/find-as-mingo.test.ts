import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { find } from 'mingo'
import { resolve } from 'mingo/util'
import type { Database, Document, IndexSpec } from '../../../local/cloud/database/database'
import { alternatives, fields, order, query } from './arbitrary'
import { compareBson, compareForSort } from './bson-order'
import { freshDatabase } from './temporary-database'

const INDEXES: IndexSpec[] = [
  {
    name: 'a_b',
    keys: [
      ['a', 1],
      ['b', 1],
    ],
  },
  {
    name: 'a_at',
    keys: [
      ['a', 1],
      ['at', -1],
    ],
  },
  {
    name: 'who',
    keys: [
      ['seats.who', 1],
      ['at', 1],
    ],
  },
  { name: 'b', keys: [['b', 1]] },
  {
    name: 'c_a',
    keys: [
      ['c', -1],
      ['a', 1],
    ],
  },
]

type Order = Record<string, 1 | -1>

function sorted(docs: Document[], order: Order): Document[] {
  return [...docs].sort((x, y) => {
    for (const [field, direction] of Object.entries(order)) {
      const difference = compareForSort(resolve(x, field), resolve(y, field), direction)
      if (difference !== 0) return difference
    }
    return 0
  })
}

function sortValues(docs: Document[], order: Order): string[] {
  const pick = (value: unknown, direction: number) =>
    Array.isArray(value)
      ? [...(value as unknown[])].sort((x, y) => direction * compareBson(x, y))[0]
      : value
  return docs.map((doc) =>
    JSON.stringify(Object.entries(order).map(([f, d]) => pick(resolve(doc, f), d) ?? null)),
  )
}

const ids = (docs: Document[]) => docs.map((doc) => doc._id as number).sort((a, b) => a - b)

type Request = { query: Record<string, unknown>; order: Order; offset: number; limit: number }

/** Asks random collections random questions, and a plain array the same. */
async function compareWithMingo(queries: fc.Arbitrary<Record<string, unknown>>, numRuns: number) {
  const database = freshDatabase()
  const requests = fc.array(
    fc.record({ query: queries, order, offset: fc.nat(3), limit: fc.nat(6) }),
    { minLength: 6, maxLength: 6 },
  )
  let run = 0
  const check = fc.asyncProperty(
    fc.array(fields, { maxLength: 25 }),
    requests,
    fc.boolean(),
    async (list, asked: Request[], indexed) => {
      const name = `run${run++}`
      const docs: Document[] = list.map((doc, i) => ({ _id: i, ...doc }))
      database.createCollection(name)
      if (indexed) for (const index of INDEXES) database.ensureIndex(name, index)
      database.bulkLoad(name, docs)
      for (const request of asked) await compareOne(database, name, docs, request)
    },
  )
  await fc.assert(check, { seed: 20241117, numRuns })
}

async function compareOne(
  database: Database,
  name: string,
  docs: Document[],
  { query, order, offset, limit }: Request,
) {
  const expected = sorted(find<Document>(docs, query).all(), order)
  const all = await database.find(name, query, { order })
  expect(ids(all)).toEqual(ids(expected))
  expect(sortValues(all, order)).toEqual(sortValues(expected, order))
  expect(await database.count(name, query)).toBe(expected.length)

  const page = await database.find(name, query, { order, offset, limit })
  const wanted = expected.slice(offset, offset + limit)
  expect(sortValues(page, order)).toEqual(sortValues(wanted, order))
  expect(ids(expected)).toEqual(expect.arrayContaining(ids(page)))
}

test('with indexes or without, a query finds what it finds in a plain array', async () => {
  await compareWithMingo(query, 200)
}, 30_000)

test('so does a query with alternatives, each of which may have an index', async () => {
  await compareWithMingo(alternatives, 150)
}, 30_000)
