import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import type { Database } from '../../../local/cloud/database/database'
import { DatabaseError } from '../../../local/cloud/database/database'
import { freshDatabase } from './temporary-database'

/** Random histories of clients at work at the same time, and what must hold of each. */

const KEYS = ['a', 'b', 'c'] as const
const START = 100

interface Account {
  _id: string
  n: number
  by: string
}

interface Step {
  what: 'read' | 'add' | 'move'
  key: (typeof KEYS)[number]
  other: (typeof KEYS)[number]
  /** Turns of the event loop before it: that is how the clients interleave. */
  pause: number
}

interface Script {
  plain: boolean
  end: 'commit' | 'abort'
  steps: Step[]
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('read', 'add', 'move'),
  key: fc.constantFrom(...KEYS),
  other: fc.constantFrom(...KEYS),
  pause: fc.nat(3),
})
const script: fc.Arbitrary<Script> = fc.record({
  plain: fc.boolean(),
  end: fc.constantFrom('commit', 'commit', 'commit', 'abort'),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
})
const clients = fc.array(fc.array(script, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 5,
})

/** What happened, told by the clients. */
class History {
  readonly added = new Map<string, number>()
  /** Who wrote what was read, and who read it. */
  readonly reads: { by: string; reader: string }[] = []
  readonly committed = new Set(['start'])
  conflicts = 0

  /** Additions count once they are committed. */
  settle(label: string, additions: string[]): void {
    this.committed.add(label)
    for (const key of additions) this.added.set(key, (this.added.get(key) ?? 0) + 1)
  }
}

class Client {
  private turn = 0

  constructor(
    private readonly database: Database,
    private readonly history: History,
    private readonly name: string,
  ) {}

  async work(scripts: Script[]): Promise<void> {
    for (const { plain, end, steps } of scripts) {
      const label = `${this.name}-${this.turn++}`
      try {
        if (plain) await this.plainly(label, steps)
        else await this.inTransaction(label, steps, end)
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        expect(error.code).toBe('DATABASE_TRANSACTION_CONFLICT')
        this.history.conflicts++
      }
    }
  }

  private async plainly(label: string, steps: Step[]): Promise<void> {
    for (const { key, pause } of steps) {
      await turns(pause)
      const change = { $inc: { n: 1 }, $set: { by: label } }
      await this.database.update('things', { _id: key }, change)
      this.history.settle(label, [key])
    }
  }

  private async inTransaction(label: string, steps: Step[], end: Script['end']): Promise<void> {
    const tx = this.database.begin()
    const seen = new Map<string, Account>()
    const additions: string[] = []
    /** What a transaction saw once, it sees again, but for its own writes. */
    const read = async (_id: string): Promise<Account> => {
      const [found] = (await this.database.find(
        'things',
        { _id },
        {},
        tx,
      )) as unknown[] as Account[]
      expect(found).toEqual(seen.get(_id) ?? found)
      seen.set(_id, found!)
      this.history.reads.push({ by: found!.by, reader: label })
      return found!
    }
    /** Read, reckon, write: what loses updates where nobody minds. */
    const add = async (_id: string, amount: number): Promise<void> => {
      const after = { n: (await read(_id)).n + amount, by: label }
      await this.database.update('things', { _id }, { $set: after }, {}, tx)
      seen.set(_id, { _id, ...after })
    }
    for (const { what, key, other, pause } of steps) {
      await turns(pause)
      if (what === 'read') await read(key)
      if (what === 'add') {
        await add(key, 1)
        additions.push(key)
      }
      if (what === 'move') {
        await add(key, -1)
        await turns(pause)
        await add(other, 1)
      }
    }
    if (end === 'abort') return this.database.abort(tx)
    await this.database.commit(tx)
    this.history.settle(label, additions)
  }
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('whatever clients do at the same time', () => {
  test('no update is lost, nothing uncommitted is read, nothing changes under a transaction', async () => {
    let conflicts = 0
    const database = freshDatabase()
    const check = fc.asyncProperty(clients, async (scripts) => {
      await database.remove('things', {}, { multi: true })
      const history = new History()
      await database.insert(
        'things',
        KEYS.map((_id) => ({ _id, n: START, by: 'start' })),
      )
      const working = scripts.map((list, i) => new Client(database, history, `c${i}`).work(list))
      await Promise.all(working)

      const after = (await database.find('things', {})) as unknown[] as Account[]
      const total = after.reduce((sum, { n }) => sum + n, 0)
      const added = [...history.added.values()].reduce((sum, n) => sum + n, 0)
      expect(total).toBe(KEYS.length * START + added)
      const dirty = history.reads.filter(
        ({ by, reader }) => by !== reader && !history.committed.has(by),
      )
      expect(dirty).toEqual([])
      conflicts += history.conflicts
    })
    await fc.assert(check, { seed: 20261117, numRuns: 80 })
    // Without conflicts the histories would not have met.
    expect(conflicts).toBeGreaterThan(20)
  }, 60_000)

  test('a unique value has one holder, also when documents hand theirs on within a commit', async () => {
    const codes = ['x', 'y', 'z']
    const hand = fc.record({
      plain: fc.boolean(),
      moves: fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...codes)), {
        minLength: 1,
        maxLength: 4,
      }),
      pause: fc.nat(2),
    })
    let swaps = 0
    const database = freshDatabase()
    database.ensureIndex('things', { name: 'code', keys: [['code', 1]], unique: true })
    const check = fc.asyncProperty(
      fc.array(fc.array(hand, { maxLength: 4 }), { minLength: 2, maxLength: 4 }),
      async (scripts) => {
        await database.remove('things', {}, { multi: true })
        await database.insert(
          'things',
          KEYS.map((_id, i) => ({ _id, code: codes[i] })),
        )
        const work = async (list: (typeof scripts)[number]) => {
          for (const { plain, moves, pause } of list) {
            const tx = plain ? undefined : database.begin()
            const set = (_id: string, code: unknown) =>
              database.update('things', { _id }, { $set: { code } }, {}, tx)
            try {
              // All let go first, as a swap must.
              if (tx) for (const [key] of moves) await set(key, `free-${key}`)
              await turns(pause)
              for (const [key, code] of moves) await set(key, code)
              if (tx) await database.commit(tx)
              if (tx && moves.length > 1) swaps++
            } catch (error) {
              if (!(error instanceof DatabaseError)) throw error
              expect(error.code).toMatch(/^DATABASE_(REQUEST_FAILED|TRANSACTION_CONFLICT)$/)
            }
          }
        }
        await Promise.all(scripts.map(work))
        const after = await database.find('things', {})
        expect(new Set(after.map(({ code }) => code)).size).toBe(KEYS.length)
        for (const doc of after) {
          expect(await database.find('things', { code: doc.code })).toEqual([doc])
        }
      },
    )
    await fc.assert(check, { seed: 20261117, numRuns: 100 })
    expect(swaps).toBeGreaterThan(5)
  }, 60_000)
})

test('write skew is possible, as under any snapshot isolation: two who read both and write one each', async () => {
  const database = freshDatabase()
  await database.insert('things', [
    { _id: 'first', onDuty: true },
    { _id: 'second', onDuty: true },
  ])
  /** Goes off duty if somebody else stays: a rule over two documents. */
  const goOff = async (_id: string, tx: string) => {
    const onDuty = (await database.find('things', { onDuty: true }, {}, tx)).length
    if (onDuty > 1) await database.update('things', { _id }, { $set: { onDuty: false } }, {}, tx)
  }
  const [one, two] = [database.begin(), database.begin()]
  await goOff('first', one)
  await goOff('second', two)
  await database.commit(one)
  await database.commit(two)
  // Nobody is left. A rule like this must write a document that both write: then one is refused.
  expect(await database.count('things', { onDuty: true })).toBe(0)
})

test('a transaction has 30 seconds', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
  try {
    const database = freshDatabase()
    await database.insert('things', [{ _id: 'a' }])
    const [short, long] = [database.begin(), database.begin()]
    await database.find('things', {}, {}, long)
    jest.advanceTimersByTime(29_999)
    expect(await database.find('things', {}, {}, short)).toHaveLength(1)
    await database.commit(short)
    jest.advanceTimersByTime(1)
    await expect(database.find('things', {}, {}, long)).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
  } finally {
    jest.useRealTimers()
  }
})
