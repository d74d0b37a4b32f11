import { action } from '../../core/kernel/action'
import { appealIt, WARNING_WORDS, WARNINGS } from '../appealable'
import { appealWarningInput, appealWarningOutput } from '../schema/warning'
import { warningView } from '../warning-view'

export const appealWarning = action({
  summary: '对一次预警申诉，一次；监督答复',
  by: ['agent', 'window', 'cadre'],
  scope: 'recordedAgainst',
  input: appealWarningInput,
  output: appealWarningOutput,
  run: async (call, { id, text }) => {
    const doc = await appealIt(WARNINGS, call, id, text, WARNING_WORDS)
    return { warning: warningView(doc, call.caller) }
  },
})
