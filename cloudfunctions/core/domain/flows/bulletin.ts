/** 每月通报: drafted by the program, edited and published by the leader, then frozen. */
import type { Flow, Refusal } from './flow'

export const BULLETIN_STATES = { draft: '初稿', published: '已公布' } as const
export type BulletinState = keyof typeof BULLETIN_STATES

export const BULLETIN_ACTIONS = {
  edit: '改文字',
  publish: '公布',
  correct: '补一条更正',
} as const
export type BulletinAction = keyof typeof BULLETIN_ACTIONS

const frozen = (): Refusal => ({
  code: 'BULLETIN_FROZEN',
  message: '这一期已经公布，改不了了。有不对的地方，补一条更正，原来的都留着。',
})

export const BULLETIN: Flow<BulletinState, BulletinAction, object> = {
  name: '每月通报',
  states: BULLETIN_STATES,
  actions: BULLETIN_ACTIONS,
  initial: 'draft',
  final: [],
  rows: [
    { from: ['draft'], action: 'edit', by: ['leader'] },
    { from: ['draft'], action: 'publish', to: 'published', by: ['leader'] },
    { from: ['published'], action: 'edit', by: ['leader'], guard: frozen },
    { from: ['published'], action: 'publish', by: ['leader'], guard: frozen },
    { from: ['published'], action: 'correct', by: ['leader'] },
  ],
}
