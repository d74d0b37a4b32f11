import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Account, Whereabouts } from '../../core/store/documents/account'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { whereaboutsInput, whereaboutsOutput } from '../schema/whereabouts'

/** Longer absences need a hand-over, not a sign on the door. */
const LONGEST_DAYS = 31

export const whereabouts = action({
  summary: '去向牌：在岗、下村、外出、休假，谁替着接电话',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor', 'admin'],
  scope: 'self',
  input: whereaboutsInput,
  output: whereaboutsOutput,
  run: async ({ township, caller, now }, { state, until, backAt, substituteId }) => {
    const today = businessDate(now)
    const last = until ?? today
    if (last < today || last > addDays(today, LONGEST_DAYS)) {
      throw new AppError('INVALID_INPUT', '日子不对：从今天起，最多一个月。请重新选。', {
        fields: { until: '从今天起，最多一个月' },
      })
    }
    const said: Whereabouts = {
      state,
      from: today,
      until: last,
      backAt: backAt ?? null,
      substitute: substituteId === undefined ? null : await substituteOf(township, substituteId),
    }
    await updateOne(
      'accounts',
      { _id: caller.id, township },
      { $set: { whereabouts: said, nextDueAt: now }, $inc: { v: 1 } },
    )
    return { whereabouts: said }
  },
})

async function substituteOf(township: string, staffId: string) {
  const account = await findOne<Account>('accounts', { township, 'staff.id': staffId })
  if (!account?.staff) throw notFound('替您的人')
  return { name: account.staff.name, phone: account.staff.phone }
}
