import { calendarOf } from '../core/kernel/township-calendar'
import type { Caller } from '../core/kernel/caller'
import { APPEALABLE, APPEALABLE_STATES, COUNTING_STATES } from '../core/domain/flows/appealable'
import { allowedActions } from '../core/domain/flows/flow'
import { explainWarning, WARNING_STEPS } from '../core/domain/warnings'
import type { AccountabilityDocument, WarningDocument } from '../core/store/documents/warning'
import { ACCOUNTABILITIES, WARNINGS } from './appealable'

export function warningView(doc: WarningDocument, caller: Caller) {
  const { step, colour, start, days, due, at } = doc
  return {
    id: doc._id,
    caseId: doc.caseId,
    number: doc.number,
    itemName: doc.itemName,
    unit: doc.unit,
    unitName: doc.unitName,
    step: WARNING_STEPS[step],
    colour,
    at: at.toISOString(),
    due,
    provisional: due > calendarOf(doc.township).verifiedUntil,
    holder: doc.holder?.name ?? null,
    calculation: explainWarning({ step, colour, start, days, due, at }),
    status: doc.state,
    statusText: APPEALABLE_STATES[doc.state],
    counts: COUNTING_STATES.includes(doc.state),
    appeal: doc.appeal && { text: doc.appeal.text, answer: doc.appeal.answer },
    allowed: allowedActions(APPEALABLE, doc.state, WARNINGS.relations(caller, doc)),
  }
}

export function accountabilityView(doc: AccountabilityDocument, caller: Caller) {
  return {
    id: doc._id,
    unit: doc.unit,
    unitName: doc.unitName,
    person: doc.person?.name ?? null,
    measure: doc.measure,
    reason: doc.reason,
    facts: doc.facts,
    decidedBy: doc.decidedByName,
    at: doc.at.toISOString(),
    status: doc.state,
    statusText: APPEALABLE_STATES[doc.state],
    appeal: doc.appeal && { text: doc.appeal.text, answer: doc.appeal.answer },
    allowed: allowedActions(APPEALABLE, doc.state, ACCOUNTABILITIES.relations(caller, doc)),
  }
}
