import { expect, test } from '@jest/globals'
import type { Database } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

const LIMIT_MS = 100

async function longTexts(): Promise<Database> {
  const database = freshDatabase({ patternLimitMs: LIMIT_MS })
  const docs = Array.from({ length: 50 }, (_, i) => ({
    _id: i,
    n: 0,
    text: `${'a'.repeat(5000)}b`,
  }))
  await database.insert('things', [...docs, { _id: 'short', n: 0, text: '新铺乡' }])
  return database
}

/** Exponential, polynomial, and slow only over all documents together. */
const HOSTILE = [/(a+)+$/, /^(a|aa)+$/, /(.*a){20}x/, /a*a*a*a*c/, /([a-z]+)*\d/i]

const ways: [string, (database: Database, pattern: RegExp) => Promise<unknown>][] = [
  ['find', (database, text) => database.find('things', { text })],
  [
    'find by $regex',
    (database, { source }) => database.find('things', { text: { $regex: source } }),
  ],
  ['count in a list', (database, text) => database.count('things', { text: { $in: [text] } })],
  [
    'update',
    (database, text) => database.update('things', { text }, { $set: { n: 1 } }, { multi: true }),
  ],
  [
    'remove',
    (database, text) => database.remove('things', { text: { $not: text } }, { multi: true }),
  ],
  [
    'aggregate',
    (database, regex) =>
      database.aggregate('things', [
        { $project: { a: { $regexMatch: { input: '$text', regex } } } },
      ]),
  ],
  [
    'find in a transaction',
    (database, text) => database.find('things', { text }, {}, database.begin()),
  ],
]

test.each(ways)('%s: a hostile pattern is stopped, and nothing is changed', async (_, ask) => {
  const database = await longTexts()
  for (const pattern of HOSTILE) {
    const started = performance.now()
    await expect(ask(database, pattern)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('正则表达式') as unknown,
    })
    // Far more than the limit, far less than for ever: this machine may be busy.
    expect(performance.now() - started).toBeLessThan(LIMIT_MS + 3000)
  }
  expect(await database.count('things', { n: 0 })).toBe(51)
})

test('a $pull by a hostile pattern is stopped too', async () => {
  const database = freshDatabase({ patternLimitMs: LIMIT_MS })
  await database.insert('things', [{ _id: 1, list: ['a'.repeat(50) + 'b'] }])
  const pull = database.update('things', { _id: 1 }, { $pull: { list: /(a+)+$/ } })
  await expect(pull).rejects.toThrow('正则表达式')
})

test('the database goes on as before', async () => {
  const database = await longTexts()
  await expect(database.find('things', { text: /(a+)+$/ })).rejects.toThrow('正则表达式')
  expect(await database.find('things', { text: /^新铺/ })).toMatchObject([{ _id: 'short' }])
  await database.update('things', { text: /乡$/ }, { $set: { n: 5 } })
  expect(await database.count('things', { n: 5 })).toBe(1)
})

test('a pattern that does not parse is refused', async () => {
  await expect(freshDatabase().find('things', { text: { $regex: '(' } })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  })
})
