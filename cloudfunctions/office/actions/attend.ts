import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Training } from '../../core/store/documents/staff'
import { businessDate } from '../../../miniprogram/shared/dates'
import { trainingView } from '../roster/training'
import { attendInput, attendOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'

export const attend = action({
  summary: '培训当天签到，自己签自己的',
  by: EVERYBODY,
  scope: 'township',
  input: attendInput,
  output: attendOutput,
  run: async ({ scope, caller, now }, { id }) => {
    const before = await findOne<Training>('trainings', { ...scope, _id: id })
    if (!before) throw notFound('这次培训')
    if (before.date !== businessDate(now)) {
      throw new AppError('ACTION_NOT_ALLOWED', '只能当天签到。忘了签，跟安排培训的人说一声。')
    }
    const mark = {
      account: caller.id,
      name: caller.name,
      unit: caller.account.staff?.department ?? null,
      at: now,
    }
    await updateOne(
      'trainings',
      { ...scope, _id: id, 'attended.account': { $ne: caller.id } },
      { $push: { attended: mark }, $inc: { v: 1 } },
    )
    const attended = [...before.attended.filter(({ account }) => account !== caller.id), mark]
    return { training: trainingView({ ...before, attended }, caller, now) }
  },
})
