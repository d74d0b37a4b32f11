/**
 * 差评整改: a bad rating, or a sampled follow-up call, until somebody says what became of it.
 *
 * Another unit calls within one working day, the rated unit puts it right or explains within
 * fifteen, then another unit asks again (国办发〔2019〕51号; 安阳市“好差评”办法). The unit may appeal
 * once; the supervisor decides, the original rating stays whatever the decision. The machine only
 * reminds and carries what is late to the leader; people end it.
 */
import { addWorkdays, nextWorkday } from '../calendar'
import type { WorkCalendar } from '../calendar'
import type { Flow, Refusal, RefusalCode } from './flow'
import type { BusinessDate } from '../../../../miniprogram/shared/dates'

export const RECTIFICATION_STATES = {
  to_contact: '等打电话',
  to_rectify: '等整改',
  to_revisit: '等再问一次',
  escalated: '站长在管',
  closed: '了结了',
  disregarded: '不采信',
} as const

export type RectificationState = keyof typeof RECTIFICATION_STATES

export const RECTIFICATION_ACTIONS = {
  contact: '记打电话的结果',
  rectify: '写怎么改的',
  revisit: '记再问的结果',
  conclude: '站长下结论',
  appeal: '申诉',
  judgeAppeal: '答复申诉',
  remind: '到期提醒',
  escalate: '交站长',
  reckon: '重新算日子',
} as const

export type RectificationAction = keyof typeof RECTIFICATION_ACTIONS

/** What came of a call. */
export type CallOutcome =
  /** 说了要改什么 */
  | 'told'
  /** 没有要改的：说开了，或者点错了；再问时是满意 */
  | 'settled'
  /** 再问时还是不满意 */
  | 'unsettled'
  /** 没打通，再打 */
  | 'unreached'

/** What the guards look at, as it would stand after the step. */
export interface RectificationFacts {
  readonly outcome?: CallOutcome
  /** What is written down: the reply, the reason. */
  readonly text: string
  readonly appeal: 'none' | 'pending' | 'judged'
  /** The supervisor finds that the rating does not hold. */
  readonly upheld?: boolean
}

type Guard = (facts: RectificationFacts) => Refusal | null

const refusal = (code: RefusalCode, message: string): Refusal => ({ code, message })

/** Rows of one action are tried in order, so this one only chooses where it leads. */
const outcomeIs =
  (...outcomes: CallOutcome[]): Guard =>
  ({ outcome }) =>
    outcome && outcomes.includes(outcome)
      ? null
      : refusal('INVALID_INPUT', '结果没选对。请从列出的几种里选一种。')

const written: Guard = ({ text }) =>
  text.trim() ? null : refusal('REPLY_REQUIRED', '还没写清楚。请写明改了什么，或者为什么这样办。')

const mayAppeal: Guard = (facts) =>
  facts.appeal === 'none'
    ? written(facts)
    : refusal('ACTION_NOT_ALLOWED', '已经申诉过一次了，等监督的答复就行。')

const judged =
  (upheld: boolean): Guard =>
  (facts) => {
    if (facts.appeal !== 'pending') {
      return refusal('ACTION_NOT_ALLOWED', '现在没有要答复的申诉。请刷新看看最新情况。')
    }
    return facts.upheld === upheld ? written(facts) : refusal('INVALID_INPUT', '结果没选对。')
  }

const OPEN = ['to_contact', 'to_rectify', 'to_revisit', 'escalated'] as const

export const RECTIFICATION: Flow<RectificationState, RectificationAction, RectificationFacts> = {
  name: '差评整改',
  states: RECTIFICATION_STATES,
  actions: RECTIFICATION_ACTIONS,
  initial: 'to_contact',
  final: ['closed', 'disregarded'],
  rows: [
    ...(
      [
        ['told', 'to_rectify'],
        ['settled', 'closed'],
        ['unreached', 'to_contact'],
      ] as const
    ).map(([outcome, to]) => ({
      from: ['to_contact'] as const,
      action: 'contact' as const,
      to,
      by: ['visitor', 'supervisor'] as const,
      guard: outcomeIs(outcome),
    })),
    {
      from: ['to_rectify', 'escalated'],
      action: 'rectify',
      to: 'to_revisit',
      by: ['handler'],
      guard: written,
    },
    ...(
      [
        ['settled', 'closed'],
        ['unsettled', 'escalated'],
        ['unreached', 'to_revisit'],
      ] as const
    ).map(([outcome, to]) => ({
      from: ['to_revisit'] as const,
      action: 'revisit' as const,
      to,
      by: ['visitor', 'supervisor'] as const,
      guard: outcomeIs(outcome),
    })),
    { from: ['escalated'], action: 'conclude', to: 'closed', by: ['leader'], guard: written },
    {
      from: ['to_rectify', 'to_revisit', 'escalated'],
      action: 'appeal',
      by: ['handler'],
      guard: mayAppeal,
    },
    {
      from: OPEN,
      action: 'judgeAppeal',
      to: 'disregarded',
      by: ['supervisor'],
      guard: judged(true),
    },
    { from: OPEN, action: 'judgeAppeal', by: ['supervisor'], guard: judged(false) },
    { from: ['to_contact', 'to_revisit'], action: 'remind', by: ['system'] },
    { from: ['to_rectify'], action: 'escalate', to: 'escalated', by: ['system'] },
    { from: ['to_contact', 'to_rectify', 'to_revisit'], action: 'reckon', by: ['system'] },
  ],
}

/** [L] 安阳: 1; [P]: 15; asking again within a week is our own rule. All in working days. */
export const RECTIFY_WORKDAYS = 15
export const REVISIT_WORKDAYS = 5

/** The last day of what is to be done next; null when nothing is, or the leader has it. */
export function rectificationDue(
  state: RectificationState,
  days: { readonly raisedOn: BusinessDate; readonly rectifiedOn: BusinessDate | null },
  calendar: WorkCalendar,
): BusinessDate | null {
  switch (state) {
    case 'to_contact':
      return nextWorkday(days.raisedOn, calendar)
    case 'to_rectify':
      return addWorkdays(days.raisedOn, RECTIFY_WORKDAYS, calendar)
    case 'to_revisit':
      return addWorkdays(days.rectifiedOn ?? days.raisedOn, REVISIT_WORKDAYS, calendar)
    case 'escalated':
    case 'closed':
    case 'disregarded':
      return null
  }
}

/**
 * Which unit calls: not the rated one and none at the same window, the others in turn by the
 * matter's own hash, so that every repetition asks the same.
 *
 * @param draw a number from 0 up to but not including 1, made from the matter's id
 */
export function callingUnit<Unit extends { readonly id: string; readonly window: string | null }>(
  units: readonly Unit[],
  rated: string,
  draw: number,
): Unit | null {
  const own = units.find(({ id }) => id === rated)
  const others = units.filter(
    ({ id, window }) => id !== rated && !(window !== null && window === own?.window),
  )
  return others[Math.floor(draw * others.length)] ?? null
}

/** 抽查回访: one in this many completed matters gets a call, whether it was rated or not. */
export const SAMPLE_ONE_IN = 10

/** @param draw as for {@link callingUnit} */
export const isSampled = (draw: number): boolean => draw < 1 / SAMPLE_ONE_IN
