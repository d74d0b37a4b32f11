/**
 * 接待咨询: a reception log, counted apart from cases. Answered on the spot or sent on to hand
 * something in, it is done with three taps; what needs a call back stays open until it was made.
 */
import { saysNothing } from '../answer'
import type { Flow } from './flow'

export const CONSULTATION_STATES = {
  answered: '当场答了',
  guided: '指路去办了',
  pending: '等回话',
  called_back: '回过话了',
} as const

export type ConsultationState = keyof typeof CONSULTATION_STATES

export const CONSULTATION_ACTIONS = { callBack: '回话', remindCallBack: '提醒回话' } as const

export type ConsultationAction = keyof typeof CONSULTATION_ACTIONS

export interface ConsultationFacts {
  readonly text: string
}

export const CONSULTATION: Flow<ConsultationState, ConsultationAction, ConsultationFacts> = {
  name: '咨询',
  states: CONSULTATION_STATES,
  actions: CONSULTATION_ACTIONS,
  initial: 'pending',
  final: ['answered', 'guided', 'called_back'],
  rows: [
    {
      from: ['pending'],
      action: 'callBack',
      to: 'called_back',
      by: ['handler'],
      guard: ({ text }) =>
        saysNothing(text)
          ? { code: 'REPLY_REQUIRED', message: '还没写怎么答的。请写一句，问的人听到了什么。' }
          : null,
      effects: ['close'],
    },
    { from: ['pending'], action: 'remindCallBack', by: ['system'], effects: ['tell:holder'] },
  ],
}
