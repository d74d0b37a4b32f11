/** 值班表: who is on duty for what; a swap counts once the other one agrees. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { endOfDay } from './deadline'
import type { Flow, Refusal } from './flows/flow'
import { eveBefore } from './seats'

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
  dialVisit: '打给要上门的人家',
} as const

export type DutyAction = keyof typeof DUTY_ACTIONS

/** What the guards look at. */
export interface DutyFacts {
  readonly date: BusinessDate
  readonly today: BusinessDate
  /** Whether it is the time of the visits: from the evening before to the end of the day. */
  readonly visit?: VisitTime
}

export type VisitTime = 'later' | 'now' | 'over'

/** 上门的电话什么时候看得到. */
export function visitTime(date: BusinessDate, now: Date): VisitTime {
  if (now < eveBefore(date)) return 'later'
  return now < endOfDay(date) ? 'now' : 'over'
}

const notOver = ({ date, today }: DutyFacts): Refusal | null =>
  date >= today ? null : { code: 'TOO_LATE', message: '这个班已经过了，不能再换。' }

/** The phone of a family opens for the visit, not for the weeks before and after. */
const whileVisiting = ({ visit }: DutyFacts): Refusal | null => {
  if (visit === 'now') return null
  const why = visit === 'later' ? '前一天18点以后才看得到。' : '那天已经过了，不再给看。'
  return { code: 'ACTION_NOT_ALLOWED', message: `上门人家的电话${why}要改时间，打给村里的代办员。` }
}

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
    { from: ['set', 'swapping'], action: 'dialVisit', by: ['owner'], guard: whileVisiting },
  ],
}
