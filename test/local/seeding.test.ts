import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openDatabase } from '../../local/cloud/database/database'
import type { Database } from '../../local/cloud/database/interface'
import type { Seed } from '../../local/cloud/seeding'
import { applySeed } from '../../local/cloud/seeding'

let database: Database

beforeEach(() => {
  database = openDatabase({ file: ':memory:', sync: 'off' })
  database.createCollection('items')
})
afterEach(() => database.close())

const seed = (version: string, names: Record<string, string>): Seed => ({
  version,
  township: 't',
  collections: { items: Object.entries(names).map(([_id, name]) => ({ _id, name })) },
  templates: [],
  demoStaff: [],
  owned: ['accounts'],
})
const names = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await database.find('items', {}, { order: { _id: 1 } })).map(({ _id, name }) => [
      String(_id),
      name,
    ]),
  )

test('a first start writes everything', async () => {
  expect(await applySeed(database, seed('1', { a: '低保', b: '临时救助' }))).toBe(2)
  expect(await names()).toEqual({ a: '低保', b: '临时救助' })
})

test('the same version has nothing to do', async () => {
  await applySeed(database, seed('1', { a: '低保' }))
  expect(await applySeed(database, seed('1', { a: '别的' }))).toBe(0)
  expect(await names()).toEqual({ a: '低保' })
})

test('a new version changes what nobody has edited, and adds what is new', async () => {
  await applySeed(database, seed('1', { a: '低保', b: '临时救助' }))
  await database.update(
    'items',
    { _id: 'b' },
    { $set: { name: '临时救助（乡里改过）', edited: true } },
  )
  await applySeed(database, seed('2', { a: '最低生活保障', b: '新名', c: '高龄津贴' }))
  expect(await names()).toEqual({ a: '最低生活保障', b: '临时救助（乡里改过）', c: '高龄津贴' })
})

test('more documents than one batch', async () => {
  const many = Object.fromEntries(Array.from({ length: 1234 }, (_, i) => [`k${i}`, `${i}`]))
  expect(await applySeed(database, seed('1', many))).toBe(1234)
  expect(await database.count('items', {})).toBe(1234)
})

test('a new version leaves alone what people own', async () => {
  database.createCollection('accounts')
  const people = (version: string, name: string): Seed => ({
    ...seed(version, {}),
    collections: { accounts: [{ _id: 'p', name }] },
  })
  await applySeed(database, people('1', '示例'))
  await database.update('accounts', { _id: 'p' }, { $set: { name: '自己改的' } })
  await applySeed(database, people('2', '示例二'))
  expect(await database.find('accounts', {})).toEqual([{ _id: 'p', name: '自己改的' }])
})
