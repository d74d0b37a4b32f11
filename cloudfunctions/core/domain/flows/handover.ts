/**
 * 交接不脱岗: leave begins when the receiver has accepted. In sickness or emergency the leader names
 * a substitute at once and the hand-over follows.
 */
import type { Flow, Refusal } from './flow'

export const HANDOVER_STATES = {
  asked: '等对方接',
  named: '领导指定了人，等补交接',
  accepted: '交接好了',
  declined: '对方接不了',
  ended: '结束了',
} as const

export type HandoverState = keyof typeof HANDOVER_STATES

export const HANDOVER_ACTIONS = {
  accept: '接下来',
  decline: '接不了',
  fill: '补交接',
  end: '提前结束',
} as const

export type HandoverAction = keyof typeof HANDOVER_ACTIONS

/** What the guards look at. */
export interface HandoverFacts {
  /** What there is to know, or why it cannot be taken. */
  readonly text: string
}

const textRequired = ({ text }: HandoverFacts): Refusal | null =>
  text.trim()
    ? null
    : { code: 'INVALID_INPUT', message: '还没写。写一句就行：手上有什么事，或者为什么接不了。' }

export const HANDOVER: Flow<HandoverState, HandoverAction, HandoverFacts> = {
  name: '交接',
  states: HANDOVER_STATES,
  actions: HANDOVER_ACTIONS,
  initial: 'asked',
  final: ['declined', 'ended'],
  rows: [
    { from: ['asked'], action: 'accept', to: 'accepted', by: ['receiver'] },
    {
      from: ['asked'],
      action: 'decline',
      to: 'declined',
      by: ['receiver'],
      guard: textRequired,
    },
    { from: ['named'], action: 'fill', to: 'accepted', by: ['owner'], guard: textRequired },
    {
      from: ['asked', 'named', 'accepted'],
      action: 'end',
      to: 'ended',
      by: ['owner', 'leader'],
      effects: ['close'],
    },
  ],
}

/** The receiver may act for the one who is away. */
export const isInForce = (state: HandoverState): boolean =>
  state === 'accepted' || state === 'named'
