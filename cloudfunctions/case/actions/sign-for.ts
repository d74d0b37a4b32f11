import { action } from '../../core/kernel/action'
import { signForInput, signForOutput } from '../schema/intake'
import { takeStep } from '../step'

export const signFor = action({
  summary: '签收：这件事我在看，群众知道找谁',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: signForInput,
  output: signForOutput,
  run: (call, { id }) =>
    takeStep(call, id, { action: 'signFor', text: `${call.caller.name}在看`, words: {} }),
})
