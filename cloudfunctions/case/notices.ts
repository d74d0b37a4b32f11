import { notice } from '../core/kernel/notices'
import type { CaseDocument } from '../core/store/documents/case'
import type { Notice } from '../core/store/documents/matter'
import type { ApplicationState } from '../core/domain/flows/application'
import { spokenDate, wallTime, businessDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

type Facts = Pick<
  CaseDocument,
  '_id' | 'ownerId' | 'agentId' | 'unit' | 'itemName' | 'number' | 'unitName'
>

/** 来了新任务: to the unit, at once. */
export const newTaskNotice = (doc: Facts, lookBy: BusinessDate, now: Date): Notice =>
  notice(`task:${doc._id}`, now, {
    to: { unit: doc.unit },
    template: 'task',
    title: '来了新任务',
    text: `${doc.itemName}，编号${doc.number}。${spokenDate(lookBy)}前看材料，缺什么一次告诉群众。`,
    target: `/packages/office/case/case?id=${doc._id}`,
    values: {
      matter: doc.itemName,
      place: doc.unitName,
      by: `${lookBy} 17:30`,
      hint: '看材料，缺什么一次说清',
    },
  })

/** Short enough for WeChat's phrase field: five characters. */
const PHRASES: Readonly<Record<ApplicationState, string>> = {
  received: '已收到',
  accepted: '已受理',
  in_progress: '正在办',
  decided: '有结果了',
  completed: '办结',
}

/**
 * 您有一件事项有进展: to whoever handed it in, and to the agent. Neutral, because phones are shared:
 * the matter is named only behind the tap.
 */
export function progressNotices(
  doc: Facts,
  state: ApplicationState,
  cause: string,
  text: string,
  now: Date,
): Notice[] {
  const accounts = new Set([doc.ownerId, ...(doc.agentId ? [doc.agentId] : [])])
  return [...accounts].map((account) =>
    notice(cause, now, {
      to: { account },
      template: 'progress',
      title: '您有一件事项有进展',
      text,
      target: `/packages/case/progress/progress?id=${doc._id}`,
      values: {
        matter: '您有一件事项有进展',
        state: PHRASES[state],
        hint: '点开看办到哪一步了',
        at: `${businessDate(now)} ${wallTime(now)}`,
      },
    }),
  )
}

/** 群众问了一句、催了一下: to whoever has it, or to the unit while nobody has. */
export function spokenUpNotice(
  doc: CaseDocument,
  what: '群众问了一句' | '群众催了一下',
  cause: string,
  now: Date,
): Notice {
  return notice(cause, now, {
    to: doc.holder?.account ? { account: doc.holder.account } : { unit: doc.unit },
    template: 'task',
    title: what,
    text: `${doc.itemName}，编号${doc.number}。点开看，记一句办理情况，群众马上看到。`,
    target: `/packages/office/case/case?id=${doc._id}`,
    values: {
      matter: doc.itemName,
      place: doc.unitName,
      by: `${businessDate(now)} 17:30`,
      hint: what,
    },
  })
}
