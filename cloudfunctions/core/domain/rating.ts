/** 好差评 (国办发〔2019〕51号): five levels; 1 and 2 are bad and are followed up. */

export type RatingLevel = 1 | 2 | 3 | 4 | 5

export const RATING_LEVELS: Readonly<Record<RatingLevel, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
}

export const isBad = (level: number): boolean => level <= 2

/** How often each level was given. */
export type RatingCounts = Readonly<Record<RatingLevel, number>>

export const NO_RATINGS: RatingCounts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }

export function addCounts(a: RatingCounts, b: RatingCounts): RatingCounts {
  return { 1: a[1] + b[1], 2: a[2] + b[2], 3: a[3] + b[3], 4: a[4] + b[4], 5: a[5] + b[5] }
}

/** The rated see sums of at least this many, never a single rating. */
export const SMALLEST_SUM = 5

export const ratedCount = (counts: RatingCounts): number =>
  counts[1] + counts[2] + counts[3] + counts[4] + counts[5]

/** The counts as the rated may see them: null while there are too few to hide who it was. */
export const countsForRated = (counts: RatingCounts): RatingCounts | null =>
  ratedCount(counts) < SMALLEST_SUM ? null : counts

export interface RatingStats {
  readonly counts: RatingCounts
  readonly rated: number
  /** Matters completed, and so open to a rating. Unrated never counts as good. */
  readonly eligible: number
  /** Share of 3 and better among those rated, 0…1; null while nobody rated. */
  readonly goodRate: number | null
}

export function ratingStats(counts: RatingCounts, eligible: number): RatingStats {
  const rated = ratedCount(counts)
  const good = counts[3] + counts[4] + counts[5]
  return { counts, rated, eligible, goodRate: rated === 0 ? null : good / rated }
}
