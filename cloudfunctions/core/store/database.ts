/**
 * The only file that talks to the cloud database. Queries and updates are MongoDB's own (the SDK's
 * `raw` option), because they read like the manual and need no second dialect.
 *
 * Everything here is one round trip, and is counted.
 */
import cloudbase from '@cloudbase/node-sdk'
import type { CollectionName } from './collections'
import { upgraded } from './schema-version'

export type Query = Record<string, unknown>
export type Update = Record<`$${string}`, Record<string, unknown>>

/** E11000: a document with this id or unique key is already there. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError'
  /** `_id_` or the name of the unique index that refused. */
  constructor(readonly index: string) {
    super(`duplicate key in ${index}`)
  }
}

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, timeout: 15_000 })
const database = app.database()

let trips = 0
/** Database requests of this worker so far; a worker runs one call at a time. */
export const tripCount = (): number => trips

/** What the SDK answers, in so far as we read it; its own types say `any`. */
interface SdkAnswer {
  readonly code?: string
  readonly message?: string
  readonly data?: unknown
  readonly updated?: number
  readonly deleted?: number | string
  readonly total?: number
}

async function request(send: () => Promise<unknown>): Promise<SdkAnswer> {
  trips++
  let answer: SdkAnswer
  try {
    answer = (await send()) as SdkAnswer
  } catch (error) {
    throw duplicateOr(error)
  }
  if (answer.code)
    throw duplicateOr(Object.assign(new Error(answer.message), { code: answer.code }))
  return answer
}

function duplicateOr(error: unknown): unknown {
  const message = error instanceof Error ? error.message : ''
  if (!message.includes('E11000')) return error
  return new DuplicateError(/index: ?(\S+)/.exec(message)?.[1] ?? '_id_')
}

const raw = (name: CollectionName, options: { multiple?: boolean } = {}) =>
  database.collection(name).options({ raw: true, ...options })

export interface FindOptions {
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** At most 1000, the limit of the cloud. */
  readonly limit?: number
  readonly projection?: Readonly<Record<string, 0 | 1>>
}

export async function find<Doc>(
  name: CollectionName,
  query: Query,
  { order = [], limit = 100, projection }: FindOptions = {},
): Promise<Doc[]> {
  let cursor = raw(name).where(query).limit(limit)
  for (const [field, direction] of order) cursor = cursor.orderBy(field, direction)
  if (projection) cursor = cursor.field(projection)
  const answer = await request(() => cursor.get())
  return (answer.data as Doc[]).map((doc) => upgraded(name, doc))
}

export async function findOne<Doc>(name: CollectionName, query: Query): Promise<Doc | null> {
  const [doc] = await find<Doc>(name, query, { limit: 1 })
  return doc ?? null
}

/** Inserts one or several documents, all or none. Throws {@link DuplicateError}. */
export async function insert(
  name: CollectionName,
  docs: object | readonly object[],
): Promise<void> {
  await request(() => database.collection(name).add(docs))
}

/** One conditional write: changes at most one document that matches; says whether one did. */
export async function updateOne(
  name: CollectionName,
  query: Query,
  update: Update,
): Promise<boolean> {
  const answer = await request(() => raw(name, { multiple: false }).where(query).update(update))
  return (answer.updated ?? 0) > 0
}

/** Changes every document that matches; says how many. */
export async function updateMany(
  name: CollectionName,
  query: Query,
  update: Update,
): Promise<number> {
  const answer = await request(() => raw(name, { multiple: true }).where(query).update(update))
  return answer.updated ?? 0
}

/** Removes at most one document that matches; says whether one was. */
export async function removeOne(name: CollectionName, query: Query): Promise<boolean> {
  const answer = await request(() => raw(name, { multiple: false }).where(query).remove())
  return Number(answer.deleted ?? 0) > 0
}

export async function count(name: CollectionName, query: Query): Promise<number> {
  const answer = await request(() => raw(name).where(query).count())
  return answer.total ?? 0
}

/** An aggregation pipeline; the first stage should be a `$match` that an index serves. */
export async function aggregate<Row>(
  name: CollectionName,
  stages: readonly Record<`$${string}`, unknown>[],
): Promise<Row[]> {
  const answer = await request(
    () =>
      raw(name)
        .aggregate(stages as object[])
        .end() as Promise<{ data: Row[] }>,
  )
  return answer.data as Row[]
}
