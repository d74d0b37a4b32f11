import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloudbase from '@cloudbase/node-sdk'
import Libsql from 'libsql'
import { startLocalCloud } from '../../support/local-cloud'
import { shown, timesOf, timing } from './timing'
import type { Timing } from './timing'

const TURNS = 400
const CLIENTS = 32
const BATCH_MS = 3000

type Database = ReturnType<ReturnType<typeof cloudbase.init>['database']>

/** Through the unmodified SDK, as a function would, against the least that any request costs. */
export async function measureSdk(): Promise<void> {
  const cloud = await startLocalCloud({ sync: 'full', workers: 1 })
  const folder = mkdtempSync(join(tmpdir(), 'bench-libsql-'))
  try {
    const database = sdkFor(cloud.url)
    await database.createCollection('bench')
    const things = database.collection('bench')
    await things.add({ _id: 'one', n: 1, text: '城乡居民基本医疗保险参保登记' })
    const bare = bareInsert(join(folder, 'bare.db'))
    const echo = () => echoOf(cloud.url)
    const read = async () => {
      const { data } = (await things.doc('one').get()) as { data: unknown[] }
      if (data.length !== 1) throw new Error('the document was not found')
    }
    const insert = () => things.add({ n: 1, text: '城乡居民基本医疗保险参保登记' })
    const all = await inTurns({ echo, read, insert, bare })
    report(all)
    await throughput(echo, read)
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function sdkFor(url: string): Database {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    SILENCE: 'true',
  })
  return cloudbase.init({ env: 'local' }).database()
}

/** `GET /clock` over a connection of its own: what HTTP itself costs on this server. */
function echoOf(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(`${url}/clock`, { agent: false }, (response) => {
      response.on('data', () => undefined).on('end', resolve)
    })
      .on('error', reject)
      .end()
  })
}

/** One row, on disk when it returns: what durability itself costs on this disk. */
function bareInsert(file: string): () => void {
  const sqlite = new Libsql(file)
  sqlite.exec('PRAGMA journal_mode = WAL')
  sqlite.exec('PRAGMA synchronous = FULL')
  sqlite.exec('CREATE TABLE bare(id INTEGER PRIMARY KEY, body TEXT)')
  const statement = sqlite.prepare('INSERT INTO bare(body) VALUES(?)')
  const body = JSON.stringify({ n: 1, text: '城乡居民基本医疗保险参保登记' })
  return () => void statement.run([body])
}

type Works = Record<'echo' | 'read' | 'insert' | 'bare', () => unknown>

/** All in turn, so that a busy moment of the machine meets all of them. */
async function inTurns(works: Works): Promise<Record<keyof Works, Timing>> {
  const names = Object.keys(works) as (keyof Works)[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (const name of names) await timesOf(50, works[name])
  for (let turn = 0; turn < TURNS; turn++) {
    for (const name of names) times.get(name)!.push(...(await timesOf(1, works[name])))
  }
  const of = (name: keyof Works) => timing(times.get(name)!)
  return { echo: of('echo'), read: of('read'), insert: of('insert'), bare: of('bare') }
}

function report({ echo, read, insert, bare }: Record<keyof Works, Timing>): void {
  const rows = {
    '回声（GET /clock）': { '毫秒，中位 / p95': shown(echo) },
    按编号读: {
      '毫秒，中位 / p95': shown(read),
      倍数: (read.median / echo.median).toFixed(2),
      要求: '回声的 2 倍以内',
    },
    '裸 libsql 新增（FULL）': { '毫秒，中位 / p95': shown(bare) },
    新增并落盘: {
      '毫秒，中位 / p95': shown(insert),
      倍数: (insert.median / (echo.median + bare.median)).toFixed(2),
      要求: '裸新增加回声的 2 倍以内',
    },
  }
  console.table(rows)
}

async function throughput(echo: () => unknown, read: () => unknown): Promise<void> {
  const rates = { echo: [] as number[], read: [] as number[] }
  for (let round = 0; round < 2; round++) {
    rates.echo.push(await rateOf(echo))
    rates.read.push(await rateOf(read))
  }
  const [most, ours] = [Math.max(...rates.echo), Math.max(...rates.read)]
  console.log(
    `${CLIENTS} 个客户端：回声每秒 ${most.toFixed(0)} 次，按编号读每秒 ${ours.toFixed(0)} 次，` +
      `是回声的 ${(ours / most).toFixed(2)}（要求 0.5 以上）`,
  )
}

/** Requests per second of all clients together. */
async function rateOf(work: () => unknown): Promise<number> {
  const started = performance.now()
  let done = 0
  const client = async (): Promise<void> => {
    while (performance.now() - started < BATCH_MS) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return done / ((performance.now() - started) / 1000)
}
