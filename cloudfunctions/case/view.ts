import { calendarOf } from '../core/kernel/township-calendar'
import { relationsTo } from '../core/kernel/caller'
import type { Caller } from '../core/kernel/caller'
import { shownContact } from '../core/kernel/contact'
import { unseal } from '../core/kernel/crypto'
import { workdaysBetween } from '../core/domain/calendar'
import {
  APPLICATION,
  APPLICATION_ACTIONS,
  APPLICATION_STATES,
} from '../core/domain/flows/application'
import { allowedActions } from '../core/domain/flows/flow'
import type { CaseDocument, Holder } from '../core/store/documents/case'
import type { MatterEvent } from '../core/store/documents/matter'
import { businessDate, daysBetween } from '../../miniprogram/shared/dates'
import { clockOf, dueOf, warningFor } from './deadlines'
import { offeredFacts } from './facts'
import type { CaseView } from './schema/shapes'

export const allowedTo = (doc: CaseDocument, caller: Caller, now: Date) =>
  allowedActions(APPLICATION, doc.state, relationsTo(caller, doc), offeredFacts(doc, now))

/**
 * The person concerned rates, once, when it is completed; whoever ran the errand does not, and
 * nobody is asked once the applicant has died.
 */
export const canRate = (doc: CaseDocument, caller: Caller): boolean =>
  doc.state === 'completed' &&
  doc.rating === null &&
  doc.deceased === null &&
  doc.ownerId === caller.id &&
  doc.agentId !== caller.id &&
  !caller.account.staff

export function receiptOf(doc: CaseDocument) {
  return {
    id: doc._id,
    number: doc.number,
    queryCode: unseal(doc.queryCode),
    status: doc.state === 'completed' ? doc.state : ('received' as const),
    dueDate: dueOf(doc),
  }
}

export function stepOf(doc: CaseDocument, caller: Caller, now: Date) {
  return {
    case: {
      id: doc._id,
      number: doc.number,
      status: doc.state,
      dueDate: dueOf(doc),
      allowed: allowedTo(doc, caller, now),
    },
  }
}

export function listedOf(doc: CaseDocument, caller: Caller) {
  return {
    id: doc._id,
    number: doc.number,
    itemCode: doc.itemCode,
    itemName: doc.itemName,
    applicantName: doc.applicant.name,
    status: doc.state,
    statusText: APPLICATION_STATES[doc.state],
    dueDate: dueOf(doc),
    suppliesBy: doc.state === 'supplement' ? (doc.supplements.at(-1)?.dueOn ?? null) : null,
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
    ...supplementOf(doc),
    events: doc.log.filter(({ action }) => !HIDDEN.includes(action)).map(eventView),
  }
}

/** 一次性告知: the last notice, and what of it is still to be brought. */
function supplementOf(doc: CaseDocument) {
  const notice = doc.supplements.at(-1)
  return {
    missing: (notice?.missing ?? [])
      .filter(({ givenAt }) => givenAt === null)
      .map(({ key, name, reason }) => ({ key, name, reason })),
    supplement: notice
      ? {
          on: notice.on,
          dueOn: notice.dueOn,
          byName: notice.byName,
          again: notice.exception !== null,
        }
      : null,
  }
}

/** Not told to others: the rating, and what the office settles among itself about people. */
const HIDDEN: readonly string[] = ['rate', 'rateAgain', 'declareConflict', 'escalate', 'signFor']

export function caseView(doc: CaseDocument, caller: Caller, now: Date) {
  const owns = doc.ownerId === caller.id || doc.agentId === caller.id
  return {
    ...trackedCase(doc, now),
    queryCode: owns ? unseal(doc.queryCode) : null,
    villageId: doc.villageId,
    applicant: { name: doc.applicant.name, contact: shownContact(doc.applicant.contact) },
    materials: doc.materials,
    note: doc.note,
    via: doc.via,
    coApplicants: doc.coApplicants,
    linkedTo: doc.linkedTo,
    acceptedHow: doc.acceptedHow,
    promise: doc.promise && {
      names: doc.promise.keys.map(
        (key) => doc.materials.find((material) => material.key === key)?.name ?? key,
      ),
      dueOn: doc.promise.dueOn,
      consequence: doc.promise.consequence,
      kept: doc.promise.keptOn !== null,
    },
    refusal: doc.refusal,
    extension: doc.extension,
    transfer: doc.transfer,
    partners: doc.partners,
    survey: doc.survey,
    publicity: doc.publicity && {
      ...doc.publicity,
      objections: owns
        ? []
        : doc.publicity.objections.map(({ n, at, text }) => ({ n, at: at.toISOString(), text })),
    },
    authorised: doc.authorisation?.how ?? null,
    originals: doc.originals,
    carry: doc.carry,
    external: doc.external,
    platformNumber: doc.platformNumber,
    days: daysOf(doc, now),
    opinions: owns
      ? []
      : doc.opinions.map((opinion) => ({ ...opinion, answer: opinion.answer?.text ?? null })),
    priority: doc.priority?.reason ?? null,
    deceased: doc.deceased !== null,
    delivery: doc.delivery,
    trips: doc.trips,
    receivedAt: doc.receivedAt.toISOString(),
    warning: warningFor(doc, now),
    firstReceiver: holderView(doc.firstReceiver),
    ratedLevel: owns ? (doc.rating?.level ?? null) : null,
    canRate: canRate(doc, caller),
    allowed: allowedTo(doc, caller, now),
  } satisfies Partial<Record<keyof CaseView, unknown>>
}

/** Our working days and the county's apart, and the calendar days since the first hand-in. */
function daysOf(doc: CaseDocument, now: Date) {
  const calendar = calendarOf(doc.township)
  const end = doc.decidedOn ?? doc.endedOn ?? businessDate(now)
  const county = doc.external.reduce(
    (sum, { handedOn, resultOn }) => sum + workdaysBetween(handedOn, resultOn ?? end, calendar),
    0,
  )
  const all = workdaysBetween(doc.receivedOn, end, calendar)
  return {
    ours: Math.max(all - county, 0),
    county,
    total: Math.max(daysBetween(doc.receivedOn, end), 0),
  }
}

const holderView = (holder: Holder | null) =>
  holder && { name: holder.name, post: holder.post, phone: holder.phone }

const VERBS: Readonly<Record<string, string>> = {
  submit: '交件',
  intake: '窗口收件',
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
