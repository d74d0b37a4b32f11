import type { StoredCollection } from './catalog'
import type { Row } from './change'
import type { Connection } from './connection'
import type { Interval } from './interval'
import type { Plan } from './planner'
import { ID_INDEX } from './planner'
import { fromStoredText } from './stored-text'

/** Rows are fetched in growing chunks: a page costs a page, a long walk few round trips. */
const LARGEST_CHUNK = 512

type Fetch = (
  last: { key: Buffer; seq: number } | null,
  count: number,
) => [Buffer, number, string][]

/** The documents a plan leads to, in its order, loaded as they are asked for. */
export function* candidates(
  connection: Connection,
  collection: StoredCollection,
  plan: Plan,
  firstChunk: number,
): Generator<Row> {
  const seen = plan.repeats ? new Set<number>() : null
  const intervals = plan.reverse ? [...plan.intervals].reverse() : plan.intervals
  const fetches = plan.index
    ? intervals.map((interval) => walk(connection, collection, plan, interval))
    : [scan(connection, collection)]
  for (const fetch of fetches) {
    for (const [seq, body] of inChunks(fetch, firstChunk)) {
      if (seen?.has(seq)) continue
      seen?.add(seq)
      yield { seq, doc: fromStoredText(body) }
    }
  }
}

function* inChunks(fetch: Fetch, firstChunk: number): Generator<[number, string]> {
  let last: { key: Buffer; seq: number } | null = null
  for (let size = Math.min(Math.max(firstChunk, 1), LARGEST_CHUNK); ;) {
    const rows = fetch(last, size)
    for (const [key, seq, body] of rows) {
      last = { key, seq }
      yield [seq, body]
    }
    if (rows.length < size) return
    size = Math.min(size * 4, LARGEST_CHUNK)
  }
}

function scan(connection: Connection, collection: StoredCollection): Fetch {
  const sql = `SELECT NULL, seq, body FROM docs_${collection.id} WHERE seq > ? ORDER BY seq LIMIT ?`
  return (last, count) => connection.rows(sql, last?.seq ?? 0, count)
}

function walk(
  connection: Connection,
  collection: StoredCollection,
  { index, reverse }: Plan,
  { from, to }: Interval,
): Fetch {
  const sql = walkSql(index!.id, collection.id, reverse)
  return (last, count) =>
    reverse
      ? connection.rows(sql, last?.key ?? to, last?.seq ?? 0, from, count)
      : connection.rows(sql, last?.key ?? from, last?.seq ?? 0, to, count)
}

/** Continues after the last row seen; every `seq` is greater than 0, where a walk begins. */
function walkSql(indexId: number, collectionId: number, reverse: boolean): string {
  const [source, key] =
    indexId === ID_INDEX.id
      ? [`docs_${collectionId} d`, 'd.id']
      : [`index_${indexId} e CROSS JOIN docs_${collectionId} d ON d.seq = e.seq`, 'e.key']
  const seq = indexId === ID_INDEX.id ? 'd.seq' : 'e.seq'
  return reverse
    ? `SELECT ${key}, ${seq}, d.body FROM ${source}
       WHERE (${key}, ${seq}) < (?, ?) AND ${key} >= ? ORDER BY ${key} DESC, ${seq} DESC LIMIT ?`
    : `SELECT ${key}, ${seq}, d.body FROM ${source}
       WHERE (${key}, ${seq}) > (?, ?) AND ${key} < ? ORDER BY ${key}, ${seq} LIMIT ?`
}
