import { chmodSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Database } from '../../../local/cloud/database/database'
import { openDatabase } from '../../../local/cloud/database/database'
import { temporaryFolder, freshDatabase } from '../database/temporary-database'

const NOBODY = 65_534
const unwritable: unknown = expect.objectContaining({ code: 'DATA_FILE_READONLY' })
const text = 'x'.repeat(2000)

/** Writes until the disk is full; returns the ids that were acknowledged. */
async function filled(database: Database): Promise<number[]> {
  const kept: number[] = []
  for (let _id = 0; ; _id++) {
    try {
      await database.insert('things', [{ _id, text, n: 0 }])
      kept.push(_id)
    } catch (error) {
      expect(error).toEqual(unwritable)
      return kept
    }
  }
}

const idsOf = async (database: Database) =>
  (await database.find('things', {})).map((doc) => doc._id)

describe('a full disk', () => {
  test('is an error of each write; what was acknowledged can be read, now and later', async () => {
    const file = join(temporaryFolder(), 'data.db')
    const database = freshDatabase({ file, maxPages: 60, sync: 'full' })
    database.ensureIndex('things', { name: 'n', keys: [['n', 1]] })
    const kept = await filled(database)
    expect(kept.length).toBeGreaterThan(10)
    const longer = { $set: { text: text.repeat(10) } }
    await expect(database.update('things', { _id: 0 }, longer)).rejects.toEqual(unwritable)
    expect(() => database.createCollection('more')).toThrow(unwritable)
    expect(() => database.bulkLoad('things', [{ _id: 'bulk', text: text.repeat(20) }])).toThrow(
      unwritable,
    )
    expect(await idsOf(database)).toEqual(kept)
    database.close()

    const later = freshDatabase({ file })
    expect(await idsOf(later)).toEqual(kept)
    expect(await later.count('things', { n: 0 })).toBe(kept.length)
    await later.insert('things', [{ _id: 'more', text }])
    expect(later.hasCollection('more')).toBe(false)
  })

  test('takes a transaction whole, and writes go on when there is room again', async () => {
    const database = freshDatabase({ maxPages: 60, sync: 'full' })
    const kept = await filled(database)
    const tx = database.begin()
    await database.insert('things', [{ _id: 'a', text: text.repeat(5) }], tx)
    await database.update('things', { _id: 0 }, { $set: { n: 1 } }, {}, tx)
    await expect(database.commit(tx)).rejects.toEqual(unwritable)
    expect(await database.count('things', { n: 1 })).toBe(0)
    await database.remove('things', { _id: { $lt: 10 } }, { multi: true })
    await database.insert('things', [{ _id: 'room', text }])
    expect(await idsOf(database)).toEqual([...kept.filter((id) => id >= 10), 'room'])
  })

  test('of writes that came together, each is told for itself', async () => {
    const database = freshDatabase({ maxPages: 60, sync: 'full' })
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, _id) => database.insert('things', [{ _id, text }])),
    )
    const kept = results.flatMap(({ status }, _id) => (status === 'fulfilled' ? [_id] : []))
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(unwritable)
    expect(await idsOf(database)).toEqual(kept)
  })
})

test('a file that may not be written says so when it is opened, and is left as it is', async () => {
  const file = join(temporaryFolder(), 'data.db')
  const database = openDatabase({ file })
  database.createCollection('things')
  await database.insert('things', [{ _id: 1 }])
  database.close()
  const before = readFileSync(file)
  chmodSync(file, 0o444)
  chmodSync(dirname(file), 0o555)
  try {
    withoutPrivileges(() => expect(() => openDatabase({ file })).toThrow(unwritable))
  } finally {
    chmodSync(dirname(file), 0o755)
    chmodSync(file, 0o644)
  }
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(await idsOf(freshDatabase({ file }))).toEqual([1])
})

/** Permissions mean nothing to root, as whom containers run tests. */
function withoutPrivileges(work: () => void): void {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
