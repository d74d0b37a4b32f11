import { action } from '../../core/kernel/action'
import { progressInput, progressOutput } from '../schema/work'
import { takeStep } from '../step'

export const progress = action({
  summary: '记一次办理情况，群众马上看到',
  by: ['window', 'cadre', 'agent'],
  scope: 'workableCases',
  input: progressInput,
  output: progressOutput,
  run: (call, { id, text }) =>
    takeStep(call, id, {
      action: 'progress',
      text,
      words: { villager: '办理有了新情况，点开看。' },
    }),
})
