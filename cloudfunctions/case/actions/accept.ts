import { action } from '../../core/kernel/action'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { acceptInput, acceptOutput } from '../schema/intake'
import { takeStep } from '../step'

export const accept = action({
  summary: '受理：从这天起算承诺的工作日',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: acceptInput,
  output: acceptOutput,
  run: (call, { id, note }) =>
    takeStep(call, id, {
      action: 'accept',
      set: () => ({ acceptedHow: 'complete' }),
      text: note ? `受理了。${note}` : '受理了',
      words: {
        villager: `${call.caller.name}受理了，${spokenDate(businessDate(call.now))}起算时间。点开看最晚哪天办好。`,
        office: { title: '一起办的事受理了', hint: '看材料，出本部门的意见' },
      },
    }),
})
