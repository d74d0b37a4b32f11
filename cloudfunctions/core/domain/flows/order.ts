/**
 * 交办单、督办单: 交办 → 签收 → 回复 → 销号 → 反馈. A numbered task for a unit with a day by which it
 * answers; an answer that says nothing is bounced back, and nothing is signed off without one.
 */
import { saysNothing } from '../answer'
import type { Flow, Refusal } from './flow'

export const ORDER_STATES = {
  issued: '等签收',
  signed: '正在办',
  answered: '回复了，等销号',
  returned: '退回重办',
  closed: '销号了，等反馈',
  fed_back: '反馈了',
} as const

export type OrderState = keyof typeof ORDER_STATES

export const ORDER_ACTIONS = {
  signForOrder: '签收',
  answerOrder: '回复',
  returnOrder: '退回重办',
  signOff: '销号',
  feedBack: '反馈',
  urgeOrder: '督办',
  calledOrder: '打过电话',
  remindOrder: '到期提醒',
  reportOverdue: '报告超期',
} as const

export type OrderAction = keyof typeof ORDER_ACTIONS

/** The text of this step: the answer, the reason for the return, what was fed back. */
export interface OrderFacts {
  readonly text: string
  /** The unit's answer as it stands; empty while there is none. */
  readonly answer: string
}

const required =
  (text: (facts: OrderFacts) => string, message: string) =>
  (facts: OrderFacts): Refusal | null =>
    saysNothing(text(facts)) ? { code: 'REPLY_REQUIRED', message } : null

const WATCHERS = ['leader', 'supervisor'] as const

export const ORDER: Flow<OrderState, OrderAction, OrderFacts> = {
  name: '交办单',
  states: ORDER_STATES,
  actions: ORDER_ACTIONS,
  initial: 'issued',
  final: ['fed_back'],
  rows: [
    {
      from: ['issued'],
      action: 'signForOrder',
      to: 'signed',
      by: ['handler'],
      effects: ['take'],
    },
    {
      from: ['signed', 'returned'],
      action: 'answerOrder',
      to: 'answered',
      by: ['handler'],
      guard: required(
        ({ text }) => text,
        '回复等于没写，退回来了。请写明办了什么、结果怎么样，再交一次。',
      ),
      effects: ['take', 'tell:leader', 'tell:supervisor'],
    },
    {
      from: ['answered'],
      action: 'returnOrder',
      to: 'returned',
      by: WATCHERS,
      guard: required(({ text }) => text, '退回要写明差什么。请写清楚，让他们一次补好。'),
      effects: ['tell:unit'],
    },
    {
      from: ['answered'],
      action: 'signOff',
      to: 'closed',
      by: WATCHERS,
      guard: required(({ answer }) => answer, '还没有回复，不能销号。请先让单位写明办了什么。'),
      effects: ['clock:stop', 'tell:unit'],
    },
    {
      from: ['closed'],
      action: 'feedBack',
      to: 'fed_back',
      by: WATCHERS,
      guard: required(({ text }) => text, '反馈要写明告诉了谁、怎么说的。请写了再记。'),
      effects: ['close'],
    },
    {
      from: ['issued', 'signed', 'returned'],
      action: 'urgeOrder',
      by: WATCHERS,
      effects: ['tell:unit'],
    },
    // The leader calls about what nobody signed for; nobody is written to.
    { from: ['issued'], action: 'calledOrder', by: ['leader'] },
    {
      from: ['issued', 'signed', 'returned'],
      action: 'remindOrder',
      by: ['system'],
      effects: ['tell:unit'],
    },
    {
      from: ['issued', 'signed', 'returned'],
      action: 'reportOverdue',
      by: ['system'],
      effects: ['tell:unit', 'tell:leader', 'tell:supervisor'],
    },
  ],
}

/** The unit still owes an answer. */
export const isOwed = (state: OrderState): boolean =>
  state === 'issued' || state === 'signed' || state === 'returned'

export type OrderKind = 'assign' | 'supervise'

const KIND_WORDS: Readonly<Record<OrderKind, string>> = { assign: '交办', supervise: '督办' }

/** `交办〔2026〕12号`, as documents are numbered: without gaps, from 1 every year. */
export const orderNumber = (kind: OrderKind, year: number, seq: number): string =>
  `${KIND_WORDS[kind]}〔${String(year)}〕${String(seq)}号`
