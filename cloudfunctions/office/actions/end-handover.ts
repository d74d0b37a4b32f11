import { action } from '../../core/kernel/action'
import { stepHandover } from '../handover/step'
import { endHandoverInput, endHandoverOutput } from '../schema/handover'
import { EVERYBODY } from '../../core/kernel/roles'

export const endHandover = action({
  summary: '提前结束交接：人回来了，或者假不请了',
  by: EVERYBODY,
  scope: 'involved',
  input: endHandoverInput,
  output: endHandoverOutput,
  run: (call, { id }) =>
    stepHandover(call, id, { action: 'end', text: '', said: '交接结束了', tell: 'to' }),
})
