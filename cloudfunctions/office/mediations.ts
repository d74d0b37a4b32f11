/** 调解: its kind of matter, its steps and reminders, and what whom is shown. */
import type { KnownCall } from '../core/kernel/action'
import type { Caller } from '../core/kernel/caller'
import { unseal } from '../core/kernel/crypto'
import { notice } from '../core/kernel/notices'
import { takeStep } from '../core/kernel/step'
import type { MatterKind, Step } from '../core/kernel/step'
import { allowedActions } from '../core/domain/flows/flow'
import type { Relation } from '../core/domain/flows/flow'
import {
  MEDIATION,
  MEDIATION_ACTIONS,
  MEDIATION_KINDS,
  MEDIATION_STATES,
} from '../core/domain/flows/mediation'
import type {
  MediationAction,
  MediationFacts,
  MediationState,
} from '../core/domain/flows/mediation'
import { nextReminder } from '../core/domain/mediation-reminders'
import type { MediationReminder } from '../core/domain/mediation-reminders'
import type { MatterEvent } from '../core/store/documents/matter'
import type { MediationDocument } from '../core/store/documents/mediation'

export const MEDIATIONS = {
  collection: 'mediations',
  flow: MEDIATION,
  what: '这次调解',
  relations: mediationRelations,
  dueAt: (doc: MediationDocument) => nextReminder(doc)?.at,
} as const satisfies MatterKind<MediationDocument, MediationState, MediationAction, MediationFacts>

/** The mediator alone; leaders see that there is one, never who quarrels. */
function mediationRelations(caller: Caller, doc: MediationDocument): Relation[] {
  return doc.mediatorId === caller.id ? ['handler'] : []
}

const NOTHING: MediationFacts = {
  text: '',
  refused: false,
  allAgree: false,
  done: false,
  daysSinceAgreement: 0,
}

/** One step by the mediator; the log says only what a stranger may read. */
export async function takeMediationStep(
  call: KnownCall,
  id: string,
  step: {
    readonly action: MediationAction
    readonly facts?: (doc: MediationDocument) => Partial<MediationFacts>
    readonly said: (doc: MediationDocument) => string
    readonly set: (doc: MediationDocument, to: MediationState) => Partial<MediationDocument>
  },
) {
  const { action, facts, said, set } = step
  const doc = await takeStep(MEDIATIONS, call, id, {
    action,
    facts: (before) => ({ ...NOTHING, ...facts?.(before) }),
    change: (before, { to }) => ({ set: set(before, to), text: said(before) }),
  })
  return { mediation: mediationView(doc, call.caller) }
}

const REMINDERS: Readonly<
  Record<MediationReminder, { readonly action: MediationAction; readonly title: string }>
> = {
  'confirm-soon': { action: 'remindConfirmation', title: '司法确认还有7天' },
  'confirm-last': { action: 'remindConfirmation', title: '司法确认今天最后一天' },
  perform: { action: 'remindPerformance', title: '调解协议该回访了' },
}

export function reminderStep(
  doc: MediationDocument,
  now: Date,
): Step<MediationDocument, MediationState, MediationAction, MediationFacts> {
  const which = nextReminder(doc)?.which ?? 'perform'
  const { action, title } = REMINDERS[which]
  return {
    action,
    facts: () => NOTHING,
    change: (before) => ({ set: { reminded: [...before.reminded, which] }, text: title }),
    tell: (after, _effects, cause) => [
      notice(cause, now, {
        to: { account: after.mediatorId },
        template: 'task',
        title,
        text: `调解${after.number}。点开看要做什么。`,
        target: `/packages/affairs/matter/matter?kind=mediation&id=${after._id}`,
        values: {
          matter: `调解${after.number}`,
          place: '人民调解',
          by: `${after.agreement?.performBy ?? after.agreement?.confirmBy ?? after.openedOn} 17:30`,
          hint: title,
        },
      }),
    ],
  }
}

/** In a list: with names for the mediator, without for everybody else. */
export function listedMediation(doc: MediationDocument, caller: Caller) {
  const own = doc.mediatorId === caller.id
  return {
    id: doc._id,
    number: doc.number,
    kind: doc.kind,
    kindText: MEDIATION_KINDS[doc.kind],
    status: doc.state,
    statusText: MEDIATION_STATES[doc.state],
    openedOn: doc.openedOn,
    title: own ? doc.parties.map(({ name }) => unseal(name)).join('、') : '',
  }
}

export function mediationView(doc: MediationDocument, caller: Caller) {
  const own = doc.mediatorId === caller.id
  const { name, post, phone } = doc.mediator
  const { agreement } = doc
  return {
    ...listedMediation(doc, caller),
    mediator: { name, post, phone },
    own,
    summary: own ? unseal(doc.summary) : '',
    parties: own
      ? doc.parties.map((party) => ({
          label: party.label,
          name: unseal(party.name),
          phone: party.phone && unseal(party.phone),
          consent: party.consent,
        }))
      : [],
    notes: own
      ? doc.notes.map(({ at, text }) => ({ at: at.toISOString(), text: unseal(text) }))
      : [],
    agreement: agreement && { ...agreement, text: own ? unseal(agreement.text) : '' },
    confirmedOn: doc.confirmedOn,
    allowed: allowedActions(MEDIATION, doc.state, mediationRelations(caller, doc)),
    events: doc.log.map(eventView),
  }
}

const VERBS: Readonly<Record<string, string>> = { mediation: '开始', ...MEDIATION_ACTIONS }

const eventView = (event: MatterEvent) => ({
  at: event.at.toISOString(),
  by: event.said?.byName ?? '',
  action: event.action,
  title: VERBS[event.action] ?? '',
  text: event.said?.text ?? '',
})
