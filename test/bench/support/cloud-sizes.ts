import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../local/cloud/database/database'
import type { Database } from '../../../local/cloud/database/database'
import { shown, timesOf, timing } from './timing'

const SIZES = [1000, 10_000, 100_000]
const ROUNDS = 10
const TURNS = 40
const PER_OWNER = 10
const HIGHEST_RATIO = 2
const HIGHEST_OPEN_MS = 1000

const township = 'xinpu'

/** Each of them touches as many documents at any size. */
const OPERATIONS: Record<string, (database: Database, size: number, turn: number) => unknown> = {
  按编号读: (database, size) => database.find('cases', { _id: `c${any(size)}` }, { limit: 1 }),
  按索引查: (database, size) =>
    database.find('cases', { township, ownerId: `o${any(size / PER_OWNER)}` }, { limit: 100 }),
  排序分页: (database) =>
    database.find('cases', { township }, { order: { receivedAt: -1 }, limit: 20 }),
  条件更新: (database, size) =>
    database.update('cases', { _id: `c${any(size)}`, open: true }, { $inc: { version: 1 } }),
  新增: (database, size, turn) =>
    database.insert('cases', [{ ...caseOf(size + turn), _id: undefined }]),
}

/** The database alone, in this process: median and p95 at each size, and what grows with it. */
export async function measureSizes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cloud-'))
  try {
    const opened = SIZES.map((size) => openedAt(folder, size))
    console.table(
      Object.fromEntries(
        opened.map(({ size, openMs, bytes }) => [
          size,
          { '打开(ms)': Math.round(openMs), '文件(MB)': (bytes / 2 ** 20).toFixed(1) },
        ]),
      ),
    )
    const before = rssMb()
    const rows: Record<string, Record<string, string>> = {}
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      rows[name] = await compared(opened, operation)
    }
    console.log('毫秒，中位 / p95')
    console.table(rows)
    const worstOpen = opened.at(-1)!.openMs
    console.log(`打开十万份：${worstOpen.toFixed(0)} 毫秒（要求小于 ${HIGHEST_OPEN_MS}）`)
    console.log(`内存：打开三份数据后 ${before} MB，量完 ${rssMb()} MB（RSS，含 Node 本身）`)
    for (const { database } of opened) database.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Opened {
  size: number
  database: Database
  openMs: number
  bytes: number
}

function openedAt(folder: string, size: number): Opened {
  const file = join(folder, `${size}.db`)
  const filling = openDatabase({ file })
  filling.createCollection('cases')
  filling.ensureIndex('cases', {
    name: 'owner',
    keys: [
      ['township', 1],
      ['ownerId', 1],
    ],
  })
  filling.ensureIndex('cases', {
    name: 'received',
    keys: [
      ['township', 1],
      ['receivedAt', -1],
    ],
  })
  for (let from = 0; from < size; from += 5000) {
    const count = Math.min(5000, size - from)
    filling.bulkLoad(
      'cases',
      Array.from({ length: count }, (_, i) => caseOf(from + i)),
    )
  }
  filling.close()
  const started = performance.now()
  const database = openDatabase({ file })
  database.explain('cases', { _id: 'c0' })
  const openMs = performance.now() - started
  const bytes = statSync(file).size + statSync(`${file}-wal`).size
  return { size, database, openMs, bytes }
}

function caseOf(n: number): Record<string, unknown> & { _id?: unknown } {
  return {
    _id: `c${n}`,
    township,
    ownerId: `o${Math.floor(n / PER_OWNER)}`,
    receivedAt: new Date(1.7e12 + n * 1000),
    open: true,
    version: 1,
    title: '城乡居民基本医疗保险参保登记',
    steps: [{ at: new Date(1.7e12 + n), by: 'clerk', note: '已受理，材料齐全' }],
  }
}

/** The sizes take turns, so that a busy moment of the machine meets all of them. */
async function compared(
  opened: Opened[],
  operation: (database: Database, size: number, turn: number) => unknown,
): Promise<Record<string, string>> {
  const times = new Map(opened.map(({ size }) => [size, [] as number[]]))
  for (let round = -1; round < ROUNDS; round++) {
    for (const { database, size } of opened) {
      const taken = await timesOf(TURNS, (turn) => operation(database, size, turn))
      if (round >= 0) times.get(size)!.push(...taken)
    }
  }
  const timings = SIZES.map((size) => timing(times.get(size)!))
  const medians = timings.map(({ median }) => median)
  const ratio = Math.max(...medians) / Math.min(...medians)
  return {
    ...Object.fromEntries(SIZES.map((size, i) => [String(size), shown(timings[i]!)])),
    最大倍数: `${ratio.toFixed(2)}${ratio <= HIGHEST_RATIO ? '' : `（要求 ${HIGHEST_RATIO}）`}`,
  }
}

function any(below: number): number {
  return Math.floor(Math.random() * below)
}

function rssMb(): number {
  return Math.round(process.memoryUsage().rss / 2 ** 20)
}
