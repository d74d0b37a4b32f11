import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Database, Document } from '../../../local/cloud/database/database'
import { DatabaseError } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

async function withThings(options = {}): Promise<Database> {
  const database = freshDatabase(options)
  database.ensureIndex('things', { name: 'n', keys: [['n', 1]] })
  await database.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ])
  return database
}

const set = (n: number) => ({ $set: { n } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('what a transaction sees', () => {
  test('the data as they were at its first operation', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.update('things', { _id: 'a' }, set(10))
    expect(await database.find('things', { _id: 'a' }, {}, tx)).toEqual([{ _id: 'a', n: 10 }])
    await database.update('things', { _id: 'b' }, set(20))
    await database.insert('things', [{ _id: 'c', n: 3 }])
    expect(await database.find('things', {}, { order: { n: 1 } }, tx)).toEqual([
      { _id: 'b', n: 2 },
      { _id: 'a', n: 10 },
    ])
  })

  test('its own writes, in queries by index, sorted and paged', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.update('things', { _id: 'a' }, set(9), {}, tx)
    await database.insert('things', [{ _id: 'c', n: 5 }], tx)
    const find = (query: Record<string, unknown>, limit: number) =>
      database.find('things', query, { order: { n: -1 }, limit }, tx)
    expect(await find({ n: { $gt: 0 } }, 2)).toEqual([
      { _id: 'a', n: 9 },
      { _id: 'c', n: 5 },
    ])
    expect(await find({ n: 1 }, 9)).toEqual([])
    expect(await database.count('things', {}, tx)).toBe(3)
    expect(await database.count('things', {})).toBe(2)
  })

  test('nobody else sees its writes before the commit, everybody after', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.update('things', { _id: 'a' }, set(9), {}, tx)
    await database.remove('things', { _id: 'b' }, {}, tx)
    expect(await database.count('things', { n: { $lt: 9 } })).toBe(2)
    await database.commit(tx)
    expect(await database.find('things', {})).toEqual([{ _id: 'a', n: 9 }])
  })

  test('an aborted transaction leaves nothing', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.insert('things', [{ _id: 'c' }], tx)
    await database.abort(tx)
    expect(await database.count('things', {})).toBe(2)
  })
})

describe('two who want the same document', () => {
  test('the second transaction is refused at once and is over', async () => {
    const database = await withThings()
    const [first, second] = [database.begin(), database.begin()]
    await database.update('things', { _id: 'a' }, set(5), {}, first)
    await expect(database.update('things', { _id: 'a' }, set(6), {}, second)).rejects.toMatchObject(
      { code: 'DATABASE_TRANSACTION_CONFLICT' },
    )
    await expect(database.commit(second)).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
    await database.commit(first)
    expect(await database.count('things', { n: 5 })).toBe(1)
  })

  test('a document changed since the snapshot is a conflict', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.find('things', {}, {}, tx)
    await database.update('things', { _id: 'a' }, set(5))
    await database.update('things', { _id: 'a' }, set(1))
    await expect(database.update('things', { _id: 'a' }, set(6), {}, tx)).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    })
  })

  test('so is an id that was inserted since', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.find('things', {}, {}, tx)
    await database.insert('things', [{ _id: 'c' }])
    await expect(database.insert('things', [{ _id: 'c' }], tx)).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    })
  })

  test('two transactions cannot both come to hold a unique value', async () => {
    const database = await withThings()
    database.ensureIndex('things', {
      name: 'code',
      keys: [
        ['code', 1],
        ['n', 1],
      ],
      unique: true,
    })
    const [first, second] = [database.begin(), database.begin()]
    await database.insert('things', [{ code: 'x' }], first)
    await expect(database.insert('things', [{ code: 'x' }], second)).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    })
  })

  test('a plain write waits for the transaction, then sees what it did', async () => {
    const database = await withThings()
    const tx = database.begin()
    await database.update('things', { _id: 'a' }, set(5), {}, tx)
    let done = false
    const guarded = database.update('things', { _id: 'a', n: 1 }, set(6))
    const increment = database
      .update('things', { _id: 'a' }, { $inc: { n: 1 } })
      .then(() => (done = true))
    await pause(20)
    expect(done).toBe(false)
    await database.commit(tx)
    await increment
    expect(await guarded).toMatchObject({ updated: 0 })
    expect(await database.count('things', { n: 6 })).toBe(1)
  })

  test('but not for ever', async () => {
    const database = await withThings({ lockWaitMs: 30 })
    const tx = database.begin()
    await database.remove('things', { _id: 'a' }, {}, tx)
    await expect(database.update('things', { _id: 'a' }, set(6))).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
  })
})

test('a duplicate key ends the transaction', async () => {
  const database = await withThings()
  const tx = database.begin()
  await expect(database.insert('things', [{ _id: 'a' }], tx)).rejects.toThrow('E11000')
  await expect(database.count('things', {}, tx)).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
  })
})

test('a transaction that lasts too long is over, and its locks with it', async () => {
  const database = await withThings({ transactionLimitMs: 30 })
  const tx = database.begin()
  await database.update('things', { _id: 'a' }, set(5), {}, tx)
  await database.update('things', { _id: 'a' }, set(7))
  expect(await database.find('things', { _id: 'a' })).toEqual([{ _id: 'a', n: 7 }])
  await expect(database.commit(tx)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
})

test('a collection made after the snapshot is a conflict, an index made after it is no harm', async () => {
  const database = await withThings()
  const tx = database.begin()
  await database.find('things', {}, {}, tx)
  database.ensureIndex('things', { name: 'late', keys: [['n', -1]], unique: true })
  expect(await database.find('things', { n: 2 }, {}, tx)).toEqual([{ _id: 'b', n: 2 }])
  database.createCollection('late')
  await expect(database.find('late', {}, {}, tx)).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
  })
})

test('any interleaving of transactions gives what snapshots and first-writer-wins give', async () => {
  const action = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('read', 'add', 'remove', 'insert', 'commit', 'abort'),
    id: fc.constantFrom('a', 'b', 'c'),
  })
  const check = fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
    const database = freshDatabase()
    const model = new Model()
    const open: (string | null)[] = [null, null, null]
    for (const { who, what, id } of actions) {
      const tx = (open[who] ??= database.begin())
      const expected = model.act(tx, what, id)
      const got = await act(database, tx, what, id)
      expect({ what, id, got }).toEqual({ what, id, got: expected })
      if (what === 'commit' || what === 'abort' || typeof got === 'string') open[who] = null
    }
    expect(await database.find('things', {}, { order: { _id: 1 } })).toEqual(model.committedDocs())
    database.close()
  })
  await fc.assert(check, { seed: 20241117, numRuns: 120 })
}, 30_000)

/** The result of an action, or the code of its error. */
async function act(database: Database, tx: string, what: string, id: string): Promise<unknown> {
  try {
    if (what === 'read') return await database.find('things', {}, { order: { _id: 1 } }, tx)
    if (what === 'add') {
      return (await database.update('things', { _id: id }, { $inc: { n: 1 } }, {}, tx)).updated
    }
    if (what === 'remove') return await database.remove('things', { _id: id }, {}, tx)
    if (what === 'insert') return (await database.insert('things', [{ _id: id, n: 0 }], tx)).length
    await (what === 'commit' ? database.commit(tx) : database.abort(tx))
    return null
  } catch (error) {
    if (error instanceof DatabaseError) return error.code
    throw error
  }
}

type Values = Map<string, number>

interface Open {
  snapshot: Values
  startedAt: number
  seen: Values
  written: Set<string>
}

/** Snapshot isolation in the plainest words. */
class Model {
  private committed: Values = new Map()
  private changedAt = new Map<string, number>()
  private clock = 0
  private open = new Map<string, Open>()

  act(tx: string, what: string, id: string): unknown {
    if (what === 'abort' || what === 'commit') return this.end(tx, what)
    const own = this.openOf(tx)
    if (what === 'read') return docs(own.seen)
    const exists = own.seen.has(id)
    if (what === 'insert' && exists) return this.fail(tx, 'DATABASE_REQUEST_FAILED')
    if (what !== 'insert' && !exists) return 0
    const locked = [...this.open].some(([other, { written }]) => other !== tx && written.has(id))
    const stale = (this.changedAt.get(id) ?? 0) > own.startedAt
    if (locked || stale) return this.fail(tx, 'DATABASE_TRANSACTION_CONFLICT')
    own.written.add(id)
    if (what === 'remove') own.seen.delete(id)
    else own.seen.set(id, what === 'insert' ? 0 : own.seen.get(id)! + 1)
    return 1
  }

  committedDocs(): Document[] {
    return docs(this.committed)
  }

  private openOf(tx: string): Open {
    const { committed, clock } = this
    const fresh = () => ({
      snapshot: new Map(committed),
      startedAt: clock,
      seen: new Map(committed),
      written: new Set<string>(),
    })
    if (!this.open.has(tx)) this.open.set(tx, fresh())
    return this.open.get(tx)!
  }

  private end(tx: string, what: string): null {
    const own = this.open.get(tx)
    this.open.delete(tx)
    if (what === 'abort' || !own) return null
    this.clock++
    for (const id of own.written) {
      // Removed again what it had inserted itself: nothing was committed.
      if (!own.snapshot.has(id) && !own.seen.has(id)) continue
      this.changedAt.set(id, this.clock)
      if (own.seen.has(id)) this.committed.set(id, own.seen.get(id)!)
      else this.committed.delete(id)
    }
    return null
  }

  private fail(tx: string, code: string): string {
    this.open.delete(tx)
    return code
  }
}

function docs(values: Values): Document[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([_id, n]) => ({ _id, n }))
}
