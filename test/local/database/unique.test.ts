import { expect, test } from '@jest/globals'
import type { Database } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

async function twoCodes(): Promise<Database> {
  const database = freshDatabase()
  database.ensureIndex('things', {
    name: 'code',
    keys: [
      ['township', 1],
      ['code', 1],
    ],
    unique: true,
  })
  await database.insert('things', [
    { _id: 1, township: 'x', code: 'a' },
    { _id: 2, township: 'x', code: 'b' },
  ])
  return database
}

test('a second document with the same key is refused, in the words of the production driver', async () => {
  const database = await twoCodes()
  await expect(database.insert('things', [{ township: 'x', code: 'a' }])).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message:
      'E11000 duplicate key error collection: things index: code dup key: { township: "x", code: "a" }',
  })
})

test('the same _id is refused as a duplicate in _id_', async () => {
  const database = await twoCodes()
  await expect(database.insert('things', [{ _id: 1 }])).rejects.toThrow(
    'E11000 duplicate key error collection: things index: _id_ dup key: { _id: 1 }',
  )
})

test('of a batch with a duplicate nothing is written', async () => {
  const database = await twoCodes()
  const batch = [
    { township: 'x', code: 'c' },
    { township: 'x', code: 'a' },
  ]
  await expect(database.insert('things', batch)).rejects.toThrow('E11000')
  expect(await database.count('things', {})).toBe(2)
  expect(await database.count('things', { township: 'x', code: 'c' })).toBe(0)
})

test('two documents may swap their values in one batch', async () => {
  const database = await twoCodes()
  database.bulkLoad('things', [
    { _id: 1, township: 'x', code: 'b' },
    { _id: 2, township: 'x', code: 'a' },
  ])
  expect(await database.find('things', { township: 'x', code: 'a' })).toMatchObject([{ _id: 2 }])
})

test('two documents may swap their values in one transaction', async () => {
  const database = await twoCodes()
  const tx = database.begin()
  await database.update('things', { _id: 1 }, { $set: { code: 'free' } }, {}, tx)
  await database.update('things', { _id: 2 }, { $set: { code: 'a' } }, {}, tx)
  await database.update('things', { _id: 1 }, { $set: { code: 'b' } }, {}, tx)
  await database.commit(tx)
  expect(await database.find('things', { township: 'x', code: 'a' })).toMatchObject([{ _id: 2 }])
})

test('a missing field is a value like any other', async () => {
  const database = await twoCodes()
  await database.insert('things', [{ township: 'x' }])
  await expect(database.insert('things', [{ township: 'x', code: null }])).rejects.toThrow('E11000')
})

test('a freed value may be taken again', async () => {
  const database = await twoCodes()
  await database.remove('things', { _id: 1 })
  await expect(database.insert('things', [{ township: 'x', code: 'a' }])).resolves.toHaveLength(1)
})

test('an index that cannot be unique is not built', async () => {
  const database = freshDatabase()
  await database.insert('things', [{ a: 1 }, { a: 1 }])
  const declare = () =>
    database.ensureIndex('things', { name: 'a', keys: [['a', 1]], unique: true })
  expect(declare).toThrow('E11000')
  expect(database.collections()).toMatchObject([{ name: 'things', indexes: [], count: 2 }])
})
