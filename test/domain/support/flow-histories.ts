/** What every flow must hold, walked at random: nobody reaches a state that the table does not give. */
import { expect } from '@jest/globals'
import fc from 'fast-check'
import { allowedActions, transition } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Flow, Relation } from '../../../cloudfunctions/core/domain/flows/flow'
import { holds } from './holds'

export const RELATIONS: readonly Relation[] = [
  'owner',
  'agent',
  'handler',
  'leader',
  'supervisor',
  'system',
]

export interface Walked<State extends string, Action extends string, Facts> {
  readonly from: State
  readonly action: Action
  readonly relation: Relation
  readonly facts: Facts
  readonly to: State
}

/**
 * Walks 1,000 random histories; `check` looks at what was done in each, in order. In all of them
 * what is refused says why in Chinese and what to do, and a final state is left by nobody.
 */
export function walkHistories<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
  facts: fc.Arbitrary<Facts>,
  check: (done: readonly Walked<State, Action, Facts>[], state: State) => void,
): void {
  const actions = Object.keys(flow.actions) as Action[]
  const attempt = fc.tuple(fc.constantFrom(...actions), fc.constantFrom(...RELATIONS), facts)
  holds(
    fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
      let state = flow.initial
      const done: Walked<State, Action, Facts>[] = []
      for (const [action, relation, given] of attempts) {
        const step = transition(flow, state, action, [relation], given)
        const offered = allowedActions(flow, state, [relation]).includes(action)
        if (!step.ok) {
          expect(step.refusal.message).toMatch(/请.+。$/)
          expect(step.refusal.message).not.toMatch(/undefined/)
          if (!offered) expect(['FORBIDDEN', 'ACTION_NOT_ALLOWED']).toContain(step.refusal.code)
          continue
        }
        expect(offered).toBe(true)
        expect(flow.final).not.toContain(state === step.to ? null : state)
        done.push({ from: state, action, relation, facts: given, to: step.to })
        state = step.to
      }
      check(done, state)
    }),
    1000,
  )
}

/** Every cell of state × relation × action against the rule book; who is not in it may not. */
export function cellsOf<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
): [State, Relation, Action][] {
  return (Object.keys(flow.states) as State[]).flatMap((state) =>
    RELATIONS.flatMap((relation) =>
      (Object.keys(flow.actions) as Action[]).map((action): [State, Relation, Action] => [
        state,
        relation,
        action,
      ]),
    ),
  )
}

/** Checks one cell: `rules` are lines `state: relation action -> to`. */
export function checkCell<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
  rules: readonly string[],
  [state, relation, action]: readonly [State, Relation, Action],
  facts: Facts,
): void {
  const rule = rules.find((line) => line.startsWith(`${state}: ${relation} ${action} -> `))
  const step = transition(flow, state, action, [relation], facts)
  if (rule) {
    expect(step).toMatchObject({ ok: true, to: rule.split(' -> ')[1] })
    return
  }
  const others = rules.some(
    (line) => line.startsWith(`${state}: `) && line.includes(` ${action} -`),
  )
  expect(step).toMatchObject({
    ok: false,
    refusal: { code: others ? 'FORBIDDEN' : 'ACTION_NOT_ALLOWED' },
  })
}
