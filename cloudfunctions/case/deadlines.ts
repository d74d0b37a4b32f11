/** What follows from the dates of a case: its deadlines, its desks, its timers. */
import { calendarOf } from '../core/kernel/township-calendar'
import { caseDeadlines, caseWarning } from '../core/domain/case-deadline'
import { dueWork } from '../core/domain/case-timers'
import { commitmentSpan, deadlineClock, explainDeadline } from '../core/domain/deadline'
import type { DeadlineClock, Warning } from '../core/domain/deadline'
import { deadlineFactsOf } from '../core/store/deadline-facts'
import type { CaseDocument } from '../core/store/documents/case'
import { businessDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** 办到哪天为止, for lists and receipts that do not show how it was reckoned. */
export const dueOf = (doc: CaseDocument): BusinessDate =>
  commitmentSpan(deadlineFactsOf(doc), calendarOf(doc.township)).due

export const reckonedClock = (doc: CaseDocument, now: Date): DeadlineClock =>
  deadlineClock(
    { ...deadlineFactsOf(doc), decidedOn: doc.decidedOn ?? doc.endedOn },
    businessDate(now),
    calendarOf(doc.township),
  )

export const clockOf = (doc: CaseDocument, now: Date) => ({
  ...reckonedClock(doc, now),
  explanation: explainDeadline(deadlineFactsOf(doc), calendarOf(doc.township)),
})

export const warningFor = (doc: CaseDocument, now: Date): Warning =>
  caseWarning(deadlineFactsOf(doc), businessDate(now), calendarOf(doc.township))

/**
 * On whose list a case is: who has it and, until it is decided, who helps and has not spoken, who is
 * asked to decide. Nobody keeps on the list what can no longer be answered.
 */
function desksOf(doc: CaseDocument): string[] {
  const { unit, partners, transfer, extension, decidedOn } = doc
  if (decidedOn !== null) return [unit]
  return [
    ...new Set([
      unit,
      ...partners.filter(({ opinion }) => opinion === null).map((partner) => partner.unit),
      ...(transfer?.state === 'asked' ? [transfer.unit] : []),
      ...(transfer?.state === 'declined' ? ['leader'] : []),
      ...(extension?.state === 'asked' ? ['head'] : []),
    ]),
  ]
}

/**
 * The stored fields that follow from the others; written with every step. By another calendar than
 * the one in force only to see what would change.
 */
export const derived = (
  doc: CaseDocument,
  calendar = calendarOf(doc.township),
): Pick<CaseDocument, 'desks' | 'urgentAt' | 'warnAt'> => ({
  desks: desksOf(doc),
  ...caseDeadlines(deadlineFactsOf(doc), calendar),
})

/** When the case has something to do by itself. */
export const dueAtOf = (doc: CaseDocument): Date | undefined =>
  dueWork(doc, calendarOf(doc.township))[0]?.at
