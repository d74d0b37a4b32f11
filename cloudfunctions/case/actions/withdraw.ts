import { action } from '../../core/kernel/action'
import { withdrawInput, withdrawOutput } from '../schema/intake'
import { takeStep } from '../step'

export const withdraw = action({
  summary: '撤回：不办了，出结果之前都可以',
  by: ['villager', 'agent'],
  scope: 'readableCases',
  input: withdrawInput,
  output: withdrawOutput,
  run: (call, { id, reason }) =>
    takeStep(call, id, {
      action: 'withdraw',
      set: () => ({ withdrawal: 'own' }),
      text: reason ? `不办了：${reason}` : '不办了',
      words: { office: { title: '群众撤回了', hint: '不用办了，原件记得还' } },
    }),
})
