import { CALENDAR } from '../core/kernel/calendar'
import { relationsTo } from '../core/kernel/caller'
import type { Caller } from '../core/kernel/caller'
import { shownContact } from '../core/kernel/contact'
import { unseal } from '../core/kernel/crypto'
import { deadlineClock, DELIVERY_WORKDAYS, warningOf } from '../core/domain/deadline'
import type { Warning } from '../core/domain/deadline'
import { addWorkdays } from '../core/domain/calendar'
import {
  APPLICATION,
  APPLICATION_ACTIONS,
  APPLICATION_STATES,
} from '../core/domain/flows/application'
import { allowedActions } from '../core/domain/flows/flow'
import type { CaseDocument, Holder } from '../core/store/documents/case'
import type { MatterEvent } from '../core/store/documents/matter'
import { businessDate } from '../../miniprogram/shared/dates'
import type { CaseView } from './schema'

/** Papers that came in are looked at within one working day. */
export const LOOK_WORKDAYS = 1

export const clockOf = (doc: CaseDocument, now: Date) =>
  deadlineClock(doc, businessDate(now), CALENDAR)

/**
 * What is due is first the look at the papers, then the commitment, then, once decided, handing
 * the result over. `urgentAt` is the end of the same deadline (held together by a test).
 */
export function warningFor(doc: CaseDocument, now: Date): Warning {
  const today = businessDate(now)
  if (!doc.open) return 'none'
  if (doc.decidedOn !== null) {
    return today > addWorkdays(doc.decidedOn, DELIVERY_WORKDAYS, CALENDAR) ? 'red' : 'none'
  }
  const [start, days] =
    doc.acceptedOn === null ? [doc.receivedOn, LOOK_WORKDAYS] : [doc.acceptedOn, doc.commitDays]
  const due = addWorkdays(start, days, CALENDAR)
  return warningOf({ start, due, days }, today, CALENDAR)
}

export const allowedTo = (doc: CaseDocument, caller: Caller) =>
  allowedActions(APPLICATION, doc.state, relationsTo(caller, doc))

/** The person concerned rates, once, when it is completed; whoever ran the errand does not. */
export const canRate = (doc: CaseDocument, caller: Caller): boolean =>
  doc.state === 'completed' &&
  doc.rating === null &&
  doc.ownerId === caller.id &&
  doc.agentId !== caller.id &&
  !caller.account.staff

export function receiptOf(doc: CaseDocument, now: Date) {
  return {
    id: doc._id,
    number: doc.number,
    queryCode: unseal(doc.queryCode),
    status: 'received' as const,
    dueDate: clockOf(doc, now).due,
  }
}

export function stepOf(doc: CaseDocument, caller: Caller, now: Date) {
  return {
    case: {
      id: doc._id,
      number: doc.number,
      status: doc.state,
      dueDate: clockOf(doc, now).due,
      allowed: allowedTo(doc, caller),
    },
  }
}

export function listedOf(doc: CaseDocument, caller: Caller, now: Date) {
  return {
    id: doc._id,
    number: doc.number,
    itemCode: doc.itemCode,
    itemName: doc.itemName,
    applicantName: doc.applicant.name,
    status: doc.state,
    statusText: APPLICATION_STATES[doc.state],
    dueDate: clockOf(doc, now).due,
    receivedAt: doc.receivedAt.toISOString(),
    holder: holderView(doc.holder),
    canRate: canRate(doc, caller),
  }
}

/** What somebody who has number and code may see: the course of the matter, not the person. */
export function trackedCase(doc: CaseDocument, now: Date) {
  const clock = clockOf(doc, now)
  return {
    id: doc._id,
    number: doc.number,
    status: doc.state,
    statusText: APPLICATION_STATES[doc.state],
    item: { code: doc.itemCode, name: doc.itemName, mode: doc.mode },
    unit: { id: doc.unit, name: doc.unitName, phone: doc.unitPhone },
    steps: doc.steps,
    dueDate: clock.due,
    clock,
    holder: holderView(doc.holder),
    reply: doc.reply && { ...doc.reply, at: doc.reply.at.toISOString() },
    events: doc.log.filter(({ action }) => !action.startsWith('rate')).map(eventView),
  }
}

export function caseView(doc: CaseDocument, caller: Caller, now: Date) {
  const owns = doc.ownerId === caller.id || doc.agentId === caller.id
  return {
    ...trackedCase(doc, now),
    queryCode: owns ? unseal(doc.queryCode) : null,
    villageId: doc.villageId,
    applicant: { name: doc.applicant.name, contact: shownContact(doc.applicant.contact) },
    materials: doc.materials,
    note: doc.note,
    receivedAt: doc.receivedAt.toISOString(),
    warning: warningFor(doc, now),
    firstReceiver: holderView(doc.firstReceiver),
    ratedLevel: owns ? (doc.rating?.level ?? null) : null,
    canRate: canRate(doc, caller),
    allowed: allowedTo(doc, caller),
  } satisfies Partial<Record<keyof CaseView, unknown>>
}

const holderView = (holder: Holder | null) =>
  holder && { name: holder.name, post: holder.post, phone: holder.phone }

const VERBS: Readonly<Record<string, string>> = {
  submit: '交件',
  rate: '评价',
  ...APPLICATION_ACTIONS,
}

const eventView = (event: MatterEvent) => ({
  at: event.at.toISOString(),
  by: event.said?.byName ?? '',
  action: event.action,
  title: VERBS[event.action] ?? '',
  status: event.to as CaseDocument['state'],
  text: event.said?.text ?? '',
})
