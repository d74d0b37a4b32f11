/** 三个一样: the month's completed matters, grouped by what matters for fairness and nothing else. */
import type { FairnessRow } from '../domain/fairness'
import { aggregate, find } from './database'
import type { Query } from './database'
import type { Account } from './documents/account'

interface Group {
  readonly _id: Omit<FairnessRow, 'n' | 'through'> & {
    readonly villageId: string
    readonly agentId: string | null
  }
  readonly n: number
}

/** China has one time zone without summer time. */
const TIMEZONE = '+08:00'

const completedIn = (scope: Query, from: Date, to: Date): Query => ({
  ...scope,
  state: 'completed',
  completedAt: { $gte: from, $lt: to },
})

export async function fairnessRows(
  scope: Query & { readonly township: string },
  from: Date,
  to: Date,
): Promise<FairnessRow[]> {
  const [groups, agents] = await Promise.all([
    aggregate<Group>('cases', [
      { $match: completedIn(scope, from, to) },
      {
        $group: {
          _id: {
            receivedOn: '$receivedOn',
            acceptedOn: '$acceptedOn',
            decidedOn: '$decidedOn',
            commitDays: '$commitDays',
            villageId: '$villageId',
            agentId: '$agentId',
            hour: { $hour: { date: '$receivedAt', timezone: TIMEZONE } },
          },
          n: { $sum: 1 },
        },
      },
    ]),
    find<Pick<Account, '_id' | 'staff'>>(
      'accounts',
      { township: scope.township, 'staff.roles': 'agent' },
      { limit: 1000, projection: { 'staff.villageId': 1 } },
    ),
  ])
  const villages = new Map(agents.map(({ _id, staff }) => [_id, staff?.villageId ?? null]))
  return groups
    .filter(({ _id }) => _id.acceptedOn && _id.decidedOn)
    .map(({ _id: { villageId, agentId, ...row }, n }) => ({
      ...row,
      n,
      through: agentId === null ? 'none' : villages.get(agentId) === villageId ? 'own' : 'other',
    }))
}

export interface QueueJump {
  readonly number: string
  readonly itemName: string
  readonly at: Date
  readonly reason: string
}

/** 插队: every priority given to a matter of the month, with the reason that was logged. */
export function queueJumps(scope: Query, from: Date, to: Date): Promise<QueueJump[]> {
  return aggregate<QueueJump>('cases', [
    { $match: completedIn(scope, from, to) },
    { $unwind: '$log' },
    { $match: { 'log.action': 'setPriority' } },
    {
      $project: {
        _id: 0,
        number: 1,
        itemName: 1,
        at: '$log.at',
        reason: { $ifNull: ['$log.said.text', ''] },
      },
    },
    { $sort: { at: 1 } },
    { $limit: 200 },
  ])
}
