/**
 * 申请件: what most of the catalogue is. The villager hands in, the department accepts, works,
 * decides with a reply, completes. 事事有答复: nothing is completed without a reply.
 */
import type { Flow } from './flow'

export const APPLICATION_STATES = {
  received: '已收到',
  accepted: '已受理',
  in_progress: '正在办',
  decided: '有结果了',
  completed: '办结',
} as const

export type ApplicationState = keyof typeof APPLICATION_STATES

export const APPLICATION_ACTIONS = {
  accept: '受理',
  progress: '记办理情况',
  decide: '写答复、出结果',
  complete: '办结',
  ask: '问一句',
  urge: '催一下',
} as const

export type ApplicationAction = keyof typeof APPLICATION_ACTIONS

/** What the guards look at. */
export interface ApplicationFacts {
  /** The reply that the villager will see; empty while there is none. */
  readonly reply: string
}

const replyRequired = ({ reply }: ApplicationFacts) =>
  reply.trim()
    ? null
    : {
        code: 'REPLY_REQUIRED',
        message: '还没写给群众的答复。事事有答复，请写明办成了什么，或者为什么没办成。',
      }

/** Whoever handed it in may ask and urge as long as it is not completed; nothing moves by it. */
const SPEAK_UP = (['received', 'accepted', 'in_progress', 'decided'] as const).flatMap((state) =>
  (['ask', 'urge'] as const).map((action) => ({
    from: [state],
    action,
    to: state,
    by: ['owner', 'agent'] as const,
  })),
)

export const APPLICATION: Flow<ApplicationState, ApplicationAction, ApplicationFacts> = {
  name: '申请件',
  states: APPLICATION_STATES,
  actions: APPLICATION_ACTIONS,
  initial: 'received',
  final: ['completed'],
  rows: [
    { from: ['received'], action: 'accept', to: 'accepted', by: ['handler'] },
    {
      from: ['accepted', 'in_progress'],
      action: 'progress',
      to: 'in_progress',
      by: ['handler', 'agent'],
    },
    {
      from: ['accepted', 'in_progress'],
      action: 'decide',
      to: 'decided',
      by: ['handler'],
      guard: replyRequired,
    },
    {
      from: ['decided'],
      action: 'complete',
      to: 'completed',
      by: ['handler'],
      guard: replyRequired,
    },
    ...SPEAK_UP,
  ],
}
