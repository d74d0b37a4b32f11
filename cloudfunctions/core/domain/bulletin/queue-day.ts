/** 一天谁来了, as sums that stay when the names are gone. */
import { WALK_IN_BASE } from '../queue'
import type { Queued } from '../queue'

export interface DayTally {
  /** 按约来办: matters of booked people who came, per item. */
  readonly kept: Readonly<Record<string, number>>
  /** Everybody who took a number, per department of their first matter; '' when nobody knows. */
  readonly units: Readonly<Record<string, number>>
}

type Entry = Pick<Queued, 'no' | 'units'> & { readonly items: readonly { readonly code: string }[] }

export function tallyDay(entries: readonly Entry[]): DayTally {
  return {
    kept: countEach(
      entries
        .filter(({ no }) => no <= WALK_IN_BASE)
        .flatMap(({ items }) => items.map(({ code }) => code)),
    ),
    units: countEach(entries.map(({ units }) => units[0] ?? '')),
  }
}

function countEach(keys: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries(counts)
}
