import { action } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { countsForRated } from '../../core/domain/rating'
import { ratingFigures, sumFigures } from '../../core/store/ratings'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { unitStatsInput, unitStatsOutput } from '../schema'

const DEFAULT_DAYS = 89
const MOST_DAYS = 365

export const unitStats = action({
  summary: '我们单位的评价：满五份才看得到合计，看不到是谁评的',
  by: ['window', 'cadre'],
  scope: 'township',
  input: unitStatsInput,
  output: unitStatsOutput,
  run: async ({ township, caller, now }, { from, to = businessDate(now) }) => {
    const earliest = addDays(to, -MOST_DAYS)
    const asked = from ?? addDays(to, -DEFAULT_DAYS)
    const start = asked < earliest ? earliest : asked
    const figures = await ratingFigures(township, start, to, now)
    const units = unitsOf(caller).map((unit) => {
      const { counts, eligible } = sumFigures(figures, unit)
      return { unit, counts: countsForRated(counts), eligible }
    })
    return { units, from: start, to }
  },
})
