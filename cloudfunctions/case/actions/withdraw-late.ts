import { action } from '../../core/kernel/action'
import { RESUMABLE_DAYS } from '../../core/domain/flows/application-guards'
import { withdrawLateInput, withdrawLateOutput } from '../schema/intake'
import { takeStep } from '../step'

export const withdrawLate = action({
  summary: '按没补处理：和申请人说过话以后才能撤回，三十天内补来接着办',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: withdrawLateInput,
  output: withdrawLateOutput,
  run: (call, { id, spokeWith }) =>
    takeStep(call, id, {
      action: 'withdrawLate',
      facts: () => ({ spokeWith }),
      set: () => ({ withdrawal: 'late' }),
      text: `材料没补，和他说过了：${spokeWith}。${String(RESUMABLE_DAYS)}天内补来接着办`,
      words: {
        villager: `材料没补，先撤下来了。${String(RESUMABLE_DAYS)}天内补来，还是这个编号接着办。`,
      },
    }),
})
