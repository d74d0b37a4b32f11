/** Open matters in sums per department; counted live, because they are few and change all day. */
import type { Warning } from '../domain/deadline'
import { endOfDay } from '../domain/deadline'
import { aggregate } from './database'
import type { Query } from './database'
import { businessDate } from '../../../miniprogram/shared/dates'

export interface OpenCount {
  readonly unit: string
  readonly answered: boolean
  readonly warning: Warning
  readonly n: number
}

/** How many open matters each department has, by urgency and by whether there is a reply. */
export async function countOpen(scope: Query, now: Date): Promise<OpenCount[]> {
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
  const rows = await aggregate<{ _id: Omit<OpenCount, 'n'>; n: number }>('cases', [
    { $match: { ...scope, open: true } },
    { $project: { unit: 1, warning, answered: { $ne: ['$reply', null] } } },
    {
      $group: {
        _id: { unit: '$unit', warning: '$warning', answered: '$answered' },
        n: { $sum: 1 },
      },
    },
  ])
  return rows.map(({ _id, n }) => ({ ..._id, n }))
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
