import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { Binary, ObjectId } from 'bson'
import { openDatabase } from '../../../local/cloud/database/database'
import { freshDatabase, temporaryFolder } from './temporary-database'

test('everything is there again after reopening: documents, types, collections and indexes', async () => {
  const file = join(temporaryFolder(), 'data.db')
  const doc = {
    _id: new ObjectId('0123456789abcdef01234567'),
    int: 1,
    double: 1.5,
    odd: [-0, NaN, Infinity, 2 ** 53],
    nothing: null,
    at: new Date('2024-11-17T07:30:00.123Z'),
    bytes: new Binary(Buffer.from([0, 1, 255])),
    nested: { list: [{ who: '王', when: new Date(0) }, []], empty: {} },
    pattern: /^a/i,
    text: '新铺乡 "\u0000\u2028',
  }
  const first = openDatabase({ file })
  first.createCollection('things')
  first.ensureIndex('things', { name: 'who', keys: [['nested.list.who', 1]] })
  await first.insert('things', [doc])
  first.close()

  const again = freshDatabase({ file })
  expect(await again.find('things', {})).toEqual([doc])
  expect(again.explain('things', { 'nested.list.who': '王' })).toMatchObject({ index: 'who' })
  expect(await again.count('things', { _id: doc._id })).toBe(1)
  expect(again.collections()).toEqual([
    { name: 'things', count: 1, indexes: [expect.objectContaining({ name: 'who' })] },
  ])
})

test('a multikey index is still multikey after reopening', async () => {
  const file = join(temporaryFolder(), 'data.db')
  const first = openDatabase({ file })
  first.createCollection('things')
  first.ensureIndex('things', { name: 'a', keys: [['a', 1]] })
  await first.insert('things', [{ a: [1, 9] }])
  first.close()
  expect(await freshDatabase({ file }).count('things', { a: { $gt: 5, $lt: 3 } })).toBe(1)
})

test('a second instance on the same data is refused', () => {
  const file = join(temporaryFolder(), 'data.db')
  const first = openDatabase({ file })
  expect(() => openDatabase({ file })).toThrow(
    expect.objectContaining({ code: 'DATA_FILE_IN_USE' }),
  )
  first.close()
  openDatabase({ file }).close()
})

test('a process that is killed leaves no lock behind', async () => {
  const file = join(temporaryFolder(), 'data.db')
  const libsql = createRequire(__filename).resolve('libsql')
  const script = `const db = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(`${file}.lock`)})
    db.exec('BEGIN EXCLUSIVE'); console.log('locked'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  expect(() => openDatabase({ file })).toThrow(
    expect.objectContaining({ code: 'DATA_FILE_IN_USE' }),
  )
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  openDatabase({ file }).close()
})

test('a file that is no database is left alone', () => {
  const file = join(temporaryFolder(), 'data.db')
  writeFileSync(file, '这不是数据库 '.repeat(500))
  expect(() => openDatabase({ file })).toThrow(
    expect.objectContaining({ code: 'DATA_FILE_BROKEN' }),
  )
})

test("another program's database is left alone", () => {
  const file = join(temporaryFolder(), 'data.db')
  const other = freshDatabase({ file: join(temporaryFolder(), 'x.db') })
  expect(other.hasCollection('things')).toBe(true)
  const Libsql = createRequire(__filename)('libsql') as new (path: string) => {
    exec(sql: string): void
    close(): void
  }
  const theirs = new Libsql(file)
  theirs.exec('CREATE TABLE theirs(a)')
  theirs.close()
  expect(() => openDatabase({ file })).toThrow(
    expect.objectContaining({ code: 'DATA_FILE_BROKEN' }),
  )
})

test('a place that cannot be opened says so', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data.db'))
  for (const file of [join(folder, 'data.db'), join(folder, 'missing', 'data.db')]) {
    const open = () => openDatabase({ file })
    expect(open).toThrow(expect.objectContaining({ code: 'DATA_FILE_READONLY' }))
  }
})

test('a collection that was never made is an error, unless that is switched off', async () => {
  await expect(freshDatabase().find('none', {})).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
  expect(await freshDatabase({ strictCollections: false }).find('none', {})).toEqual([])
})

test('a collection cannot be made twice', () => {
  expect(() => freshDatabase().createCollection('things')).toThrow(
    expect.objectContaining({ code: 'DATABASE_COLLECTION_ALREADY_EXIST' }),
  )
})
