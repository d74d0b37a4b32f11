import { EJSON } from 'bson'
import type { CollectionInfo, Database, Document } from './interface'

/** The first line of an export: what it is, for whoever opens it in ten years. */
export const EXPORT_FORMAT = { format: 'local-cloud-database', version: 1 } as const

/** Documents read at a time: an export must not hold a collection in memory. */
const PAGE = 500

/**
 * Writes the whole state as lines of JSON: what it is; then for each collection, those of the local
 * cloud itself too, one line with its indexes and one per document, in the order of insertion.
 *
 * Values are canonical EJSON, which keeps every type. Each page is read by itself: nobody else may
 * write meanwhile, or the parts are of different moments.
 *
 * @param write takes one line, without its line break
 * @returns how many documents there were
 */
export async function exportState(
  database: Database,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  await write(JSON.stringify(EXPORT_FORMAT))
  let documents = 0
  for (const { name, indexes } of database.collections()) {
    await write(JSON.stringify({ collection: name, indexes }))
    for (const page of pagesOf(database, { name })) {
      for (const doc of page) await write(documentLine(doc))
      documents += page.length
    }
  }
  return documents
}

function* pagesOf(database: Database, { name }: Pick<CollectionInfo, 'name'>) {
  let after = 0
  for (;;) {
    const { docs, last } = database.scan(name, after, PAGE)
    if (docs.length === 0) return
    yield docs
    after = last
  }
}

function documentLine(doc: Document): string {
  return EJSON.stringify({ document: doc }, { relaxed: false })
}
