import { action } from '../../core/kernel/action'
import { calledInput, calledOutput } from '../schema/calls'
import { takeStep } from '../step'

export const called = action({
  summary: '打过电话：没人打开的事，带班领导打给了谁，记在这件事的经过里',
  by: ['leader'],
  scope: 'readableCases',
  input: calledInput,
  output: calledOutput,
  run: (call, { id, toName }) =>
    takeStep(call, id, {
      action: 'called',
      set: () => ({ called: { at: call.now, byName: call.caller.name, toName } }),
      text: `还没人打开，打电话催了${toName}`,
      words: {},
    }),
})
