import { action } from '../../core/kernel/action'
import { judgeIt, WARNING_WORDS, WARNINGS } from '../appealable'
import { judgeWarningInput, judgeWarningOutput } from '../schema/warning'
import { warningView } from '../warning-view'

export const judgeWarning = action({
  summary: '答复预警的申诉：维持或者撤销，写明理由；记录不删',
  by: ['supervisor'],
  scope: 'recordedAgainst',
  input: judgeWarningInput,
  output: judgeWarningOutput,
  run: async (call, { id, stands, reason }) => {
    const doc = await judgeIt(WARNINGS, call, id, { stands, reason }, WARNING_WORDS)
    return { warning: warningView(doc, call.caller) }
  },
})
