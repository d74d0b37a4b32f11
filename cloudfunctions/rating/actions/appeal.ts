import { action } from '../../core/kernel/action'
import { rectificationTask } from '../notices'
import { appealInput, appealOutput } from '../schema'
import { takeRectificationStep } from '../step'

export const appeal = action({
  summary: '承办单位对差评申诉，一件一次，监督答复',
  by: ['window', 'cadre'],
  scope: 'rectifications',
  input: appealInput,
  output: appealOutput,
  run: (call, { id, text }) =>
    takeRectificationStep(call, id, {
      action: 'appeal',
      facts: { text },
      set: () => ({ appeal: { text, at: call.now, judgement: null } }),
      text,
      tell: (doc, cause) => [
        rectificationTask(
          doc,
          cause,
          call.now,
          { role: 'supervisor' },
          '有一件差评申诉要答复',
          `${doc.unitName}说：${text}`,
        ),
      ],
    }),
})
