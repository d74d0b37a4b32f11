/**
 * The version of each collection's shape, and how older documents are brought up to it when they
 * are read. Old clients and half-upgraded data live side by side for weeks; nothing is migrated in
 * one night.
 */
import type { CollectionName } from './collections'
import { caseTwo } from './upgrades/cases'

/** From one version to the next. */
export type Upgrade = (doc: Record<string, unknown>) => Record<string, unknown>
export type Upgrades = Partial<Record<CollectionName, readonly Upgrade[]>>

/** `UPGRADES.cases[0]` makes version 2 of a case out of version 1. */
export const UPGRADES: Upgrades = { cases: [caseTwo] }

/**
 * A document as this code knows it.
 *
 * @throws Error when the document was written by newer code: better to stop than to lose fields.
 */
export function upgraded<Doc>(
  collection: CollectionName,
  doc: Doc,
  upgrades: Upgrades = UPGRADES,
): Doc {
  const { schema } = doc as { schema?: unknown }
  // A projection without the field is a list, which needs no upgrade.
  if (typeof schema !== 'number') return doc
  const steps = upgrades[collection] ?? []
  const current = steps.length + 1
  if (schema > current) {
    throw new Error(`${collection}: version ${String(schema)} is newer than ${String(current)}`)
  }
  return steps
    .slice(schema - 1)
    .reduce<Record<string, unknown>>(
      (old, step, index) => ({ ...step(old), schema: schema + index + 1 }),
      doc as Record<string, unknown>,
    ) as Doc
}
