import type { Database, Document } from './database/interface'
import type { MessageTemplate } from './wechat/subscribe-message'

/** The township's data, as `seed/load.ts` gives it. */
export interface Seed {
  readonly version: string
  readonly township: string
  readonly collections: Readonly<Record<string, readonly Document[]>>
  /** Collections that people write to: what is there already stays as it is. */
  readonly owned: readonly string[]
  readonly templates: readonly MessageTemplate[]
  readonly demoStaff: readonly string[]
}

const META = '__meta'
const BATCH = 500

/**
 * Brings the data up to the seed's version. What somebody has edited (`edited: true`) or owns (an
 * account) stays as it is; the same version has nothing to do.
 * @returns how many documents were written
 */
export async function applySeed(database: Database, seed: Seed): Promise<number> {
  if (!database.hasCollection(META)) database.createCollection(META)
  const applied = `seed:${seed.township}`
  const [meta] = await database.find(META, { _id: applied })
  if (meta?.['version'] === seed.version) return 0
  let written = 0
  for (const [collection, documents] of Object.entries(seed.collections)) {
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH)
      const kept = await keptIds(database, collection, batch, seed.owned.includes(collection))
      written += database.bulkLoad(
        collection,
        batch.filter(({ _id }) => !kept.has(_id)),
      )
    }
  }
  database.bulkLoad(META, [{ _id: applied, version: seed.version }])
  return written
}

async function keptIds(
  database: Database,
  collection: string,
  documents: readonly Document[],
  owned: boolean,
): Promise<Set<unknown>> {
  const ids = documents.map(({ _id }) => _id)
  const kept = await database.find(
    collection,
    owned ? { _id: { $in: ids } } : { _id: { $in: ids }, edited: true },
    { limit: ids.length, projection: { _id: 1 } },
  )
  return new Set(kept.map(({ _id }) => _id))
}
