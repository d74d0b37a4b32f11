/** Months as the bulletin counts them: by business dates in Asia/Shanghai. */
import type { Month } from './text'
import { addDays } from '../../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../../miniprogram/shared/dates'

export const monthOf = (day: BusinessDate): Month => day.slice(0, 7)

export const firstDay = (month: Month): BusinessDate => `${month}-01`

/** The month after or before another. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`
}

export const lastDay = (month: Month): BusinessDate => addDays(firstDay(addMonths(month, 1)), -1)

/** The last month that is over on this day. */
export const lastFinished = (today: BusinessDate): Month => addMonths(monthOf(today), -1)
