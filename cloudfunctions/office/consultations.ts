/** 接待咨询: its kind of matter and how it is shown. */
import type { Caller } from '../core/kernel/caller'
import { unseal } from '../core/kernel/crypto'
import { notice } from '../core/kernel/notices'
import { calendarOf } from '../core/kernel/township-calendar'
import type { MatterKind, Step } from '../core/kernel/step'
import { nextWorkday } from '../core/domain/calendar'
import { CONSULTATION, CONSULTATION_STATES } from '../core/domain/flows/consultation'
import type {
  ConsultationAction,
  ConsultationFacts,
  ConsultationState,
} from '../core/domain/flows/consultation'
import { allowedActions } from '../core/domain/flows/flow'
import type { Relation } from '../core/domain/flows/flow'
import type { ConsultationDocument } from '../core/store/documents/consultation'
import { instantOf } from '../../miniprogram/shared/dates'

export const CONSULTATIONS = {
  collection: 'consultations',
  flow: CONSULTATION,
  what: '这次咨询',
  relations: consultationRelations,
  dueAt: consultationDueAt,
} as const satisfies MatterKind<
  ConsultationDocument,
  ConsultationState,
  ConsultationAction,
  ConsultationFacts
>

function consultationRelations(caller: Caller, doc: ConsultationDocument): Relation[] {
  return doc.receiverId === caller.id ? ['handler'] : []
}

/** Whoever promised a call back is reminded once, on the next working day. */
export function consultationDueAt({ township, state, reminded, day }: ConsultationDocument) {
  const due = state === 'pending' && !reminded
  return due ? instantOf(nextWorkday(day, calendarOf(township)), '08:00') : undefined
}

/** The reminder: to whoever promised, without saying to whom. */
export const remindingStep = (
  now: Date,
): Step<ConsultationDocument, ConsultationState, ConsultationAction, ConsultationFacts> => ({
  action: 'remindCallBack',
  facts: () => ({ text: '' }),
  change: () => ({ set: { reminded: true }, text: '还没回话' }),
  tell: (after, _effects, cause) => [
    notice(cause, now, {
      to: { account: after.receiverId },
      template: 'task',
      title: '答应回的话还没回',
      text: '有人来问过事，说好回话的。打个电话，记一句。',
      target: '/packages/affairs/list/list?kind=consultations',
      values: {
        matter: '答应回的话还没回',
        place: '接待咨询',
        by: `${after.day} 17:30`,
        hint: '打个电话，记一句',
      },
    }),
  ],
})

export const consultationView = (doc: ConsultationDocument, caller: Caller) => ({
  id: doc._id,
  at: doc.at.toISOString(),
  topic: doc.topic,
  way: doc.way,
  status: doc.state,
  statusText: CONSULTATION_STATES[doc.state],
  callBack: doc.callBack && unseal(doc.callBack),
  allowed: allowedActions(CONSULTATION, doc.state, consultationRelations(caller, doc)),
})
