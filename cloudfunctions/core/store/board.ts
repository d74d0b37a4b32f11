/** Open matters in sums per department; counted live, because they are few and change all day. */
import type { Warning } from '../domain/deadline'
import { endOfDay } from '../domain/deadline'
import { aggregate } from './database'
import type { Query } from './database'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

export interface OpenCount {
  readonly unit: string
  readonly answered: boolean
  readonly warning: Warning
  readonly n: number
}

/** 在办的按收件多久分: calendar days since it was handed in, up to and including. */
export const AGES = [3, 10, 30] as const

export interface UrgentMatter {
  readonly _id: string
  readonly number: string
  readonly itemName: string
  readonly unit: string
  readonly unitName: string
  readonly urgentAt: Date
}

export interface OpenMatters {
  readonly rows: readonly OpenCount[]
  /** As many as {@link AGES}, and last those that are older. */
  readonly ages: readonly number[]
  /** 转办没人接、没谈拢; 申请延期 */
  readonly transfers: { readonly asked: number; readonly declined: number }
  readonly extensions: number
  readonly urgent: readonly UrgentMatter[]
}

const MOST_URGENT = 10

const countOf = (match: Query) => [{ $match: match }, { $count: 'n' }]

/** Everything the board says of open matters, in one request however many there are. */
export async function readOpen(scope: Query, now: Date): Promise<OpenMatters> {
  const dueToday = endOfDay(businessDate(now))
  const warning = {
    $switch: {
      branches: [
        { case: { $lte: ['$urgentAt', now] }, then: 'red' },
        {
          case: { $and: [{ $lte: ['$urgentAt', dueToday] }, { $lt: ['$warnAt', '$urgentAt'] }] },
          then: 'yellow',
        },
        { case: { $lte: ['$warnAt', now] }, then: 'blue' },
      ],
      default: 'none',
    },
  }
  const today = businessDate(now)
  const [answer] = await aggregate<{
    rows: { _id: Omit<OpenCount, 'n'>; n: number }[]
    ages: { _id: number; n: number }[]
    asked: { n: number }[]
    declined: { n: number }[]
    extensions: { n: number }[]
    urgent: UrgentMatter[]
  }>('cases', [
    { $match: { ...scope, open: true } },
    {
      $project: {
        number: 1,
        itemName: 1,
        unit: 1,
        unitName: 1,
        urgentAt: 1,
        warning,
        answered: { $ne: ['$reply', null] },
        transfer: '$transfer.state',
        extension: '$extension.state',
        age: {
          $switch: {
            branches: AGES.map((days, index) => ({
              case: { $gte: ['$receivedOn', addDays(today, -days)] },
              then: index,
            })),
            default: AGES.length,
          },
        },
      },
    },
    {
      $facet: {
        rows: [
          {
            $group: {
              _id: { unit: '$unit', warning: '$warning', answered: '$answered' },
              n: { $sum: 1 },
            },
          },
        ],
        ages: [{ $group: { _id: '$age', n: { $sum: 1 } } }],
        asked: countOf({ transfer: 'asked' }),
        declined: countOf({ transfer: 'declined' }),
        extensions: countOf({ extension: 'asked' }),
        urgent: [
          { $match: { warning: { $in: ['red', 'yellow'] } } },
          { $sort: { urgentAt: 1, _id: 1 } },
          { $limit: MOST_URGENT },
          { $project: { number: 1, itemName: 1, unit: 1, unitName: 1, urgentAt: 1 } },
        ],
      },
    },
  ])
  if (!answer) throw new Error('$facet answers always')
  const { rows, ages, urgent, asked, declined, extensions } = answer
  return {
    rows: rows.map(({ _id, n }) => ({ ..._id, n })),
    ages: [...AGES, null].map((_, index) => ages.find(({ _id }) => _id === index)?.n ?? 0),
    transfers: { asked: asked[0]?.n ?? 0, declined: declined[0]?.n ?? 0 },
    extensions: extensions[0]?.n ?? 0,
    urgent,
  }
}

/** 今天的窗口和村: numbers booked and free, in the order of the places. */
export async function readVenues(
  township: string,
  today: BusinessDate,
): Promise<{ readonly id: string; readonly booked: number; readonly capacity: number }[]> {
  const rows = await aggregate<{ _id: string; booked: number; capacity: number }>('slots', [
    { $match: { township, date: today } },
    {
      $group: {
        _id: '$venueId',
        booked: { $sum: { $size: '$seats' } },
        capacity: { $sum: '$capacity' },
      },
    },
  ])
  return rows.map(({ _id, booked, capacity }) => ({ id: _id, booked, capacity }))
}

export function sumOpen(rows: readonly OpenCount[]) {
  const sum = (of: (row: OpenCount) => boolean) =>
    rows.filter(of).reduce((total, { n }) => total + n, 0)
  const red = sum(({ warning }) => warning === 'red')
  return {
    open: sum(() => true),
    overdue: red,
    unanswered: sum(({ answered }) => !answered),
    warnings: {
      blue: sum(({ warning }) => warning === 'blue'),
      yellow: sum(({ warning }) => warning === 'yellow'),
      red,
    },
  }
}
