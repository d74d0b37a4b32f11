import type { Output } from '../../../../typings/wire'

const LEVELS = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '基本满意'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const

/** Sums over all units of this person; fewer than five say only that there are fewer. */
export function unitLines({
  units,
}: Output<'rating', 'unitStats'>): { key: string; text: string }[] {
  const shown = units.flatMap(({ counts }) => (counts ? [counts] : []))
  if (shown.length === 0) return [{ key: 'few', text: '不到5份，不显示' }]
  return LEVELS.map(([level, word]) => ({
    key: String(level),
    text: `${word} ${String(shown.reduce((sum, counts) => sum + counts[level], 0))}`,
  }))
}
