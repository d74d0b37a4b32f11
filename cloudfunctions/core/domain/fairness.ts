/**
 * 三个一样: small and large matters, acquaintances and strangers, early and late comers, side by side
 * in plain working days. Facts for people to think about: no person is named, nothing is ranked,
 * and what is too little to tell says so.
 */
import { workdaysBetween } from './calendar'
import type { WorkCalendar } from './calendar'
import { daysBetween } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** Below this a cell says nothing about how people are treated. */
export const FEWEST_MATTERS = 30
export const TOO_FEW = '数量太少,不作判断'

/** Alike completed matters and how many of them. */
export interface FairnessRow {
  readonly n: number
  readonly receivedOn: BusinessDate
  readonly acceptedOn: BusinessDate
  readonly decidedOn: BusinessDate
  readonly commitDays: number
  /** 在本村代办员手里交的、在外村代办员手里交的、自己交的 */
  readonly through: 'own' | 'other' | 'none'
  /** Hour of arrival in the township, 0…23. */
  readonly hour: number
}

export interface FairnessCell {
  readonly label: string
  readonly matters: number
  readonly averageDays: number | null
  readonly averageTotalDays: number | null
}

type Part = readonly [label: string, holds: (row: FairnessRow) => boolean]

const TABLES: readonly (readonly [title: string, parts: readonly Part[]])[] = [
  [
    '小事大事一个样',
    [
      ['当天办的', ({ commitDays }) => commitDays <= 1],
      ['十天以内的', ({ commitDays }) => commitDays > 1 && commitDays <= 10],
      ['十天以上的', ({ commitDays }) => commitDays > 10],
    ],
  ],
  [
    '熟人生人一个样',
    [
      ['找本村代办员的', ({ through }) => through === 'own'],
      ['找外村代办员的', ({ through }) => through === 'other'],
      ['自己交的', ({ through }) => through === 'none'],
    ],
  ],
  [
    '早去晚去一个样',
    [
      ['10点以前', ({ hour }) => hour < 10],
      ['10点到下午3点', ({ hour }) => hour >= 10 && hour < 15],
      ['下午3点以后', ({ hour }) => hour >= 15],
    ],
  ],
]

export function fairnessTables(rows: readonly FairnessRow[], calendar: WorkCalendar) {
  return TABLES.map(([title, parts]) => ({
    title,
    cells: parts.map(([label, holds]): FairnessCell => cellOf(label, rows.filter(holds), calendar)),
  }))
}

function cellOf(label: string, rows: readonly FairnessRow[], calendar: WorkCalendar): FairnessCell {
  const matters = rows.reduce((sum, { n }) => sum + n, 0)
  if (matters < FEWEST_MATTERS) return { label, matters, averageDays: null, averageTotalDays: null }
  const average = (days: (row: FairnessRow) => number) =>
    Math.round((rows.reduce((sum, row) => sum + row.n * days(row), 0) / matters) * 10) / 10
  return {
    label,
    matters,
    averageDays: average(({ acceptedOn, decidedOn }) =>
      workdaysBetween(acceptedOn, decidedOn, calendar),
    ),
    averageTotalDays: average(({ receivedOn, decidedOn }) => daysBetween(receivedOn, decidedOn)),
  }
}
