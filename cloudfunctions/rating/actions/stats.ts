import { openAction } from '../../core/kernel/action'
import { ratingStats } from '../../core/domain/rating'
import { ratingFigures, sumFigures } from '../../core/store/ratings'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { statsInput, statsOutput } from '../schema'

const DEFAULT_DAYS = 364
const MOST_DAYS = 999

export const stats = openAction({
  summary: '满意度：各档多少件、多少件能评、满意率；没评的不算满意',
  by: ['public'],
  scope: 'public',
  input: statsInput,
  output: statsOutput,
  run: async ({ township, now }, { department, from, to = businessDate(now) }) => {
    const earliest = addDays(to, -MOST_DAYS)
    const start = from ?? addDays(to, -DEFAULT_DAYS)
    const figures = await ratingFigures(township, start < earliest ? earliest : start, to, now)
    const { counts, eligible } = sumFigures(figures, department)
    return ratingStats(counts, eligible)
  },
})
