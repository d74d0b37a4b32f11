import type { Connection } from './connection'
import { collectionNotExist, DatabaseError, invalid } from './errors'
import type { IndexSpec } from './interface'
import { fillIndex } from './index-rows'

/** An index as stored: `index_<id>(key, seq)`, in the order of its keys. */
export interface StoredIndex {
  readonly id: number
  readonly spec: IndexSpec
  /** Positions in `spec.keys` that ever held an array; it only grows. */
  readonly multikey: Set<number>
}

/** A collection as stored: `docs_<id>(seq, id, body)`, `seq` being the order of insertion. */
export interface StoredCollection {
  readonly id: number
  readonly name: string
  readonly indexes: StoredIndex[]
}

/** Which collections and indexes there are: kept in memory, written through to SQLite. */
export class Catalog {
  private readonly byName = new Map<string, StoredCollection>()
  /** Indexes that became multikey since the file was opened. */
  private readonly marked = new Set<StoredIndex>()

  constructor(
    private readonly main: Connection,
    private readonly strict: boolean,
    /** Tables change in a commit of their own: whatever is not committed yet goes first. */
    private readonly beforeChange: () => void,
  ) {
    this.load()
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  all(): StoredCollection[] {
    return [...this.byName.values()]
  }

  get(name: string): StoredCollection {
    const found = this.byName.get(name)
    if (found) return found
    if (this.strict) throw collectionNotExist(name)
    return this.create(name)
  }

  create(name: string): StoredCollection {
    if (this.has(name)) {
      throw new DatabaseError('DATABASE_COLLECTION_ALREADY_EXIST', `集合已经有了：${name}`)
    }
    if (!name || name.startsWith('system.') || name.includes('$')) {
      throw invalid(`集合名不合规：${JSON.stringify(name)}`)
    }
    this.beforeChange()
    const id = this.main.atomically(() => {
      const id = this.main.run('INSERT INTO collections(name) VALUES(?)', name)
      this.main.exec(`CREATE TABLE docs_${id}(
        seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`)
      return id
    })
    const created: StoredCollection = { id, name, indexes: [] }
    this.byName.set(name, created)
    return created
  }

  ensureIndex(collectionName: string, spec: IndexSpec): void {
    const collection = this.get(collectionName)
    checkSpec(spec)
    const at = collection.indexes.findIndex((index) => index.spec.name === spec.name)
    const old = collection.indexes[at]
    if (old && specText(old.spec) === specText(spec)) return
    this.beforeChange()
    const built = this.main.atomically(() => {
      if (old) this.dropTable(old)
      return this.build(collection, { ...spec })
    })
    if (old) collection.indexes[at] = built
    else collection.indexes.push(built)
  }

  /** Notes that an index now holds arrays, in the same commit as the document that brings them. */
  markMultikey(index: StoredIndex, positions: number[]): void {
    if (positions.every((position) => index.multikey.has(position))) return
    for (const position of positions) index.multikey.add(position)
    const text = JSON.stringify([...index.multikey])
    this.main.run('UPDATE indexes SET multikey = ? WHERE id = ?', text, index.id)
    this.marked.add(index)
  }

  /** After a write that was undone: what the file says counts. */
  rereadMultikey(): void {
    for (const index of this.marked) {
      const sql = 'SELECT multikey FROM indexes WHERE id = ?'
      const [multikey = '[]'] = this.main.row<[string]>(sql, index.id) ?? []
      index.multikey.clear()
      for (const position of JSON.parse(multikey) as number[]) index.multikey.add(position)
    }
  }

  private build(collection: StoredCollection, spec: IndexSpec): StoredIndex {
    const id = this.main.run(
      'INSERT INTO indexes(collection, name, spec, multikey) VALUES(?, ?, ?, ?)',
      collection.id,
      spec.name,
      specText(spec),
      '[]',
    )
    this.main.exec(`CREATE TABLE index_${id}(
      key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(key, seq)) WITHOUT ROWID`)
    const index: StoredIndex = { id, spec, multikey: new Set() }
    const multikey = fillIndex(this.main, collection, index)
    this.markMultikey(index, multikey)
    return index
  }

  private dropTable(index: StoredIndex): void {
    this.main.exec(`DROP TABLE index_${index.id}`)
    this.main.run('DELETE FROM indexes WHERE id = ?', index.id)
  }

  private load(): void {
    for (const [id, name] of this.main.rows<[number, string]>('SELECT id, name FROM collections')) {
      this.byName.set(name, { id, name, indexes: this.loadIndexes(id) })
    }
  }

  private loadIndexes(collectionId: number): StoredIndex[] {
    return this.main
      .rows<[number, string, string, string]>(
        'SELECT id, name, spec, multikey FROM indexes WHERE collection = ? ORDER BY id',
        collectionId,
      )
      .map(([id, name, spec, multikey]) => ({
        id,
        spec: { name, ...(JSON.parse(spec) as Omit<IndexSpec, 'name'>) },
        multikey: new Set(JSON.parse(multikey) as number[]),
      }))
  }
}

/** What makes two declarations the same index. */
function specText(spec: IndexSpec): string {
  return JSON.stringify({ keys: spec.keys, unique: spec.unique ?? false })
}

function checkSpec(spec: IndexSpec): void {
  const wellFormed =
    spec.name !== '_id_' &&
    spec.keys.length > 0 &&
    spec.keys.every(([field, direction]) => field && (direction === 1 || direction === -1))
  if (!wellFormed) throw invalid(`索引声明不合规：${JSON.stringify(spec)}`)
}
