import { action } from '../../core/kernel/action'
import { resumeInput, resumeOutput } from '../schema/work'
import { takeStep } from '../step'

export const resume = action({
  summary: '接着算时间：停算的原因没有了，从今天起接着算',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: resumeInput,
  output: resumeOutput,
  run: (call, { id, note }) =>
    takeStep(call, id, {
      action: 'resume',
      text: note ? `接着算时间。${note}` : '接着算时间',
      words: { villager: '停算的原因没有了，今天起接着办。点开看新的日子。' },
    }),
})
