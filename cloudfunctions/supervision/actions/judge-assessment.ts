import { action } from '../../core/kernel/action'
import { judgeIt } from '../appealable'
import { ASSESSMENT_DECISIONS, DECISION_WORDS } from '../assessment/decision'
import { decisionView } from '../assessment/view'
import { judgeAssessmentInput, judgeAssessmentOutput } from '../schema/assessment'

export const judgeAssessment = action({
  summary: '答复考核决定的申诉：维持或者撤销，写明理由',
  by: ['supervisor'],
  scope: 'heldToAccount',
  input: judgeAssessmentInput,
  output: judgeAssessmentOutput,
  run: async (call, { id, stands, reason }) => {
    const answer = { stands, reason }
    const doc = await judgeIt(ASSESSMENT_DECISIONS, call, id, answer, DECISION_WORDS)
    return { decision: decisionView(doc, call.caller) }
  },
})
