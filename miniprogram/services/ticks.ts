import { readStored, store } from './storage'

export type Ticks = Readonly<Record<string, true>>

export const NO_TICKS: Ticks = {}

const keyOf = (list: string): string => `ticks:${list}`

/** What a person has got ready; kept on the phone only. */
export const readTicks = (list: string): Ticks => readStored<Ticks>(keyOf(list)) ?? NO_TICKS

export function toggleTick(list: string, ticks: Ticks, id: string): Ticks {
  const next: Record<string, true> = { ...ticks }
  if (next[id]) delete next[id]
  else next[id] = true
  store(keyOf(list), next)
  return next
}
