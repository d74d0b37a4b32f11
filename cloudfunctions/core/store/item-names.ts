/**
 * Names of items by code, kept in the warm worker for a minute: a booking needs them, and the
 * catalogue changes a few times a year. An unknown code always asks the database before it is
 * refused.
 */
import { find } from './database'
import type { ItemDocument } from './documents/catalog'

const KEEP_MS = 60_000

const kept = new Map<string, { readonly names: Map<string, string>; readonly at: number }>()

/** The names in the order of the codes; null for a code that does not exist. */
export async function itemNames(
  township: string,
  codes: readonly string[],
): Promise<(string | null)[]> {
  let names = kept.get(township)
  const stale = !names || performance.now() - names.at > KEEP_MS
  if (!names || stale || codes.some((code) => !names?.names.has(code))) {
    const items = await find<Pick<ItemDocument, 'code' | 'name'>>(
      'items',
      { township, retired: null },
      { limit: 1000, projection: { code: 1, name: 1 } },
    )
    names = { names: new Map(items.map(({ code, name }) => [code, name])), at: performance.now() }
    kept.set(township, names)
  }
  const { names: known } = names
  return codes.map((code) => known.get(code) ?? null)
}
