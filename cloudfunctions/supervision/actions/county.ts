import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { ratesOf, ratingIndicators } from '../../core/domain/bulletin/figures'
import { readOpen, sumOpen } from '../../core/store/board'
import { findOne } from '../../core/store/database'
import type { CountyDirectory, HomeDirectory } from '../../core/store/documents/catalog'
import { keptMonth } from '../../core/store/month-figures'
import type { MonthFigures } from '../../core/store/month-figures'
import { businessDate } from '../../../miniprogram/shared/dates'
import { countyInput, countyOutput } from '../schema/county'

export const county = action({
  summary: '县里看各乡：在办、超时、没答复的各有多少；只有合计，没有人，也没有事',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: countyInput,
  output: countyOutput,
  run: async ({ township, now }) => {
    // Only a county has this page; a township is no county, whoever asks.
    const own = await findOne<CountyDirectory>('directory', {
      _id: `${township}:county`,
      township,
    })
    if (!own) throw notFound('县里的合计')
    const townships = await Promise.all(
      own.townships.map(async (id) => {
        const [home, { rows }, month] = await Promise.all([
          findOne<HomeDirectory>('directory', { _id: `${id}:home`, township: id }),
          readOpen({ township: id }, now),
          keptMonth(id, businessDate(now)),
        ])
        return { id, name: home?.info.name ?? id, ...sumOpen(rows), month: monthOf(month) }
      }),
    )
    return { townships, asOf: now.toISOString() }
  },
})

/** A share of a handful is no judgement of a township, and may point at a person. */
function monthOf({ until, total }: MonthFigures) {
  const { onTime, few } = ratesOf(total)
  const ratings = ratingIndicators(total)
  return {
    until,
    received: total.received,
    completed: total.completed,
    onTimeShare: few ? null : onTime,
    goodShare: ratings.few ? null : ratings.goodShare,
  }
}
