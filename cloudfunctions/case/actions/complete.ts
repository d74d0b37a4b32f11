import { action } from '../../core/kernel/action'
import { completeInput, completeOutput } from '../schema/result'
import { takeStep } from '../step'

export const complete = action({
  summary: '办结：群众看到了答复，这件事到此办完，请群众评价一次',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: completeInput,
  output: completeOutput,
  run: (call, { id }) =>
    takeStep(call, id, {
      action: 'complete',
      set: () => ({ completedAt: call.now }),
      text: '办结了',
      words: { villager: '这件事办完了。办得怎么样？点开说一声，只问这一次。' },
    }),
})
