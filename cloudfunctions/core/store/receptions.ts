/** 接待咨询 in numbers: counted by themselves, never as cases. */
import { aggregate } from './database'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** How many consultations there were from one day up to and including another, by topic. */
export async function countConsultations(
  township: string,
  from: BusinessDate,
  to: BusinessDate,
  receiverId?: string,
): Promise<Readonly<Record<string, number>>> {
  const whose = receiverId === undefined ? {} : { receiverId }
  const rows = await aggregate<{ _id: string; n: number }>('consultations', [
    { $match: { township, ...whose, day: { $gte: from, $lte: to } } },
    { $group: { _id: '$topic', n: { $sum: 1 } } },
  ])
  return Object.fromEntries(rows.map(({ _id, n }) => [_id, n]))
}
