import type { Option } from '../plan/view'
import { minutesWords } from '../plan/view'

export type Mode = 'close' | 'open'

/** Which part of the day closes; the whole day has no bounds. */
export const PARTS = {
  all: { text: '全天', session: undefined },
  morning: { text: '上午', session: { from: '00:00', to: '12:00' } },
  afternoon: { text: '下午', session: { from: '12:00', to: '23:59' } },
} as const
export type Part = keyof typeof PARTS

const options = <Value extends string | number>(
  chosen: Value,
  all: readonly (readonly [Value, string])[],
): Option[] => all.map(([value, text]) => ({ value: String(value), text, on: value === chosen }))

export const modes = (mode: Mode): Option[] =>
  options(mode, [
    ['close', '停开一段'],
    ['open', '加开一段'],
  ])

export const parts = (part: Part): Option[] =>
  options(
    part,
    (Object.keys(PARTS) as Part[]).map((key) => [key, PARTS[key].text] as const),
  )

export const minutesChoices = (minutes: number): Option[] =>
  options(
    minutes,
    [15, 20, 30, 60].map((n) => [n, minutesWords(n)] as const),
  )

export const capacityChoices = (capacity: number): Option[] =>
  options(
    capacity,
    [1, 2, 4, 6, 10].map((n) => [n, `${String(n)}个`] as const),
  )
