/** What is stored once however often it is asked for. */
import type { CollectionName } from './collections'
import { DuplicateError, insert } from './database'

/** Inserts one document, unless one with its key is there already: then false, and nothing changes. */
export async function insertNew(name: CollectionName, doc: object): Promise<boolean> {
  try {
    await insert(name, doc)
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}
