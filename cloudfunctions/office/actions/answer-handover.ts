import { action } from '../../core/kernel/action'
import { stepHandover } from '../handover/step'
import { answerHandoverInput, answerHandoverOutput } from '../schema/handover'
import { EVERYBODY } from '../../core/kernel/roles'

export const answerHandover = action({
  summary: '接下交接，或者说明接不了',
  by: EVERYBODY,
  scope: 'involved',
  input: answerHandoverInput,
  output: answerHandoverOutput,
  run: (call, { id, agree, text = '' }) =>
    stepHandover(call, id, {
      action: agree ? 'accept' : 'decline',
      text,
      said: agree ? '接下来了' : `接不了：${text}`,
      tell: 'from',
    }),
})
