import { action } from '../../core/kernel/action'
import { stepHandover } from '../handover/step'
import { fillHandoverInput, fillHandoverOutput } from '../schema/handover'
import { EVERYBODY } from '../../core/kernel/roles'

export const fillHandover = action({
  summary: '补交接：领导指定了人以后，写手上有什么',
  by: EVERYBODY,
  scope: 'involved',
  input: fillHandoverInput,
  output: fillHandoverOutput,
  run: (call, { id, text }) =>
    stepHandover(call, id, {
      action: 'fill',
      text,
      said: '补了交接',
      set: { note: text },
      tell: 'to',
    }),
})
