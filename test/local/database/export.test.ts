import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Database, Document, IndexSpec } from '../../../local/cloud/database/database'
import { exportState } from '../../../local/cloud/database/export'
import { importState } from '../../../local/cloud/database/import'
import { bsonValue } from './arbitrary'
import { freshDatabase } from './temporary-database'

async function linesOf(database: Database): Promise<string[]> {
  const lines: string[] = []
  await exportState(database, (line) => void lines.push(line))
  return lines
}

const INDEXES: IndexSpec[] = [
  { name: 'v', keys: [['v', 1]] },
  { name: 'n', keys: [['n', -1]], unique: true },
]

test('what is imported is what was exported: documents, types, order, indexes, reserved collections', async () => {
  const docs = fc.array(bsonValue, { maxLength: 8 })
  const check = fc.asyncProperty(docs, docs, async (things, own) => {
    const before = freshDatabase()
    for (const index of INDEXES) before.ensureIndex('things', index)
    before.createCollection('__own')
    const numbered = (values: unknown[]) =>
      values.map((v, n): Document => ({ _id: `${values.length - n}`, n, v }))
    await before.insert('things', numbered(things))
    await before.insert('__own', numbered(own))
    const lines = await linesOf(before)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)

    const after = freshDatabase()
    expect(await importState(after, lines)).toBe(things.length + own.length)
    expect(await linesOf(after)).toEqual(lines)
    for (const name of ['things', '__own']) {
      expect(await after.find(name, {})).toEqual(await before.find(name, {}))
    }
    expect(after.collections()).toEqual(before.collections())
    before.close()
    after.close()
  })
  await fc.assert(check, { seed: 20261117, numRuns: 60 })
}, 30_000)

test('more than a page of documents goes through', async () => {
  const before = freshDatabase()
  before.bulkLoad(
    'things',
    Array.from({ length: 1234 }, (_, i) => ({ _id: i, n: i })),
  )
  const after = freshDatabase()
  expect(await importState(after, await linesOf(before))).toBe(1234)
  expect(await after.count('things', { n: { $gte: 1000 } })).toBe(234)
})

describe('what cannot be imported says where', () => {
  const head = '{"format":"local-cloud-database","version":1}'
  const things = '{"collection":"fresh","indexes":[]}'
  const cases: [says: string, lines: string[]][] = [
    ['空的', []],
    ['第 1 行', ['{"format":"something else"}']],
    ['第 1 行', [things]],
    ['第 2 行', [head, 'not json']],
    ['第 2 行', [head, '{"document":{"_id":1}}']],
    ['第 2 行', [head, '{"collection":"a$","indexes":[]}']],
    ['第 2 行', [head, '{"collection":"fresh"}']],
    ['第 3 行', [head, things, '{"document":{"n":1}}']],
    ['第 3 行', [head, things, '{"other":1}']],
    ['第 4 行', [head, things, '{"document":{"_id":1}}', '{"document":{"_id":1}}']],
    ['第 3 行', [head, things, '{"document":{"_id":1,"$bad":1}}', '{"document":{"_id":2}}']],
    ['第 3 行', [head, things, '{"collection":"fresh","indexes":[{}]}']],
  ]
  test.each(cases)('%s: %j', async (says, lines) => {
    await expect(importState(freshDatabase(), lines)).rejects.toThrow(says)
  })

  test('a collection that has documents is not imported into', async () => {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 1 }])
    await expect(importState(database, await linesOf(database))).rejects.toThrow('已经有文档')
  })
})
