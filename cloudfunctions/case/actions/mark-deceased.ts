import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { markDeceasedInput, markDeceasedOutput } from '../schema/work'
import { takeStep } from '../step'

export const markDeceased = action({
  summary: '申请人过世：不再发通知、不再请评价，家里人可以接着办',
  by: ['window', 'cadre', 'agent'],
  scope: 'workableCases',
  input: markDeceasedInput,
  output: markDeceasedOutput,
  run: (call, { id, heir }) =>
    takeStep(call, id, {
      action: 'markDeceased',
      set: () => ({ deceased: { on: businessDate(call.now), heir: heir ? heir : null } }),
      text: heir ? `申请人过世，${heir}接着办` : '申请人过世',
      words: { office: { title: '申请人过世', hint: '不再通知他，看家里人要不要接着办' } },
    }),
})
