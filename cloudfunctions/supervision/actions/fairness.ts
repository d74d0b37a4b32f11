import { action } from '../../core/kernel/action'
import { calendarOf } from '../../core/kernel/township-calendar'
import { AppError } from '../../core/kernel/errors'
import { fairnessTables, TOO_FEW } from '../../core/domain/fairness'
import { fairnessRows, queueJumps } from '../../core/store/fairness'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import { fairnessInput, fairnessOutput } from '../schema/warning'

/** The first day of the month after. */
const nextMonth = (month: string): string => `${addDays(`${month}-28`, 4).slice(0, 7)}-01`

export const fairness = action({
  summary: '三个一样：小事大事、熟人生人、早去晚去各用多少天；不到30件不作判断',
  by: ['window', 'cadre', 'leader', 'supervisor'],
  scope: 'township',
  input: fairnessInput,
  output: fairnessOutput,
  run: async ({ scope, township, now }, { month = businessDate(now).slice(0, 7) }) => {
    if (month > businessDate(now).slice(0, 7)) {
      throw new AppError('INVALID_INPUT', '这个月还没到，没有数。请选到本月为止的月份。', {
        fields: { month: '还没到' },
      })
    }
    const [from, to] = [instantOf(`${month}-01`), instantOf(nextMonth(month))]
    const [rows, jumps] = await Promise.all([
      fairnessRows({ ...scope, township }, from, to),
      queueJumps({ ...scope, township }, from, to),
    ])
    return {
      month,
      tables: fairnessTables(rows, calendarOf(township)),
      tooFew: TOO_FEW,
      jumps: jumps.map(({ at, ...jump }) => ({ ...jump, at: at.toISOString() })),
    }
  },
})
