import { afterEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../../../local/cloud/database/connection'
import { Gone, HostedDatabase } from './hosted-database'

const ROUNDS = process.env.FULL ? 50 : 5
const WRITERS = 16
/** Documents that one transaction inserts. */
const PARTS = 3

const folder = mkdtempSync(join(tmpdir(), 'kill-test-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Doc {
  _id: string
  n: number
}

/** What one writer was told is done, and what it does not know of. */
class Writer {
  readonly inserted = new Set<string>()
  readonly committed = new Set<string>()
  readonly unsure = new Set<string>()
  /** How often the counter was counted up, at least and at most. */
  counted = { least: 0, most: 0 }
  private turn = 0

  constructor(
    private readonly database: HostedDatabase,
    readonly name: string,
  ) {}

  /** Inserts, counts and commits in turn until the process is gone. */
  async writeUntilGone(): Promise<void> {
    try {
      for (;;) {
        const id = `${this.name}-${this.turn++}`
        await this.insert(`plain-${id}`)
        await this.count()
        await this.transaction(id)
      }
    } catch (error) {
      if (!(error instanceof Gone)) throw error
    }
  }

  private async insert(_id: string): Promise<void> {
    this.unsure.add(_id)
    await this.database.call('insert', 'plain', [{ _id, n: 0 }])
    this.inserted.add(_id)
  }

  private async count(): Promise<void> {
    this.counted.most++
    const inc = { $inc: { n: 1 } }
    await this.database.call('update', 'counters', { _id: this.name }, inc, { upsert: true })
    this.counted.least++
  }

  private async transaction(id: string): Promise<void> {
    const tx = await this.database.call('begin')
    for (let part = 0; part < PARTS; part++) {
      await this.database.call('insert', 'parts', [{ _id: `${id}/${part}`, n: part }], tx)
    }
    await this.database.call('commit', tx)
    this.committed.add(id)
  }

  /** After a restart: what is there is what was done, as far as anybody can tell. */
  settle(n: number): void {
    expect(n).toBeGreaterThanOrEqual(this.counted.least)
    expect(n).toBeLessThanOrEqual(this.counted.most)
    this.counted = { least: n, most: n }
  }
}

test(
  `${ROUNDS} times kill -9 under ${WRITERS} writers: what was answered is kept, transactions are whole`,
  async () => {
    const database = await HostedDatabase.inFolder(folder)
    const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(database, `w${i}`))
    await database.start()
    for (const name of ['plain', 'counters', 'parts']) await database.call('createCollection', name)
    for (let round = 0; round < ROUNDS; round++) {
      const writing = Promise.all(writers.map((writer) => writer.writeUntilGone()))
      // By what was done, not by the clock: a busy machine does little in a second.
      await database.answeredMore(Math.floor(Math.random() * 600))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
      await database.kill()
      await writing
      await database.start()
      await check(database, writers)
    }
    await database.kill()
    const file = new Connection(join(folder, 'data.db'))
    expect(file.row('PRAGMA integrity_check')).toEqual(['ok'])
    file.close()
    const committed = writers.reduce((sum, writer) => sum + writer.committed.size, 0)
    expect(committed).toBeGreaterThan(ROUNDS)
  },
  30_000 + ROUNDS * 5000,
)

async function check(database: HostedDatabase, writers: Writer[]): Promise<void> {
  const ids = async (collection: string) =>
    new Set((await database.call<Doc[]>('find', collection, {})).map(({ _id }) => _id))
  const plain = await ids('plain')
  const parts = await ids('parts')
  const counters = new Map(
    (await database.call<Doc[]>('find', 'counters', {})).map(({ _id, n }) => [_id, n]),
  )
  const whole = new Map<string, number>()
  for (const part of parts) {
    const id = part.split('/')[0]!
    whole.set(id, (whole.get(id) ?? 0) + 1)
  }
  expect([...whole].filter(([, count]) => count !== PARTS)).toEqual([])
  for (const writer of writers) {
    expect([...writer.inserted].filter((id) => !plain.has(id))).toEqual([])
    expect([...writer.committed].filter((id) => whole.get(id) !== PARTS)).toEqual([])
    writer.settle(counters.get(writer.name) ?? 0)
  }
  const known = new Set(writers.flatMap((writer) => [...writer.unsure]))
  expect([...plain].filter((id) => !known.has(id))).toEqual([])
  expect(await database.call<number>('count', 'plain', {})).toBe(plain.size)
}
