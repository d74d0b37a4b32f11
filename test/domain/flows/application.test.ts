import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  APPLICATION,
  APPLICATION_ACTIONS,
  APPLICATION_STATES,
} from '../../../cloudfunctions/core/domain/flows/application'
import type {
  ApplicationAction,
  ApplicationState,
} from '../../../cloudfunctions/core/domain/flows/application'
import { allowedActions, transition } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Flow, Relation, Transition } from '../../../cloudfunctions/core/domain/flows/flow'
import { holds } from '../support/holds'

const STATES = Object.keys(APPLICATION_STATES) as ApplicationState[]
const ACTIONS = Object.keys(APPLICATION_ACTIONS) as ApplicationAction[]
const RELATIONS: readonly Relation[] = ['owner', 'agent', 'handler', 'leader', 'supervisor']
const REPLIED = { reply: '临时救助批了，500元，三天内到账。' }
const SILENT = { reply: ' \n' }

/** Whoever handed it in, and the agent for them, may speak up until the matter is completed. */
const SPEAKING_UP = ['received', 'accepted', 'in_progress', 'decided'].flatMap((state) =>
  ['owner ask', 'agent ask', 'owner urge', 'agent urge'].map(
    (who) => `${state}: ${who} -> ${state}`,
  ),
)

/** The rule book: whoever is not in it may not. */
const RULES: readonly string[] = [
  ...SPEAKING_UP,
  'received: handler accept -> accepted',
  'accepted: handler progress -> in_progress',
  'accepted: agent progress -> in_progress',
  'accepted: handler decide -> decided',
  'in_progress: handler progress -> in_progress',
  'in_progress: agent progress -> in_progress',
  'in_progress: handler decide -> decided',
  'decided: handler complete -> completed',
]

const CELLS = STATES.flatMap((state) =>
  ACTIONS.flatMap((action) => RELATIONS.map((relation) => [state, relation, action] as const)),
)

/** Everything that somebody can reach from a state by replying and going on. */
function reachableFrom(start: ApplicationState): Set<ApplicationState> {
  const reached = new Set([start])
  for (const state of reached) {
    for (const action of ACTIONS) {
      const step = transition(APPLICATION, state, action, RELATIONS, REPLIED)
      if (step.ok) reached.add(step.to)
    }
  }
  return reached
}

describe('an application: every state, relation and action', () => {
  test.each(CELLS)('%s, %s, %s', (state, relation, action) => {
    const rule = RULES.find((row) => row.startsWith(`${state}: ${relation} ${action} -> `))
    const step = transition(APPLICATION, state, action, [relation], REPLIED)
    if (rule) {
      expect(step).toMatchObject({ ok: true, to: rule.split(' -> ')[1] })
      return
    }
    const others = RULES.some((row) => row.startsWith(`${state}: `) && row.includes(` ${action} -`))
    expect(step).toMatchObject({
      ok: false,
      refusal: { code: others ? 'FORBIDDEN' : 'ACTION_NOT_ALLOWED' },
    })
  })

  test('what a page offers is exactly what works once there is a reply', () => {
    const groups = fc.subarray([...RELATIONS])
    holds(
      fc.property(fc.constantFrom(...STATES), groups, (state, relations) => {
        const works = ACTIONS.filter(
          (action) => transition(APPLICATION, state, action, relations, REPLIED).ok,
        )
        expect([...allowedActions(APPLICATION, state, relations)].sort()).toEqual(works.sort())
      }),
    )
  })

  test('a person who is several things may do what any of them may, and each thing once', () => {
    const offered = allowedActions(APPLICATION, 'accepted', ['agent', 'handler'])
    expect(offered).toEqual(expect.arrayContaining(['progress', 'decide']))
    expect(new Set(offered).size).toBe(offered.length)
  })

  test('whoever is nothing to the matter is offered nothing', () => {
    expect(STATES.flatMap((state) => allowedActions(APPLICATION, state, []))).toEqual([])
  })
})

describe('事事有答复', () => {
  test.each([
    ['accepted', 'decide'],
    ['in_progress', 'decide'],
    ['decided', 'complete'],
  ] as const)('from %s nobody can %s without a reply', (state, action) => {
    const step = transition(APPLICATION, state, action, RELATIONS, SILENT)
    expect(step).toMatchObject({ ok: false, refusal: { code: 'REPLY_REQUIRED' } })
  })

  test('a reply of blanks is none, so no way leads to completion in silence', () => {
    holds(
      fc.property(
        fc.constantFrom('', ' ', '\n', '　', ' \t　'),
        fc.array(fc.constantFrom(...ACTIONS), { maxLength: 12 }),
        (reply, actions) => {
          let state: ApplicationState = 'received'
          for (const action of actions) {
            const step: Transition<ApplicationState> = transition(
              APPLICATION,
              state,
              action,
              RELATIONS,
              {
                reply,
              },
            )
            if (step.ok) state = step.to
          }
          expect(['received', 'accepted', 'in_progress']).toContain(state)
        },
      ),
    )
  })

  test('who may not act hears that first, whether or not there is a reply', () => {
    const step = transition(APPLICATION, 'accepted', 'decide', ['owner'], SILENT)
    expect(step).toMatchObject({ ok: false, refusal: { code: 'FORBIDDEN' } })
  })
})

describe('the shape of the flow', () => {
  test('every state is reached from the moment of receipt', () => {
    expect([...reachableFrom('received')].sort()).toEqual([...STATES].sort())
  })

  test.each(STATES.filter((state) => state !== 'completed'))(
    'from %s there is always a way to the end',
    (state) => {
      expect(reachableFrom(state)).toContain('completed')
    },
  )

  test('a completed matter is final and offers nothing to anybody', () => {
    expect(APPLICATION.final).toEqual(['completed'])
    expect(allowedActions(APPLICATION, 'completed', RELATIONS)).toEqual([])
  })

  test('every refusal is a sentence in Chinese that says what to do now', () => {
    const refusals = CELLS.flatMap(([state, relation, action]) =>
      [REPLIED, SILENT].flatMap((facts) => {
        const step = transition(APPLICATION, state, action, [relation], facts)
        return step.ok ? [] : [step.refusal.message]
      }),
    )
    expect(refusals.filter((message) => /[a-zA-Z]|undefined/.test(message))).toEqual([])
    expect(refusals.filter((message) => !/请.+。$/.test(message))).toEqual([])
  })
})

describe('the engine that reads every flow', () => {
  type Door = 'shut' | 'open'
  const GATE: Flow<Door, 'push', { readonly locked: boolean }> = {
    name: '门',
    initial: 'shut',
    states: { shut: '关着', open: '开着' },
    actions: { push: '推' },
    final: [],
    rows: [
      {
        from: ['shut'],
        action: 'push',
        to: 'open',
        by: ['handler'],
        guard: ({ locked }) => (locked ? { code: 'LOCKED', message: '门锁着。' } : null),
      },
      { from: ['shut'], action: 'push', to: 'shut', by: ['agent'] },
    ],
  }

  test('the same action may lead different people to different states', () => {
    const facts = { locked: false }
    expect(transition(GATE, 'shut', 'push', ['handler'], facts)).toMatchObject({
      ok: true,
      to: 'open',
    })
    expect(transition(GATE, 'shut', 'push', ['agent'], facts)).toMatchObject({
      ok: true,
      to: 'shut',
    })
  })

  test('a guard is asked only for its own row and its sentence is passed on', () => {
    const facts = { locked: true }
    expect(transition(GATE, 'shut', 'push', ['agent'], facts).ok).toBe(true)
    expect(transition(GATE, 'shut', 'push', ['handler'], facts)).toEqual({
      ok: false,
      refusal: { code: 'LOCKED', message: '门锁着。' },
    })
  })

  test('two rows for one action are offered once', () => {
    expect(allowedActions(GATE, 'shut', ['handler', 'agent'])).toEqual(['push'])
  })
})
