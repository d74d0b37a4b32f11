/** 申请件: its kind of matter, and one step of it. */
import type { KnownCall } from '../core/kernel/action'
import { CALENDAR } from '../core/kernel/calendar'
import { relationsTo } from '../core/kernel/caller'
import { takeStep as takeMatterStep } from '../core/kernel/step'
import type { MatterKind } from '../core/kernel/step'
import { addWorkdays } from '../core/domain/calendar'
import { DELIVERY_WORKDAYS, endOfDay, warnedFrom } from '../core/domain/deadline'
import { APPLICATION } from '../core/domain/flows/application'
import type {
  ApplicationAction,
  ApplicationFacts,
  ApplicationState,
} from '../core/domain/flows/application'
import type { CaseDocument } from '../core/store/documents/case'
import type { Notice } from '../core/store/documents/matter'
import { instantOf } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'
import { progressNotices } from './notices'
import { stepOf } from './view'

export { holderOf } from '../core/kernel/holder'

export const APPLICATIONS: MatterKind<
  CaseDocument,
  ApplicationState,
  ApplicationAction,
  ApplicationFacts
> = { collection: 'cases', flow: APPLICATION, what: '这件事', relations: relationsTo }

export interface Step {
  readonly action: ApplicationAction
  /** The reply as it would stand after this step, for the guards. */
  readonly reply: (doc: CaseDocument) => string
  readonly set: (doc: CaseDocument) => Partial<CaseDocument>
  /** What the timeline says. */
  readonly text: string
  /** Who is told what; `cause` is this step of this matter. */
  readonly tell: (doc: CaseDocument, to: ApplicationState, cause: string) => Notice[]
}

/** Tells whoever handed it in, and the agent, with one sentence. */
export const tellVillager =
  (message: string, now: Date): Step['tell'] =>
  (doc, to, cause) =>
    progressNotices(doc, to, cause, message, now)

export async function takeStep(call: KnownCall, id: string, step: Step) {
  const view = (doc: CaseDocument) => stepOf(doc, call.caller, call.now)
  const after = await takeMatterStep(
    APPLICATIONS,
    call,
    id,
    {
      action: step.action,
      facts: (doc) => ({ reply: step.reply(doc) }),
      change: (doc) => ({ set: step.set(doc), text: step.text }),
      tell: (doc, _effects, cause) => step.tell(doc, doc.state, cause),
    },
    view,
  )
  return view(after)
}

/** When the commitment that starts on this day is nearly over, and over. */
export function commitmentOf(acceptedOn: BusinessDate, commitDays: number) {
  const warned = warnedFrom(acceptedOn, commitDays, CALENDAR)
  const urgentAt = endOfDay(addWorkdays(acceptedOn, commitDays, CALENDAR))
  return { urgentAt, warnAt: warned === null ? urgentAt : instantOf(warned) }
}

/** What was decided is handed over within ten working days (行政许可法 44). */
export function deliveryOf(decidedOn: BusinessDate) {
  const urgentAt = endOfDay(addWorkdays(decidedOn, DELIVERY_WORKDAYS, CALENDAR))
  return { urgentAt, warnAt: urgentAt }
}
