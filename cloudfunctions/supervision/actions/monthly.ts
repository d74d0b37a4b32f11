import { openAction } from '../../core/kernel/action'
import { FEW, ratingIndicators } from '../../core/domain/bulletin/figures'
import { monthOf } from '../../core/domain/bulletin/month'
import { itemNames } from '../../core/store/item-names'
import { keptMonth } from '../../core/store/month-figures'
import { businessDate } from '../../../miniprogram/shared/dates'
import { monthlyInput, monthlyOutput } from '../schema'

export const monthly = openAction({
  summary: '这个月办得怎么样：给群众看的数，办事平时要几天；不点名，太少的不说',
  by: ['public'],
  scope: 'public',
  input: monthlyInput,
  output: monthlyOutput,
  run: async ({ township, now }) => {
    const today = businessDate(now)
    const { until, total, items } = await keptMonth(township, today)
    const { rated, few, goodShare } = ratingIndicators(total)
    const often = Object.entries(items)
      .filter(([, { n }]) => n >= FEW)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const names = await itemNames(
      township,
      often.map(([code]) => code),
    )
    const { received, answered, accepted, completed, onTime, proxy, booked } = total
    return {
      month: monthOf(today),
      until,
      received,
      answered,
      accepted,
      completed,
      onTime,
      proxy,
      booked,
      goodRate: few ? null : goodShare,
      rated,
      usual: often.map(([code, { n, days }], index) => ({
        code,
        name: names[index] ?? code,
        days: days / n,
        completed: n,
      })),
    }
  },
})
