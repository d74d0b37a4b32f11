import type { Database } from '../database/interface'
import { parseEjson, stringifyEjson } from '../database/ejson'
import type { Limits } from '../limits'
import type { AdminActions } from './admin-actions'
import type { Body } from './body-fields'
import {
  asBody,
  optionalCount,
  optionalFlag,
  optionalText,
  requiredList,
  requiredText,
} from './body-fields'
import { GatewayError } from './gateway-error'

const DEFAULT_LIMIT = 100

/** Collections of the local cloud itself (messages, permits, versions): no function sees them. */
export const RESERVED_PREFIX = '__'

export function databaseActions(
  database: Database,
  now: () => number,
  { documentsPerRead }: Limits,
): AdminActions {
  const ejson = (text: string): unknown => parseEjson(text, now)
  const object = (body: Body, key: string): Record<string, unknown> | undefined => {
    const text = optionalText(body, key)
    return text === undefined ? undefined : { ...asBody(ejson(text), key) }
  }
  const required = (body: Body, key: string): Record<string, unknown> =>
    object(body, key) ?? asBody(ejson(requiredText(body, key)), key)
  const documents = (body: Body): Record<string, unknown>[] =>
    requiredList(body, 'data').map((item) => asBody(ejson(String(item)), 'data'))
  const transaction = (body: Body): string | undefined => optionalText(body, 'transactionId')

  return {
    'database.addCollection': ({ body }) => {
      database.createCollection(collection(body))
      return {}
    },
    'database.insertDocument': async ({ body }) => ({
      data: {
        insertedIds: await database.insert(collection(body), documents(body), transaction(body)),
      },
    }),
    'database.getDocument': async ({ body }) => {
      const single = body['queryType'] === 'DOC'
      const limit = Math.min(optionalCount(body, 'limit') || DEFAULT_LIMIT, documentsPerRead)
      const offset = optionalCount(body, 'offset') ?? 0
      const found = await database.find(
        collection(body),
        object(body, 'query') ?? {},
        {
          order: object(body, 'order') as Record<string, 1 | -1> | undefined,
          offset,
          limit: single ? 1 : limit,
          projection: object(body, 'projection'),
        },
        transaction(body),
      )
      return { data: { list: found.map(stringifyEjson), limit, offset } }
    },
    'database.calculateDocument': async ({ body }) => ({
      data: {
        total: await database.count(
          collection(body),
          object(body, 'query') ?? {},
          transaction(body),
        ),
      },
    }),
    'database.modifyDocument': async ({ body }) => {
      const changed = await database.update(
        collection(body),
        object(body, 'query') ?? {},
        required(body, 'data'),
        {
          multi: optionalFlag(body, 'multi') ?? false,
          merge: optionalFlag(body, 'merge') ?? true,
          upsert: optionalFlag(body, 'upsert') ?? false,
        },
        transaction(body),
      )
      return { data: { updated: changed.updated, upsert_id: changed.upsertId } }
    },
    'database.modifyAndReturnDoc': async ({ body }) => {
      const changed = await database.updateAndReturn(
        collection(body),
        object(body, 'query') ?? {},
        required(body, 'data'),
        transaction(body),
      )
      return {
        data: { updated: changed.updated, doc: changed.doc && stringifyEjson(changed.doc) },
      }
    },
    'database.removeDocument': async ({ body }) => ({
      data: {
        deleted: await database.remove(
          collection(body),
          object(body, 'query') ?? {},
          { multi: optionalFlag(body, 'multi') ?? false },
          transaction(body),
        ),
      },
    }),
    'database.aggregateDocuments': async ({ body }) => ({
      data: {
        list: (await database.aggregate(collection(body), stages(body, ejson))).map(stringifyEjson),
      },
    }),
    // SDK 2.x: the whole list as one text.
    'database.aggregate': async ({ body }) => ({
      data: {
        list: stringifyEjson(await database.aggregate(collection(body), stages(body, ejson))),
      },
    }),
    'database.startTransaction': () => ({ transactionId: database.begin() }),
    'database.commitTransaction': async ({ body }) => {
      await database.commit(requiredText(body, 'transactionId'))
      return {}
    },
    'database.abortTransaction': async ({ body }) => {
      await database.abort(requiredText(body, 'transactionId'))
      return {}
    },
  }
}

function collection(body: Body): string {
  const name = requiredText(body, 'collectionName')
  refuseReserved(name)
  return name
}

function refuseReserved(name: unknown): void {
  if (typeof name !== 'string' || !name.startsWith(RESERVED_PREFIX)) return
  throw new GatewayError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )
}

function stages(body: Body, ejson: (text: string) => unknown): Record<string, unknown>[] {
  return requiredList(body, 'stages').map((item) => {
    const stage = asBody(item, 'stages')
    const value = ejson(requiredText(stage, 'stageValue'))
    if (typeof value === 'object' && value !== null && 'from' in value) refuseReserved(value.from)
    return { [requiredText(stage, 'stageKey')]: value }
  })
}
