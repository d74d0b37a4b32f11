/**
 * The write model: one conditional write per step of a matter. It sets the state, appends the event
 * and its notices and increments `v`; nothing updated means somebody else was first.
 */
import type { CollectionName } from './collections'
import type { Matter, MatterEvent, Notice, Stored } from './documents/matter'
import { DuplicateError, findOne, insert, updateOne } from './database'
import type { Update } from './database'
import { AppError } from '../kernel/errors'

/** How long a notice may stay unsent before `jobs` looks after it. */
export const NOTICE_RETRY_MS = 60_000

/** What identifies a request: the same key is the same request, other content is another one. */
export interface RequestKey {
  readonly key: string
  readonly content: string
}

export interface Change {
  readonly set: Readonly<Record<string, unknown>>
  readonly event: MatterEvent
  readonly out: readonly Notice[]
  /** When something is due by itself; undefined for never. */
  readonly nextDueAt?: Date | undefined
}

/** The entry of a repeated request, or null. Throws `CONFLICT` for the same id with other content. */
export function repeatOf<Entry extends RequestKey>(
  log: readonly Entry[],
  request: RequestKey,
): Entry | null {
  const event = log.find(({ key }) => key === request.key)
  if (event && event.content !== request.content) throw otherContent()
  return event ?? null
}

export const otherContent = (): AppError =>
  new AppError('CONFLICT', '这次提交和刚才的内容不一样，没有保存。请退出这一页，重新填一次。')

/**
 * Writes one step. Returns false when the matter changed since it was read: read again.
 */
export async function commit(
  collection: CollectionName,
  matter: Pick<Matter, '_id' | 'township' | 'v' | 'out'>,
  change: Change,
): Promise<boolean> {
  const due = dueWith(change.nextDueAt, [...matter.out, ...change.out])
  const update: Update = {
    $set: {
      ...change.set,
      state: change.event.to,
      touchedAt: change.event.at,
      ...(due ? { nextDueAt: due } : {}),
    },
    $inc: { v: 1 },
    $push: {
      log: change.event,
      ...(change.out.length > 0 ? { out: { $each: change.out } } : {}),
    },
    ...(due ? {} : { $unset: { nextDueAt: '' } }),
  }
  const { _id, township, v } = matter
  return updateOne(collection, { _id, township, v }, update)
}

/**
 * Creates a matter whose `_id` is the hash of its request. A repeat gets the document that is
 * there; `CONFLICT` when the same request came with other content.
 *
 * @throws DuplicateError when another unique key (a case number) is taken: choose another.
 */
export async function create<Doc extends Matter>(
  collection: CollectionName,
  doc: Doc,
): Promise<{ readonly doc: Doc; readonly repeated: boolean }> {
  try {
    await insert(collection, { ...doc, touchedAt: doc.log.at(-1)?.at })
    return { doc, repeated: false }
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    const first = await findOne<Doc>(collection, { _id: doc._id, township: doc.township })
    if (!first) throw error
    const request = doc.log[0]
    if (request && !repeatOf(first.log, request)) throw otherContent()
    return { doc: first, repeated: true }
  }
}

/** A number is taken about once in 10,000 tries on a busy day; several in a row never happen. */
const MOST_NUMBERS = 5

/** {@link create} for a matter with a random number: `make` draws another when it is taken. */
export async function createNumbered<Doc extends Matter>(
  collection: CollectionName,
  make: () => Doc,
): Promise<{ readonly doc: Doc; readonly repeated: boolean }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create(collection, make())
    } catch (error) {
      if (!(error instanceof DuplicateError) || attempt === MOST_NUMBERS) throw error
    }
  }
}

/** What is stored once and is no matter: `content` is that of the request that made it. */
interface Created extends Stored {
  readonly content: string
}

/**
 * Inserts a document whose `_id` is the hash of its request. A repeat gets the document that is
 * there; `CONFLICT` when the same request came with other content.
 */
export async function createOnce<Doc extends Created>(
  collection: CollectionName,
  doc: Doc,
): Promise<Doc> {
  try {
    await insert(collection, doc)
    return doc
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    const { _id, township } = doc
    const first = await findOne<Doc>(collection, { _id, township })
    if (!first) throw error
    if (first.content !== doc.content) throw otherContent()
    return first
  }
}

/** The moment at which `jobs` should look: the matter's own, or the retry of unsent notices. */
export function dueWith(own: Date | undefined, out: readonly Notice[]): Date | undefined {
  const times = out.map((notice) => +notice.notBefore + NOTICE_RETRY_MS)
  if (own) times.push(+own)
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}
