import { action } from '../../core/kernel/action'
import { ACCOUNTABILITIES, ACCOUNTABILITY_WORDS, judgeIt } from '../appealable'
import { judgeAccountabilityInput, judgeAccountabilityOutput } from '../schema/warning'
import { accountabilityView } from '../warning-view'

export const judgeAccountability = action({
  summary: '答复责任追究的申诉：维持或者撤销；谁定的谁不答复',
  by: ['leader', 'supervisor'],
  scope: 'heldToAccount',
  input: judgeAccountabilityInput,
  output: judgeAccountabilityOutput,
  run: async (call, { id, stands, reason }) => {
    const answer = { stands, reason }
    const doc = await judgeIt(ACCOUNTABILITIES, call, id, answer, ACCOUNTABILITY_WORDS)
    return { record: accountabilityView(doc, call.caller) }
  },
})
