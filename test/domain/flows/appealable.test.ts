import { describe, expect, test } from '@jest/globals'
import { transition } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Relation } from '../../../cloudfunctions/core/domain/flows/flow'
import {
  APPEALABLE,
  APPEALABLE_ACTIONS,
  APPEALABLE_STATES,
} from '../../../cloudfunctions/core/domain/flows/appealable'
import type {
  AppealableAction,
  AppealableState,
} from '../../../cloudfunctions/core/domain/flows/appealable'

const RELATIONS: Relation[] = ['owner', 'agent', 'handler', 'leader', 'supervisor', 'system']

/** Every step that exists; everything else must be refused. */
const RULES = [
  'standing handler appeal true -> appealed',
  'standing handler appeal false -> appealed',
  'appealed supervisor judge true -> upheld',
  'appealed supervisor judge false -> withdrawn',
  ...['standing', 'appealed', 'upheld'].flatMap((state) =>
    ['true', 'false'].map((stands) => `${state} system excuse ${stands} -> excused`),
  ),
]

describe('what is recorded and appealed', () => {
  test('goes where the rules say, and nowhere else', () => {
    const found: string[] = []
    for (const state of Object.keys(APPEALABLE_STATES) as AppealableState[]) {
      for (const relation of RELATIONS) {
        for (const action of Object.keys(APPEALABLE_ACTIONS) as AppealableAction[]) {
          for (const stands of [true, false]) {
            const step = transition(APPEALABLE, state, action, [relation], { text: '事实', stands })
            if (step.ok)
              found.push(`${state} ${relation} ${action} ${String(stands)} -> ${step.to}`)
          }
        }
      }
    }
    expect(found.sort()).toEqual([...RULES].sort())
  })

  test.each(['appeal', 'judge'] as const)('needs words to %s', (action) => {
    const state = action === 'appeal' ? 'standing' : 'appealed'
    const facts = { text: ' ', stands: true }
    const step = transition(APPEALABLE, state, action, ['handler', 'supervisor'], facts)
    expect(step).toMatchObject({ ok: false, refusal: { code: 'REPLY_REQUIRED' } })
  })
})
