import { action } from '../../core/kernel/action'
import { ACCOUNTABILITIES, ACCOUNTABILITY_WORDS, appealIt } from '../appealable'
import { appealAccountabilityInput, appealAccountabilityOutput } from '../schema/warning'
import { accountabilityView } from '../warning-view'

export const appealAccountability = action({
  summary: '对责任追究申诉，一次；由没有参与决定的领导答复',
  by: ['agent', 'window', 'cadre'],
  scope: 'heldToAccount',
  input: appealAccountabilityInput,
  output: appealAccountabilityOutput,
  run: async (call, { id, text }) => {
    const doc = await appealIt(ACCOUNTABILITIES, call, id, text, ACCOUNTABILITY_WORDS)
    return { record: accountabilityView(doc, call.caller) }
  },
})
