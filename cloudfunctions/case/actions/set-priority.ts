import { action } from '../../core/kernel/action'
import { setPriorityInput, setPriorityOutput } from '../schema/work'
import { takeStep } from '../step'

export const setPriority = action({
  summary: '优先办：写明原因，记在经过里，谁都看得到',
  by: ['window', 'cadre', 'leader'],
  scope: 'readableCases',
  input: setPriorityInput,
  output: setPriorityOutput,
  run: (call, { id, reason }) =>
    takeStep(call, id, {
      action: 'setPriority',
      set: () => ({ priority: { reason, byName: call.caller.name } }),
      text: `优先办，原因：${reason}`,
      words: { office: { title: '有一件事要优先办', hint: '先办这一件' } },
    }),
})
