import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Database } from '../../../local/cloud/database/database'
import { Connection } from '../../../local/cloud/database/connection'
import { GroupCommit } from '../../../local/cloud/database/group-commit'
import { freshDatabase, temporaryFolder } from './temporary-database'

interface Reader {
  prepare(sql: string): { raw(): { get(values: unknown[]): [number] } }
  close(): void
}

/** A second look at the file, as another program would have it. */
function onDisk(file: string): number {
  const Libsql = createRequire(__filename)('libsql') as new (path: string) => Reader
  const reader = new Libsql(file)
  const [count] = reader.prepare('SELECT count(*) FROM docs_1').raw().get([])
  reader.close()
  return count
}

function unique(options = {}): Database {
  const database = freshDatabase({ sync: 'full', ...options })
  database.ensureIndex('things', { name: 'code', keys: [['code', 1]], unique: true })
  return database
}

test('of requests that arrive together, a refused one takes none of the others with it', async () => {
  const database = unique()
  const results = await Promise.allSettled([
    database.insert('things', [{ _id: 1, code: 'a' }]),
    database.insert('things', [
      { _id: 2, code: 'b' },
      { _id: 3, code: 'a' },
    ]),
    database.insert('things', [{ _id: 4, code: 'b' }]),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await database.find('things', {})).map((doc) => doc._id)).toEqual([1, 4])
})

test('a write is answered when it is on disk, and so is what read it', async () => {
  const file = join(temporaryFolder(), 'data.db')
  const database = unique({ file })
  const seen: number[] = []
  const look = () => seen.push(onDisk(file))
  const written = database.insert('things', [{ code: 'a' }]).then(look)
  const read = database.find('things', {}).then(look)
  const guarded = database.update('things', { code: 'b' }, { $set: { n: 1 } }).then(look)
  look()
  await Promise.all([written, read, guarded])
  expect(seen).toEqual([0, 1, 1, 1])
})

test('a snapshot holds what was written just before it', async () => {
  const database = unique()
  const write = database.insert('things', [{ _id: 1, code: 'a' }])
  const tx = database.begin()
  const update = database.update('things', { _id: 1 }, { $set: { n: 1 } }, {}, tx)
  await Promise.all([write, update])
  await database.commit(tx)
  expect(await database.find('things', {})).toEqual([{ _id: 1, code: 'a', n: 1 }])
})

test('an index that a refused write would have made multikey is not', async () => {
  const database = unique()
  await database.insert('things', [{ code: 'a' }])
  await expect(database.insert('things', [{ code: ['a', 'b'] }])).rejects.toThrow('E11000')
  const sorted = { order: { code: 1 as const }, limit: 1 }
  expect(database.explain('things', {}, sorted)).toMatchObject({ index: 'code', examined: 1 })
})

test('when the disk refuses the commit, everybody in the group is told and nothing is kept', async () => {
  class FullDisk extends Connection {
    override run(sql: string, ...values: (string | number | Buffer | null)[]): number {
      if (sql === 'COMMIT') throw new Error('disk is full')
      return super.run(sql, ...values)
    }
  }
  const disk = new FullDisk(join(temporaryFolder(), 'data.db'))
  disk.exec('CREATE TABLE notes(text)')
  let undone = 0
  const group = new GroupCommit(disk, () => undone++)
  const write = () => group.write(() => disk.run("INSERT INTO notes VALUES('x')"))
  const results = await Promise.allSettled([write(), write(), group.settled()])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(undone).toBe(1)
  expect(disk.row('SELECT count(*) FROM notes')).toEqual([0])
  disk.close()
})
