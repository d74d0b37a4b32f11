/** 值班表: who is on duty for what; a swap counts once the other one agrees. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import type { Flow, Refusal } from './flows/flow'

/** 四个一: each day a leader; and who sits where. */
export const DUTY_KINDS = {
  leader: '带班领导',
  duty: '值班干部',
  hall: '派驻大厅',
  thursday: '周四驻村',
  reception: '领导接待',
} as const

export type DutyKind = keyof typeof DUTY_KINDS

export const DUTY_STATES = { set: '排好了', swapping: '等对方答应换班' } as const
export type DutyState = keyof typeof DUTY_STATES

export const DUTY_ACTIONS = {
  swapDuty: '请人换班',
  agreeSwap: '答应换班',
  declineSwap: '不换',
  dutyNote: '写交班记录',
  changeDuty: '换人',
} as const

export type DutyAction = keyof typeof DUTY_ACTIONS

/** What the guards look at. */
export interface DutyFacts {
  readonly date: BusinessDate
  readonly today: BusinessDate
}

const notOver = ({ date, today }: DutyFacts): Refusal | null =>
  date >= today ? null : { code: 'TOO_LATE', message: '这个班已经过了，不能再换。' }

export const DUTY: Flow<DutyState, DutyAction, DutyFacts> = {
  name: '值班',
  states: DUTY_STATES,
  actions: DUTY_ACTIONS,
  initial: 'set',
  final: [],
  rows: [
    { from: ['set'], action: 'swapDuty', to: 'swapping', by: ['owner'], guard: notOver },
    { from: ['swapping'], action: 'agreeSwap', to: 'set', by: ['receiver'], guard: notOver },
    { from: ['swapping'], action: 'declineSwap', to: 'set', by: ['receiver', 'owner'] },
    {
      from: ['set', 'swapping'],
      action: 'changeDuty',
      to: 'set',
      by: ['leader', 'handler'],
      guard: notOver,
    },
    { from: ['set', 'swapping'], action: 'dutyNote', by: ['owner', 'leader'] },
  ],
}
