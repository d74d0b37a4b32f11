import { action } from '../../core/kernel/action'
import { addDays, businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { publicizeInput, publicizeOutput } from '../schema/joint'
import { takeStep } from '../step'

export const publicize = action({
  summary: '公示：只写法律要求公开的几项，谁都能提异议，到期自动撤下',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: publicizeInput,
  output: publicizeOutput,
  run: (call, { id, days, fields }) => {
    const from = businessDate(call.now)
    const until = addDays(from, days)
    return takeStep(call, id, {
      action: 'publicize',
      // Published again after a change: what was objected before stays.
      set: ({ publicity }) => ({
        publicity: { from, until, fields, objections: publicity?.objections ?? [], ended: false },
      }),
      text: `开始公示，到${spokenDate(until)}。有意见的可以提`,
      words: { villager: `开始公示，到${spokenDate(until)}。时间照样算，不停。` },
    })
  },
})
