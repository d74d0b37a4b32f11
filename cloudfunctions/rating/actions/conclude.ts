import { action } from '../../core/kernel/action'
import { rectificationTask, villagerNotices } from '../notices'
import { concludeInput, concludeOutput } from '../schema'
import { takeRectificationStep } from '../step'

export const conclude = action({
  summary: '站长下结论：到底怎么办，告诉群众和承办单位',
  by: ['leader'],
  scope: 'rectifications',
  input: concludeInput,
  output: concludeOutput,
  run: (call, { id, text }) =>
    takeRectificationStep(call, id, {
      action: 'conclude',
      facts: { text },
      set: (doc) => ({ conclusion: text, answer: doc.answer || text }),
      text,
      tell: (doc, cause) => [
        ...villagerNotices(doc, cause, call.now),
        rectificationTask(doc, cause, call.now, { unit: doc.unit }, '站长下了结论', text),
      ],
    }),
})
