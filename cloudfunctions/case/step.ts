/** One staff action on a case: read, check against the flow, one conditional write, tell people. */
import type { KnownCall } from '../core/kernel/action'
import { CALENDAR } from '../core/kernel/calendar'
import { relationsTo } from '../core/kernel/caller'
import { AppError, isErrorCode, notFound } from '../core/kernel/errors'
import { dispatch } from '../core/kernel/notices'
import { addWorkdays } from '../core/domain/calendar'
import { DELIVERY_WORKDAYS, endOfDay, warnedFrom } from '../core/domain/deadline'
import { APPLICATION } from '../core/domain/flows/application'
import type { ApplicationAction, ApplicationState } from '../core/domain/flows/application'
import { transition } from '../core/domain/flows/flow'
import { commit, repeatOf } from '../core/store/commit'
import { findOne } from '../core/store/database'
import type { CaseDocument, Holder } from '../core/store/documents/case'
import type { Notice } from '../core/store/documents/matter'
import { nextEvent } from '../core/store/events'
import { instantOf } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'
import { progressNotices } from './notices'
import { stepOf } from './view'

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

/** Two round trips: the read and the conditional write. */
export async function takeStep(call: KnownCall, id: string, step: Step) {
  const { scope, caller, now, request } = call
  const doc = await findOne<CaseDocument>('cases', { ...scope, _id: id })
  if (!doc) throw notFound('这件事')
  const repeat = repeatOf(doc.log, request)
  if (repeat) {
    return stepOf({ ...doc, state: repeat.to as CaseDocument['state'] }, caller, now)
  }
  const facts = { reply: step.reply(doc) }
  const moved = transition(APPLICATION, doc.state, step.action, relationsTo(caller, doc), facts)
  if (!moved.ok) {
    const { code, message } = moved.refusal
    throw new AppError(isErrorCode(code) ? code : 'ACTION_NOT_ALLOWED', message)
  }
  const set = step.set(doc)
  const event = nextEvent(doc, {
    at: now,
    by: caller.id,
    byName: caller.name,
    action: step.action,
    to: moved.to,
    text: step.text,
    ...request,
  })
  const out = step.tell(doc, moved.to, `${doc._id}:${String(event.n)}`)
  if (!(await commit('cases', doc, { set, event, out }))) {
    throw new AppError('CONFLICT', '这件事刚刚有别人动过，您写的没有保存。请刷新后再办。', {
      retryable: true,
    })
  }
  await dispatch('cases', doc, out, now)
  return stepOf({ ...doc, ...set, state: moved.to, log: [...doc.log, event] }, caller, now)
}

/** 首问负责 and who has it now: name, post and office phone of the caller. */
export function holderOf({ caller }: KnownCall): Holder {
  const { staff } = caller.account
  return {
    account: caller.id,
    name: caller.name,
    post: staff?.post ?? '',
    phone: staff?.phone ?? '',
  }
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
