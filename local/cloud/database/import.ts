import { parseEjson } from './ejson'
import { DatabaseError, invalid } from './errors'
import { EXPORT_FORMAT } from './export'
import type { Database, Document, IndexSpec } from './interface'
import { isPlainObject } from './plain-object'

/** Documents written at a time. */
const BATCH = 500

/**
 * Brings back what `exportState` wrote, into a database without documents; collections that are
 * there already, as those that are always declared, must be empty.
 *
 * What went wrong is told with its line. An import that failed halfway leaves what came before.
 *
 * @returns how many documents there were
 */
export async function importState(
  database: Database,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  const importing = new Importing(database)
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') atLine(number, () => importing.take(line, number))
  }
  if (number === 0) throw invalid('文件是空的，不是本机云的导出')
  importing.finish()
  return importing.documents
}

class Importing {
  documents = 0
  private begun = false
  private collection: string | null = null
  private indexes: IndexSpec[] = []
  private batch: { line: number; doc: Document }[] = []

  constructor(private readonly database: Database) {}

  take(text: string, line: number): void {
    const entry = parseEjson(text)
    if (!isPlainObject(entry)) throw invalid('不是一个 JSON 对象')
    if (!this.begun) this.begin(entry)
    else if ('collection' in entry) this.open(entry)
    else if (isPlainObject(entry.document)) this.add(entry.document, line)
    else throw invalid('既不是集合，也不是文档')
  }

  finish(): void {
    this.flush()
    // After the documents: building an index once is faster than feeding it.
    const { collection } = this
    if (collection === null) return
    for (const index of this.indexes) this.database.ensureIndex(collection, index)
  }

  private begin({ format, version }: Record<string, unknown>): void {
    if (format !== EXPORT_FORMAT.format || version !== EXPORT_FORMAT.version) {
      throw invalid('第一行不对：不是本机云的导出，或者来自别的版本')
    }
    this.begun = true
  }

  private open({ collection, indexes }: Record<string, unknown>): void {
    if (typeof collection !== 'string' || !Array.isArray(indexes) || !indexes.every(isIndex)) {
      throw invalid('集合的一行要有 collection 和 indexes')
    }
    this.finish()
    const existing = this.database.collections().find(({ name }) => name === collection)
    if (existing && existing.count > 0) {
      throw invalid(`集合 ${collection} 里已经有文档：请导入到空的数据目录（--fresh）`)
    }
    if (!existing) this.database.createCollection(collection)
    this.collection = collection
    this.indexes = indexes
  }

  private add(doc: Document, line: number): void {
    if (this.collection === null) throw invalid('文档前面没有集合')
    if (!('_id' in doc)) throw invalid('文档没有 _id')
    this.batch.push({ line, doc })
    this.documents++
    if (this.batch.length >= BATCH) this.flush()
  }

  /** All at once; if that fails, one by one, to find the line. */
  private flush(): void {
    const batch = this.batch.splice(0)
    if (this.collection === null || batch.length === 0) return
    try {
      this.load(batch.map(({ doc }) => doc))
    } catch {
      for (const { line, doc } of batch) atLine(line, () => this.load([doc]))
    }
  }

  private load(docs: Document[]): void {
    this.database.bulkInsert(this.collection!, docs)
  }
}

/** An error of one line says which; the first that knows its line wins. */
function atLine(line: number, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.message.startsWith('第 ')) throw error
    throw new DatabaseError(error.code, `第 ${line} 行：${error.message}`, { cause: error })
  }
}

function isIndex(value: unknown): value is IndexSpec {
  return isPlainObject(value) && typeof value.name === 'string' && Array.isArray(value.keys)
}
