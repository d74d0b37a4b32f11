import { EJSON } from 'bson'
import type { LocalCloud } from './local-cloud'

/** Whole matters with all that happened to them have 40 KB. */
const PAGE = 20

/**
 * Looks into the database past the functions, to check what is stored. Tests only read through it,
 * and prepare what no action can (a slot of a given size).
 */
export class Admin {
  constructor(private readonly cloud: LocalCloud) {}

  /** All of them, in pages: an answer of the cloud holds at most 1 MB. */
  async find<Doc = Record<string, unknown>>(
    collection: string,
    query: Record<string, unknown>,
  ): Promise<Doc[]> {
    const docs: Doc[] = []
    for (;;) {
      const { list } = await this.send<{ list: string[] }>('database.getDocument', collection, {
        query: EJSON.stringify(query, { relaxed: false }),
        queryType: 'WHERE',
        offset: docs.length,
        limit: PAGE,
      })
      docs.push(...list.map((text) => EJSON.parse(text) as Doc))
      if (list.length < PAGE) return docs
    }
  }

  async one<Doc = Record<string, unknown>>(
    collection: string,
    query: Record<string, unknown>,
  ): Promise<Doc> {
    const [doc] = await this.find<Doc>(collection, query)
    if (!doc) throw new Error(`nothing in ${collection} for ${JSON.stringify(query)}`)
    return doc
  }

  async update(
    collection: string,
    query: Record<string, unknown>,
    update: Record<string, unknown>,
  ): Promise<number> {
    const { updated } = await this.send<{ updated: number }>(
      'database.modifyDocument',
      collection,
      {
        query: EJSON.stringify(query, { relaxed: false }),
        queryType: 'WHERE',
        data: EJSON.stringify(update, { relaxed: false }),
        multi: true,
        merge: true,
        upsert: false,
      },
    )
    return updated
  }

  async count(collection: string, query: Record<string, unknown> = {}): Promise<number> {
    const { total } = await this.send<{ total: number }>('database.calculateDocument', collection, {
      query: EJSON.stringify(query, { relaxed: false }),
      queryType: 'WHERE',
    })
    return total
  }

  private async send<Data>(
    action: string,
    collectionName: string,
    body: Record<string, unknown>,
  ): Promise<Data> {
    const answer = await this.cloud.post<{ code?: string; message?: string; data: Data }>(
      '/admin',
      {
        action,
        collectionName,
        ...body,
      },
    )
    if (answer.code) throw new Error(`${answer.code}: ${answer.message ?? ''}`)
    return answer.data
  }
}
