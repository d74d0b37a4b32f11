/**
 * Names of departments and villages in the township's own order, kept in the warm worker for a
 * minute: every board needs them, and they change once in years.
 */
import { find } from './database'
import type { DepartmentDirectory, HomeDirectory } from './documents/catalog'
import type { Place } from '../domain/bulletin/table'

export interface Places {
  /** The township's own name. */
  readonly name: string
  readonly departments: readonly Place[]
  readonly villages: readonly Place[]
}

const KEEP_MS = 60_000

const kept = new Map<string, { readonly places: Places; readonly at: number }>()

export async function keptPlaces(township: string): Promise<Places> {
  const known = kept.get(township)
  if (known && performance.now() - known.at < KEEP_MS) return known.places
  const pages = await find<DepartmentDirectory | HomeDirectory>('directory', {
    _id: { $in: [`${township}:departments`, `${township}:home`] },
    township,
  })
  const home = pages.find((page) => page.kind === 'home')
  const directory = pages.find((page) => page.kind === 'departments')
  const named = ({ id, name }: Place): Place => ({ id, name })
  const places = {
    name: home?.info.name ?? '',
    departments: (directory?.departments ?? []).map(named),
    villages: (home?.villages ?? []).map(named),
  }
  kept.set(township, { places, at: performance.now() })
  return places
}
