/**
 * 记录和申诉: what is recorded against a unit or a person stays, may be appealed once, and the appeal
 * is answered with a reason. Warnings and accountability records go this way; nothing is ever
 * taken out, only marked.
 */
import type { Flow, Refusal } from './flow'

export const APPEALABLE_STATES = {
  standing: '记着',
  appealed: '在申诉',
  upheld: '维持',
  withdrawn: '撤销',
  excused: '不计',
} as const

export type AppealableState = keyof typeof APPEALABLE_STATES

export const APPEALABLE_ACTIONS = {
  appeal: '申诉',
  judge: '答复申诉',
  excuse: '登记为不计',
} as const

export type AppealableAction = keyof typeof APPEALABLE_ACTIONS

export interface AppealableFacts {
  readonly text: string
  /** The answer: true when what was recorded stays as it is. */
  readonly stands?: boolean
}

/** What counts in sums: recorded and not taken back. */
export const COUNTING_STATES: readonly AppealableState[] = ['standing', 'appealed', 'upheld']

const written = ({ text }: AppealableFacts): Refusal | null =>
  text.trim() ? null : { code: 'REPLY_REQUIRED', message: '还没写理由。请写明事实，再交。' }

const judged =
  (stands: boolean) =>
  (facts: AppealableFacts): Refusal | null =>
    written(facts) ??
    (facts.stands === stands
      ? null
      : { code: 'INVALID_INPUT', message: '还没选维持还是撤销。请选一个，再交。' })

export const APPEALABLE: Flow<AppealableState, AppealableAction, AppealableFacts> = {
  name: '记录和申诉',
  states: APPEALABLE_STATES,
  actions: APPEALABLE_ACTIONS,
  initial: 'standing',
  final: ['upheld', 'withdrawn', 'excused'],
  rows: [
    { from: ['standing'], action: 'appeal', to: 'appealed', by: ['handler'], guard: written },
    { from: ['appealed'], action: 'judge', to: 'upheld', by: ['supervisor'], guard: judged(true) },
    {
      from: ['appealed'],
      action: 'judge',
      to: 'withdrawn',
      by: ['supervisor'],
      guard: judged(false),
    },
    {
      from: ['standing', 'appealed', 'upheld'],
      action: 'excuse',
      to: 'excused',
      by: ['system'],
    },
  ],
}
