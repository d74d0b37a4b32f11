import { action } from '../../core/kernel/action'
import { EVERYBODY } from '../../core/kernel/roles'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Account, PlannedLeave, Whereabouts } from '../../core/store/documents/account'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { watchWindow } from '../gaps'
import { whereaboutsInput, whereaboutsOutput } from '../schema/whereabouts'

/** Longer absences need a hand-over, not a sign on the door. */
const LONGEST_DAYS = 31

export const whereabouts = action({
  summary: '去向牌：在岗、下村、外出、休假，谁替着接电话',
  by: EVERYBODY,
  scope: 'self',
  input: whereaboutsInput,
  output: whereaboutsOutput,
  run: async (call, { state, until, backAt, substituteId }) => {
    const { township, caller, now } = call
    const today = businessDate(now)
    const last = until ?? today
    if (last < today || last > addDays(today, LONGEST_DAYS)) {
      throw new AppError('INVALID_INPUT', '日子不对：从今天起，最多一个月。请重新选。', {
        fields: { until: '从今天起，最多一个月' },
      })
    }
    const leave = state === 'leave' ? handedOver(caller.account, last) : undefined
    if (state === 'leave' && !leave) {
      throw new AppError(
        'HANDOVER_PENDING',
        '休假先要有人接手。点“请假交接”，对方接下来就行；急病急事，打电话请领导指定人。',
      )
    }
    const named = substituteId === undefined ? null : await substituteOf(township, substituteId)
    const substitute = named ?? leave?.substitute ?? null
    const said: Whereabouts = {
      state,
      from: today,
      until: last,
      backAt: backAt ?? null,
      substitute,
    }
    await updateOne(
      'accounts',
      { _id: caller.id, township },
      { $set: { whereabouts: said, nextDueAt: now }, $inc: { v: 1 } },
    )
    await watchWindow(call, said)
    return { whereabouts: said }
  },
})

/** 交接不脱岗: the leave that somebody took over, when it covers these days. */
const handedOver = ({ planned = [] }: Account, last: BusinessDate): PlannedLeave | undefined =>
  planned.find(({ until }) => until >= last)

async function substituteOf(township: string, staffId: string) {
  const account = await findOne<Account>('accounts', { township, 'staff.id': staffId })
  if (!account?.staff) throw notFound('替您的人')
  const { name, phone } = account.staff
  return { account: account._id, name, phone }
}
