/** 申请件: its kind of matter, and one step of it. */
import type { KnownCall } from '../core/kernel/action'
import { relationsTo } from '../core/kernel/caller'
import { holderOf } from '../core/kernel/holder'
import { applyStep, takeStep as takeMatterStep } from '../core/kernel/step'
import type { Actor, MatterKind } from '../core/kernel/step'
import { APPLICATION } from '../core/domain/flows/application'
import type {
  ApplicationAction,
  ApplicationFacts,
  ApplicationState,
} from '../core/domain/flows/application'
import type { Effect } from '../core/domain/flows/flow'
import type { RequestKey } from '../core/store/commit'
import type { CaseDocument, Holder } from '../core/store/documents/case'
import { businessDate } from '../../miniprogram/shared/dates'
import { derived, dueAtOf } from './deadlines'
import { factsOf } from './facts'
import { stepNotices } from './notices'
import type { Words } from './notices'
import { stepOf } from './view'

export const APPLICATIONS = {
  collection: 'cases',
  flow: APPLICATION,
  what: '这件事',
  relations: relationsTo,
  dueAt: dueAtOf,
} as const satisfies MatterKind<CaseDocument, ApplicationState, ApplicationAction, ApplicationFacts>

export interface Step {
  readonly action: ApplicationAction
  /** What the guards should see beyond what is stored, e.g. the reply that is being written. */
  readonly facts?: (doc: CaseDocument) => Partial<ApplicationFacts>
  readonly set?: (doc: CaseDocument) => Partial<CaseDocument>
  /** What the timeline says. */
  readonly text: string | ((doc: CaseDocument) => string)
  /** What the people named by the effects of the row are told. */
  readonly words: Words | ((after: CaseDocument) => Words)
}

/** A step by a person; answers where the matter stands now. Two round trips. */
export async function takeStep(call: KnownCall, id: string, step: Step) {
  const view = (doc: CaseDocument) => stepOf(doc, call.caller, call.now)
  const matterStep = stepFor(step, call.now, holderOf(call))
  return view(await takeMatterStep(APPLICATIONS, call, id, matterStep, view))
}

/** A step by the clock or by somebody who is not registered; null when the case changed. */
export const takeStepAs = (
  actor: Actor,
  doc: CaseDocument,
  request: RequestKey,
  now: Date,
  step: Step,
): Promise<CaseDocument | null> =>
  applyStep(APPLICATIONS, doc, actor, request, now, stepFor(step, now, null))

/** A step as the engine takes it; `holder` is whoever takes the matter over, null for the clock. */
export function stepFor(step: Step, now: Date, holder: Holder | null) {
  return {
    action: step.action,
    facts: (doc: CaseDocument) => ({ ...factsOf(doc, now), ...step.facts?.(doc) }),
    change: (doc: CaseDocument, moved: { to: ApplicationState; effects: readonly Effect[] }) => {
      const changed = { ...effected(doc, moved.effects, now, holder), ...step.set?.(doc) }
      const next = { ...doc, ...changed, state: moved.to }
      return {
        set: { ...changed, ...derived(next) },
        text: typeof step.text === 'string' ? step.text : step.text(next),
      }
    },
    tell: (after: CaseDocument, effects: readonly Effect[], cause: string) =>
      stepNotices(
        after,
        effects,
        typeof step.words === 'function' ? step.words(after) : step.words,
        cause,
        now,
      ),
  }
}

/** What the effects of the table do to the stored fields. */
function effected(
  doc: CaseDocument,
  effects: readonly Effect[],
  now: Date,
  holder: Holder | null,
): Partial<CaseDocument> {
  const today = businessDate(now)
  const has = (effect: Effect) => effects.includes(effect)
  return {
    ...(has('take') && holder
      ? {
          holder,
          firstReceiver: doc.firstReceiver ?? holder,
          signedAt: doc.signedAt ?? now,
        }
      : {}),
    ...(has('release') ? { holder: null } : {}),
    ...(has('clock:start') && !has('reopen') ? { acceptedOn: today } : {}),
    ...(has('clock:stop') && doc.acceptedOn !== null ? { decidedOn: today } : {}),
    // A matter that ends does not stand still: taken up again, its time runs.
    ...(has('clock:resume') || has('close')
      ? { pauses: doc.pauses.map((one) => (one.until === null ? { ...one, until: today } : one)) }
      : {}),
    // 公示 goes with the matter that it is about: nobody's name stays on the board.
    ...(has('close')
      ? {
          open: false,
          endedOn: today,
          publicity: doc.publicity && { ...doc.publicity, fields: [], ended: true },
        }
      : {}),
    ...(has('reopen') ? { open: true, endedOn: null, decidedOn: null, completedAt: null } : {}),
  }
}

/** 行政许可法 38: a refusal tells how to object. Periods: 行政复议法 20, 行政诉讼法 46. */
export const STATUTORY_REMEDY =
  '不服可以这样做：60天内申请行政复议，或者6个月内向法院起诉。不会写，村代办员和司法所帮您写。'
