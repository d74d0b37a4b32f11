import { action } from '../../core/kernel/action'
import { appealIt } from '../appealable'
import { ASSESSMENT_DECISIONS, DECISION_WORDS } from '../assessment/decision'
import { decisionView } from '../assessment/view'
import { appealAssessmentInput, appealAssessmentOutput } from '../schema/assessment'

export const appealAssessment = action({
  summary: '对考核决定申诉，一次；停用以后也能申诉',
  by: ['window', 'cadre'],
  scope: 'heldToAccount',
  input: appealAssessmentInput,
  output: appealAssessmentOutput,
  run: async (call, { id, text }) => {
    const doc = await appealIt(ASSESSMENT_DECISIONS, call, id, text, DECISION_WORDS)
    return { decision: decisionView(doc, call.caller) }
  },
})
