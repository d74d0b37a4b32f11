import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { find } from '../../core/store/database'
import type { Duty } from '../../core/store/documents/staff'
import { daysBetween } from '../../../miniprogram/shared/dates'
import { dutyView } from '../roster/duty'
import { rosterInput, rosterOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'

const LONGEST_DAYS = 31

export const roster = action({
  summary: '值班表：带班领导、值班、大厅、周四驻村、领导接待',
  by: EVERYBODY,
  scope: 'township',
  input: rosterInput,
  output: rosterOutput,
  run: async ({ scope, caller }, { from, to }) => {
    const days = daysBetween(from, to)
    if (days < 0 || days > LONGEST_DAYS) {
      throw new AppError('INVALID_INPUT', '一次最多看一个月，先写开始再写结束。')
    }
    const duties = await find<Duty>(
      'duties',
      { ...scope, date: { $gte: from, $lte: to } },
      { order: [['date', 'asc']], limit: 1000, projection: { log: 0, out: 0 } },
    )
    return { duties: duties.map((duty) => dutyView(duty, caller)) }
  },
})
