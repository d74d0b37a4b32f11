import type { StoredCollection } from './catalog'
import type { Row } from './change'
import type { Connection } from './connection'
import type { Order, Plan, Walk } from './planner'
import { ID_INDEX } from './planner'
import { sortKey } from './sorting'
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
  wanted: number,
): Generator<Row> {
  const fetches = plan.walks?.map((walk) => fetchWalk(connection, collection, walk))
  const first = wanted / Math.max(plan.walks?.length ?? 1, 1)
  const streams = (fetches ?? [fetchAll(connection, collection)]).map((fetch) =>
    inChunks(fetch, Math.ceil(first)),
  )
  const merged = plan.sortedBy.length > 0 && streams.length > 1
  const rows = merged ? inOrder(streams, plan.sortedBy) : oneByOne(streams)
  const seen = plan.repeats ? new Set<number>() : null
  for (const row of rows) {
    if (seen?.has(row.seq)) continue
    seen?.add(row.seq)
    yield row
  }
}

/** Documents in the order of insertion, after a place in it. */
export function scanned(
  connection: Connection,
  collection: StoredCollection,
  after: number,
  count: number,
): Row[] {
  const rows = fetchAll(connection, collection)({ key: Buffer.alloc(0), seq: after }, count)
  return rows.map(([, seq, body]) => ({ seq, doc: fromStoredText(body) }))
}

function* oneByOne(streams: Generator<Row>[]): Generator<Row> {
  for (const stream of streams) yield* stream
}

/** Several streams, each in order, as one in order. */
function* inOrder(streams: Generator<Row>[], order: Order): Generator<Row> {
  const head = (stream: Generator<Row>) => {
    const next = stream.next()
    return next.done ? [] : [{ stream, row: next.value, key: sortKey(next.value.doc, order) }]
  }
  let heads = streams.flatMap(head)
  while (heads.length > 0) {
    const first = heads.reduce((least, other) => (other.key.compare(least.key) < 0 ? other : least))
    yield first.row
    heads = heads.flatMap((other) => (other === first ? head(first.stream) : [other]))
  }
}

function* inChunks(fetch: Fetch, firstChunk: number): Generator<Row> {
  let last: { key: Buffer; seq: number } | null = null
  for (let size = Math.min(Math.max(firstChunk, 1), LARGEST_CHUNK); ;) {
    const rows = fetch(last, size)
    for (const [key, seq, body] of rows) {
      last = { key, seq }
      yield { seq, doc: fromStoredText(body) }
    }
    if (rows.length < size) return
    size = Math.min(size * 4, LARGEST_CHUNK)
  }
}

function fetchAll(connection: Connection, collection: StoredCollection): Fetch {
  const sql = `SELECT NULL, seq, body FROM docs_${collection.id} WHERE seq > ? ORDER BY seq LIMIT ?`
  return (last, count) => connection.rows(sql, last?.seq ?? 0, count)
}

function fetchWalk(
  connection: Connection,
  collection: StoredCollection,
  { index, interval: { from, to }, reverse }: Walk,
): Fetch {
  const sql = walkSql(index.id, collection.id, reverse)
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
