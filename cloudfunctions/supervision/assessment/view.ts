import type { Caller } from '../../core/kernel/caller'
import { leadingRelations } from '../../core/kernel/caller'
import { ASSESSMENT, factName } from '../../core/domain/assessment'
import { APPEALABLE, APPEALABLE_STATES } from '../../core/domain/flows/appealable'
import { allowedActions } from '../../core/domain/flows/flow'
import type { AssessmentDecision, AssessmentDocument } from '../../core/store/documents/assessment'
import { ASSESSMENT_DECISIONS } from './decision'

export function assessmentView(doc: AssessmentDocument, caller: Caller) {
  return {
    on: doc.state === 'on',
    basis: doc.basis,
    rules: doc.rules.map((rule) => ({ ...rule, factText: factName(rule.fact) })),
    changedBy: doc.changedBy,
    changedAt: doc.changedAt?.toISOString() ?? null,
    allowed: allowedActions(ASSESSMENT, doc.state, leadingRelations(caller)),
  }
}

export function decisionView(doc: AssessmentDecision, caller: Caller) {
  return {
    id: doc._id,
    unit: doc.unit,
    unitName: doc.unitName,
    month: doc.month,
    basis: doc.basis,
    decision: doc.decision,
    reason: doc.reason,
    decidedBy: doc.decidedByName,
    at: doc.at.toISOString(),
    status: doc.state,
    statusText: APPEALABLE_STATES[doc.state],
    appeal: doc.appeal && { text: doc.appeal.text, answer: doc.appeal.answer },
    allowed: allowedActions(APPEALABLE, doc.state, ASSESSMENT_DECISIONS.relations(caller, doc)),
  }
}
