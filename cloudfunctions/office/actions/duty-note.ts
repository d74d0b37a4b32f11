import { action } from '../../core/kernel/action'
import { stepDuty } from '../roster/duty'
import { dutyNoteInput, dutyNoteOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'

export const dutyNote = action({
  summary: '交班记录：下一班要知道的',
  by: EVERYBODY,
  scope: 'involved',
  input: dutyNoteInput,
  output: dutyNoteOutput,
  run: (call, { id, text }) =>
    stepDuty(call, id, { action: 'dutyNote', set: () => ({ note: text }), text: '写了交班记录' }),
})
