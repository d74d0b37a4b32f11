/** 差评整改: its kind of matter, who is what to it, and how each sees it. */
import { calendarOf } from '../core/kernel/township-calendar'
import { unitsOf } from '../core/kernel/caller'
import type { Caller } from '../core/kernel/caller'
import { unseal } from '../core/kernel/crypto'
import type { MatterKind } from '../core/kernel/step'
import { endOfDay } from '../core/domain/deadline'
import {
  RECTIFICATION,
  RECTIFICATION_ACTIONS,
  RECTIFICATION_STATES,
  rectificationDue,
} from '../core/domain/flows/rectification'
import type {
  RectificationAction,
  RectificationFacts,
  RectificationState,
} from '../core/domain/flows/rectification'
import { allowedActions } from '../core/domain/flows/flow'
import type { Relation } from '../core/domain/flows/flow'
import { RATING_LEVELS } from '../core/domain/rating'
import type { Rectification } from '../core/store/documents/rectification'
import type { MatterEvent } from '../core/store/documents/matter'
import { maskPhone } from '../../miniprogram/shared/identity'
import { businessDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** Nobody waits for it any more. */
export const NEVER = new Date('9999-12-31T00:00:00Z')

/** Whoever handles the matters of the rated unit does not call, also not for another unit. */
export function relationsTo(
  caller: Caller,
  { unit, callUnit }: Pick<Rectification, 'unit' | 'callUnit'>,
): Relation[] {
  const units = unitsOf(caller)
  const rated = units.includes(unit)
  return [
    ...(rated ? ['handler' as const] : []),
    ...(!rated && units.includes(callUnit) ? ['visitor' as const] : []),
    ...(caller.roles.includes('leader') ? ['leader' as const] : []),
    ...(caller.roles.includes('supervisor') ? ['supervisor' as const] : []),
  ]
}

/** When the deadline passes; undefined when it was spoken about, or when there is none. */
export const dueAgain = (doc: Rectification): Date | undefined =>
  !doc.open || doc.reminded || +doc.urgentAt === +NEVER ? undefined : doc.urgentAt

export const RECTIFICATIONS = {
  collection: 'rectifications',
  flow: RECTIFICATION,
  what: '这件整改',
  relations: relationsTo,
  dueAt: dueAgain,
} as const satisfies MatterKind<
  Rectification,
  RectificationState,
  RectificationAction,
  RectificationFacts
>

export const appealOf = ({ appeal }: Rectification): RectificationFacts['appeal'] =>
  appeal === null ? 'none' : appeal.judgement === null ? 'pending' : 'judged'

/** What a step changes in every case: whether it is open, and what is due next. */
export function stageOf(
  doc: Rectification,
  to: RectificationState,
  set: Partial<Rectification> = {},
): Partial<Rectification> {
  if (to === doc.state) return set
  const due = rectificationDue(to, { ...doc, ...set }, calendarOf(doc.township))
  return {
    ...set,
    open: !RECTIFICATION.final.includes(to),
    urgentAt: due === null ? NEVER : endOfDay(due),
    reminded: false,
  }
}

const dueDateOf = (doc: Rectification): BusinessDate | null =>
  rectificationDue(doc.state, doc, calendarOf(doc.township))

/**
 * As the caller may see it. The rated unit does not see level, reasons and words, and the matter
 * only when the villager agreed; the phone is for whoever calls.
 */
export function rectificationView(doc: Rectification, caller: Caller, now: Date) {
  const relations = relationsTo(caller, doc)
  const watches = relations.includes('supervisor') || relations.includes('leader')
  const calls = relations.includes('visitor') || relations.includes('supervisor')
  const knows = watches || calls || doc.named
  const dueDate = dueDateOf(doc)
  const dials = calls && (doc.state === 'to_contact' || doc.state === 'to_revisit')
  const phone = doc.contact.phone === null ? null : unseal(doc.contact.phone)
  return {
    id: doc._id,
    origin: doc.origin,
    status: doc.state,
    statusText: RECTIFICATION_STATES[doc.state],
    itemName: knows ? doc.itemName : '没说是哪件事',
    number: knows ? doc.number : '',
    unitName: doc.unitName,
    callUnitName: doc.callUnitName,
    villageId: watches || calls ? doc.villageId : '',
    raisedOn: doc.raisedOn,
    dueDate,
    overdue: dueDate !== null && businessDate(now) > dueDate,
    rating:
      (watches || calls) && doc.level !== null
        ? { level: doc.level, text: RATING_LEVELS[doc.level], reasons: doc.reasons }
        : null,
    comment: relations.includes('supervisor') || doc.passOn ? doc.comment : '',
    person: calls
      ? {
          name: doc.personName,
          by: doc.contact.by,
          phone: phone && (dials ? phone : maskPhone(phone)),
        }
      : null,
    advice: doc.advice,
    answer: doc.answer,
    revisit: doc.revisit,
    conclusion: doc.conclusion,
    appeal: doc.appeal && { text: doc.appeal.text, judgement: doc.appeal.judgement },
    allowed: allowedActions(RECTIFICATION, doc.state, relations).filter((action) =>
      isOpenFor(doc, action),
    ),
    events: doc.log.map(eventView),
  }
}

/** An appeal is made once and answered once. */
function isOpenFor(doc: Rectification, action: RectificationAction): boolean {
  if (action === 'appeal') return appealOf(doc) === 'none'
  if (action === 'judgeAppeal') return appealOf(doc) === 'pending'
  return true
}

const eventView = ({ at, action, said }: MatterEvent) => ({
  at: at.toISOString(),
  by: said?.byName ?? '',
  title: RECTIFICATION_ACTIONS[action as RectificationAction] ?? '开始',
  text: said?.text ?? '',
})
