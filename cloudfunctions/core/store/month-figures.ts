/**
 * The month so far and how long items usually take, from the daily rollups; kept in the warm worker
 * for a minute, because closed days do not change while somebody looks at a board.
 */
import { addFigures, figuresOf } from '../domain/bulletin/figures'
import type { Figures } from '../domain/bulletin/figures'
import { firstDay, monthOf } from '../domain/bulletin/month'
import { find } from './database'
import type { WorkRollup } from './documents/rollup'
import { addDays } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** How far back 平时要几天 looks: a quarter. */
const USUAL_DAYS = 91

export interface MonthFigures {
  /** The last closed day of this month that was counted; null when there is none yet. */
  readonly until: BusinessDate | null
  readonly total: Figures
  readonly items: Readonly<Record<string, { readonly n: number; readonly days: number }>>
}

const KEEP_MS = 60_000

const kept = new Map<string, { readonly figures: MonthFigures; readonly at: number }>()

export async function keptMonth(township: string, today: BusinessDate): Promise<MonthFigures> {
  const key = `${township} ${today}`
  const known = kept.get(key)
  if (known && performance.now() - known.at < KEEP_MS) return known.figures
  const rollups = await find<Pick<WorkRollup, 'day' | 'units' | 'items'>>(
    'rollups',
    { township, kind: 'work', day: { $gte: addDays(today, -USUAL_DAYS), $lt: today } },
    { order: [['day', 'desc']], limit: USUAL_DAYS, projection: { day: 1, units: 1, items: 1 } },
  )
  const month = rollups.filter(({ day }) => day >= firstDay(monthOf(today)))
  const figures: MonthFigures = {
    until: month[0]?.day ?? null,
    total: month
      .flatMap(({ units }) => Object.values(units))
      .reduce<Figures>(addFigures, figuresOf()),
    items: sumItems(rollups.map(({ items }) => items)),
  }
  kept.clear()
  kept.set(key, { figures, at: performance.now() })
  return figures
}

function sumItems(days: readonly WorkRollup['items'][]): MonthFigures['items'] {
  const sums = new Map<string, { n: number; days: number }>()
  for (const [code, item] of days.flatMap((items) => Object.entries(items))) {
    const sum = sums.get(code) ?? { n: 0, days: 0 }
    sums.set(code, { n: sum.n + item.n, days: sum.days + item.days })
  }
  return Object.fromEntries(sums)
}
