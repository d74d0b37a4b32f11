/** 周调度会: the agenda is drafted, the meeting is held once, what it decides becomes orders. */
import type { Flow } from './flow'

export const MEETING_STATES = { drafted: '议程有了', held: '开过了' } as const
export type MeetingState = keyof typeof MEETING_STATES

export const MEETING_ACTIONS = { hold: '记会议' } as const
export type MeetingAction = keyof typeof MEETING_ACTIONS

export const MEETING: Flow<MeetingState, MeetingAction, object> = {
  name: '周调度会',
  states: MEETING_STATES,
  actions: MEETING_ACTIONS,
  initial: 'drafted',
  final: ['held'],
  rows: [{ from: ['drafted'], action: 'hold', to: 'held', by: ['leader', 'supervisor'] }],
}
