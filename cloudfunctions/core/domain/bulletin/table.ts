/** The table of a bulletin: departments and villages in the township's own order, never ranked. */
import { addFigures, figuresOf } from './figures'
import type { Figures } from './figures'
import type { Part } from './count'

export interface Row {
  readonly id: string
  readonly name: string
  readonly figures: Figures
}

/** A department or village, in its place of the fixed order. */
export interface Place {
  readonly id: string
  readonly name: string
}

export interface Table {
  readonly departments: readonly Row[]
  readonly villages: readonly Row[]
  readonly total: Figures
}

/** Figures per department and per village, of a day or a month. */
export interface Sums {
  readonly units: Readonly<Record<string, Partial<Figures>>>
  readonly villages: Readonly<Record<string, Partial<Figures>>>
}

type Entry = readonly [id: string, figures: Partial<Figures>]

function sumById(entries: readonly Entry[]): Record<string, Figures> {
  const sums = new Map<string, Figures>()
  for (const [id, figures] of entries) sums.set(id, addFigures(sums.get(id) ?? {}, figures))
  return Object.fromEntries(sums)
}

/** Parts by unit and by village; each part counts once in both. */
export const sumParts = (parts: readonly Omit<Part, 'day'>[]): Sums => ({
  units: sumById(parts.map(({ unit, figures }): Entry => [unit, figures])),
  villages: sumById(parts.map(({ villageId, figures }): Entry => [villageId, figures])),
})

/** The sums of several days. */
export const addSums = (all: readonly Sums[]): Sums => ({
  units: sumById(all.flatMap(({ units }) => Object.entries(units))),
  villages: sumById(all.flatMap(({ villages }) => Object.entries(villages))),
})

/** What belongs to no department or village of the list still counts, in a row of its own. */
const ELSEWHERE = '乡里和其他'

export function tableOf(
  sums: Sums,
  departments: readonly Place[],
  villages: readonly Place[],
): Table {
  const rows = rowsOf(sums.units, departments)
  return {
    departments: rows,
    villages: rowsOf(sums.villages, villages),
    total: rows.reduce((total, { figures }) => addFigures(total, figures), figuresOf()),
  }
}

function rowsOf(sums: Sums['units'], places: readonly Place[]): Row[] {
  const known = new Set(places.map(({ id }) => id))
  const rows = places.map(({ id, name }) => ({ id, name, figures: figuresOf(sums[id]) }))
  const others = Object.entries(sums).filter(([id]) => !known.has(id))
  if (others.length === 0) return rows
  const figures = others.reduce((total, [, some]) => addFigures(total, some), figuresOf())
  return [...rows, { id: '', name: ELSEWHERE, figures }]
}
