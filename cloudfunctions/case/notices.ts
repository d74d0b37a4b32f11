/** Who is told what by a step: the row of the flow names the people, the step the words. */
import { notice } from '../core/kernel/notices'
import type { CaseDocument } from '../core/store/documents/case'
import type { Notice, Recipient } from '../core/store/documents/matter'
import type { ApplicationState } from '../core/domain/flows/application'
import type { Audience, Effect } from '../core/domain/flows/flow'
import { spokenDate, wallTime, businessDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

type Facts = Pick<
  CaseDocument,
  '_id' | 'ownerId' | 'agentId' | 'unit' | 'itemName' | 'number' | 'unitName' | 'deceased'
>

/** What a step says to people: one sentence to the villager, title and hint to the office. */
export interface Words {
  readonly villager?: string
  readonly office?: {
    readonly title: string
    /** What to do now, at most 20 characters. */
    readonly hint: string
    /** By when; the working day as it is when left out. */
    readonly by?: BusinessDate
  }
}

/** The notices of a step, one per audience that the table names and the step has words for. */
export function stepNotices(
  after: CaseDocument,
  effects: readonly Effect[],
  words: Words,
  cause: string,
  now: Date,
): Notice[] {
  const audiences = effects.flatMap((effect) =>
    effect.startsWith('tell:') ? [effect.slice('tell:'.length) as Audience] : [],
  )
  return audiences.flatMap((audience) => {
    if (audience === 'applicant') {
      return words.villager === undefined
        ? []
        : progressNotices(after, after.state, cause, words.villager, now)
    }
    const { office } = words
    if (!office) return []
    return recipientsOf(after, audience).map((to) => officeNotice(after, to, office, cause, now))
  })
}

function recipientsOf(doc: CaseDocument, audience: Exclude<Audience, 'applicant'>): Recipient[] {
  const table: Readonly<Record<typeof audience, () => Recipient[]>> = {
    unit: () => [{ unit: doc.unit }],
    'post-b': () => [{ unit: doc.unit, post: 'B' }],
    holder: () => [doc.holder?.account ? { account: doc.holder.account } : { unit: doc.unit }],
    receiver: () => (doc.transfer ? [{ unit: doc.transfer.unit }] : []),
    partners: () =>
      doc.partners.filter(({ opinion }) => opinion === null).map(({ unit }) => ({ unit })),
    leader: () => [{ role: 'leader' }],
    head: () => [{ role: 'head' }],
    supervisor: () => [{ role: 'supervisor' }],
  }
  return table[audience]()
}

const officeNotice = (
  doc: Facts,
  to: Recipient,
  { title, hint, by }: NonNullable<Words['office']>,
  cause: string,
  now: Date,
): Notice =>
  notice(cause, now, {
    to,
    template: 'task',
    title,
    text: `${doc.itemName}，编号${doc.number}。${hint}。`,
    target: `/packages/office/case/case?id=${doc._id}`,
    values: {
      matter: doc.itemName,
      place: doc.unitName,
      by: `${by ?? businessDate(now)} 17:30`,
      hint,
    },
  })

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
  supplement: '等您补',
  accepted: '已受理',
  in_progress: '正在办',
  suspended: '停算时间',
  decided: '有结果了',
  delivered: '送到了',
  completed: '办结',
  refused: '没受理',
  withdrawn: '撤回了',
}

/**
 * 您有一件事项有进展: to whoever handed it in, and to the agent. Neutral, because phones are shared:
 * the matter is named only behind the tap. Nobody is told any more once the applicant has died.
 */
export function progressNotices(
  doc: Facts,
  state: ApplicationState,
  cause: string,
  text: string,
  now: Date,
): Notice[] {
  const owners = doc.ownerId !== null && doc.deceased === null ? [doc.ownerId] : []
  const accounts = new Set([...owners, ...(doc.agentId ? [doc.agentId] : [])])
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
