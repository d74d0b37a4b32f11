/** 满意度: closed days are kept as recounted rollups, today is counted live. */
import { addCounts, NO_RATINGS } from '../domain/rating'
import type { RatingCounts, RatingLevel } from '../domain/rating'
import { aggregate, find, updateOne } from './database'
import type { RatingRollup } from './documents/rollup'
import { insertNew } from './insert-new'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** Ratings and completed matters of one department. */
export interface DepartmentFigures {
  readonly counts: RatingCounts
  readonly eligible: number
}

type Figures = Readonly<Record<string, DepartmentFigures>>

/** Counts the days from `from` up to and including `to` from the documents themselves. */
export async function countRatings(
  township: string,
  from: BusinessDate,
  to: BusinessDate,
): Promise<Figures> {
  const span = { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) }
  const [given, completed] = await Promise.all([
    aggregate<{ _id: { department: string; level: RatingLevel }; n: number }>('cases', [
      { $match: { township, 'rating.at': span } },
      { $group: { _id: { department: '$unit', level: '$rating.level' }, n: { $sum: 1 } } },
    ]),
    aggregate<{ _id: string; n: number }>('cases', [
      { $match: { township, state: 'completed', completedAt: span } },
      { $group: { _id: '$unit', n: { $sum: 1 } } },
    ]),
  ])
  const figures: Record<string, DepartmentFigures> = {}
  const of = (department: string) => figures[department] ?? { counts: NO_RATINGS, eligible: 0 }
  for (const { _id, n } of given) {
    const { counts, eligible } = of(_id.department)
    figures[_id.department] = { counts: { ...counts, [_id.level]: n }, eligible }
  }
  for (const { _id, n } of completed) figures[_id] = { ...of(_id), eligible: n }
  return figures
}

/** Writes the recount of one closed day over whatever was there. */
export async function writeRollup(township: string, day: BusinessDate): Promise<void> {
  const departments = await countRatings(township, day, day)
  const rollup: RatingRollup = {
    _id: `${township}:rating:${day}`,
    township,
    schema: 1,
    kind: 'rating',
    day,
    departments,
  }
  const { _id, ...content } = rollup
  if (await updateOne('rollups', { _id, township }, { $set: content })) return
  await insertNew('rollups', rollup)
}

/** Closed days from the rollups, what is newer counted live. */
export async function ratingFigures(
  township: string,
  from: BusinessDate,
  to: BusinessDate,
  now: Date,
): Promise<readonly Figures[]> {
  const rollups = await find<RatingRollup>(
    'rollups',
    { township, kind: 'rating', day: { $gte: from, $lte: to } },
    { order: [['day', 'desc']], limit: 1000 },
  )
  const closed = rollups[0]?.day
  const liveFrom = closed ? addDays(closed, 1) : from
  const liveTo = to < businessDate(now) ? to : businessDate(now)
  const live = liveFrom <= liveTo ? [await countRatings(township, liveFrom, liveTo)] : []
  return [...rollups.map(({ departments }) => departments), ...live]
}

/** Sums over days, for one department or all. */
export function sumFigures(all: readonly Figures[], department?: string): DepartmentFigures {
  const chosen = all.flatMap((figures) =>
    Object.entries(figures).filter(([id]) => department === undefined || id === department),
  )
  return chosen.reduce<DepartmentFigures>(
    (sum, [, figures]) => ({
      counts: addCounts(sum.counts, figures.counts),
      eligible: sum.eligible + figures.eligible,
    }),
    { counts: NO_RATINGS, eligible: 0 },
  )
}
