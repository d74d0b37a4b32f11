import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  APPLICATION,
  APPLICATION_ACTIONS,
  APPLICATION_STATES,
} from '../../../cloudfunctions/core/domain/flows/application'
import type {
  ApplicationAction,
  ApplicationFacts,
  ApplicationState,
} from '../../../cloudfunctions/core/domain/flows/application'
import { allowedActions, transition } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Flow, Relation, Transition } from '../../../cloudfunctions/core/domain/flows/flow'
import { holds } from '../support/holds'

const STATES = Object.keys(APPLICATION_STATES) as ApplicationState[]
const ACTIONS = Object.keys(APPLICATION_ACTIONS) as ApplicationAction[]
const RELATIONS: readonly Relation[] = [
  'owner',
  'agent',
  'handler',
  'partner',
  'receiver',
  'leader',
  'head',
  'supervisor',
  'public',
  'system',
]

/** A matter with which nothing is wrong and to which nothing has happened. */
const PLAIN: ApplicationFacts = {
  reply: '临时救助批了，500元，三天内到账。',
  missing: 0,
  noticed: false,
  exception: '',
  late: false,
  spokeWith: '',
  withdrawnLate: false,
  daysSinceEnd: 0,
  extension: 'none',
  grants: false,
  transfer: 'none',
  joint: false,
  opinionsMissing: 0,
  surveyed: false,
  publicized: false,
  leaderOpinionsOpen: 0,
  originalsOut: 0,
  authorised: false,
  carrying: false,
  deceased: false,
  opened: false,
  externalOpen: 0,
  publicityOpen: false,
}

/** What must be so for the few actions that ask for more than a plain matter. */
const FITTING: Readonly<Partial<Record<ApplicationAction, Partial<ApplicationFacts>>>> = {
  withdrawLate: { late: true, spokeWith: '和他儿子说过，不办了' },
  answerExtension: { extension: 'asked' },
  answerTransfer: { transfer: 'asked' },
  survey: { joint: true },
  publicize: { joint: true },
  branchDecide: { joint: true, opinionsMissing: 1 },
  answerOpinion: { leaderOpinionsOpen: 1 },
  returnOriginals: { originalsOut: 1 },
  carry: { carrying: true },
  externalUpdate: { externalOpen: 1 },
  object: { publicityOpen: true },
}

const fitting = (action: ApplicationAction, state: ApplicationState): ApplicationFacts => ({
  ...PLAIN,
  // A first notice is for papers that nobody has looked at; any other needs its reason.
  ...(action === 'notifySupplement' && state !== 'received'
    ? { noticed: true, exception: '县里昨天才要的' }
    : {}),
  ...(state === 'withdrawn' ? { withdrawnLate: true, daysSinceEnd: 30 } : {}),
  ...FITTING[action],
})

/** The rule book, as it would be read aloud: who may what from where, and where it leads. */
const RULES = `
received supplement accepted in_progress suspended: handler signFor
received supplement: handler accept -> accepted
received supplement: handler acceptConditionally -> accepted
received supplement: handler notifySupplement -> supplement
accepted in_progress: handler notifySupplement
supplement: owner agent handler supplement -> received
accepted in_progress suspended: owner agent handler supplement
withdrawn: owner agent handler supplement -> received
received supplement: handler refuse -> refused
received: system deemAccept -> accepted
received: system escalate
received: leader called
supplement: system proposeWithdrawal
supplement: handler withdrawLate -> withdrawn
received supplement accepted in_progress suspended: owner agent withdraw -> withdrawn
accepted in_progress: handler agent partner progress -> in_progress
accepted in_progress: handler suspend -> suspended
suspended: handler resume -> in_progress
accepted in_progress: handler requestExtension
accepted in_progress: head answerExtension
received supplement accepted in_progress: handler requestTransfer
received supplement accepted in_progress: receiver answerTransfer
received supplement accepted in_progress suspended: leader assign
received supplement accepted in_progress suspended: handler leader setPriority
received supplement accepted in_progress suspended: handler declareConflict
received supplement accepted in_progress suspended decided delivered: leader opine
received supplement accepted in_progress suspended decided delivered: handler answerOpinion
received supplement accepted in_progress suspended decided delivered: system remind
received supplement accepted in_progress suspended decided delivered: system reckon
received supplement accepted in_progress suspended decided delivered: owner agent handler authorise
received supplement accepted in_progress suspended decided delivered: agent handler takeOriginals
received supplement accepted in_progress suspended decided delivered: agent handler returnOriginals
received supplement accepted in_progress suspended decided delivered: agent carry
accepted in_progress: handler agent forward -> in_progress
accepted in_progress: handler agent externalUpdate -> in_progress
accepted in_progress: handler partner survey -> in_progress
accepted in_progress: handler publicize -> in_progress
accepted in_progress: partner branchDecide -> in_progress
accepted in_progress: public object
received supplement accepted in_progress suspended decided delivered: system endPublicity
accepted in_progress: handler decide -> decided
decided: handler agent deliver -> delivered
decided delivered: handler complete -> completed
completed: owner agent handler reopen -> in_progress
received supplement accepted in_progress suspended decided delivered: handler agent markDeceased
received supplement accepted in_progress suspended decided delivered: owner agent ask
received supplement accepted in_progress suspended decided delivered: owner agent urge
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [states = '', rest = ''] = line.split(': ')
    const [who = '', to] = rest.split(' -> ')
    const words = who.split(' ')
    const action = words.pop() ?? ''
    return states
      .split(' ')
      .flatMap((state) => words.map((by) => ({ state, by, action, to: to ?? state })))
  })

const ruleFor = (state: string, by: string, action: string) =>
  RULES.find((rule) => rule.state === state && rule.by === by && rule.action === action)

const CELLS = STATES.flatMap((state) =>
  ACTIONS.flatMap((action) => RELATIONS.map((relation) => [state, relation, action] as const)),
)

describe('an application: every state, relation and action', () => {
  test.each(STATES)('from %s', (state) => {
    for (const [from, relation, action] of CELLS) {
      if (from !== state) continue
      const cell = `${state}: ${relation} ${action}`
      const rule = ruleFor(state, relation, action)
      const step = transition(APPLICATION, state, action, [relation], fitting(action, state))
      const others = RULES.some((row) => row.state === state && row.action === action)
      const expected = rule
        ? `${cell} -> ${rule.to}`
        : `${cell}: ${others ? 'FORBIDDEN' : 'ACTION_NOT_ALLOWED'}`
      expect(step.ok ? `${cell} -> ${step.to}` : `${cell}: ${step.refusal.code}`).toBe(expected)
    }
  })

  test('what a page offers is exactly what the rule book has for these people', () => {
    const groups = fc.subarray([...RELATIONS])
    holds(
      fc.property(fc.constantFrom(...STATES), groups, (state, relations) => {
        const written = RULES.filter(
          (rule) => rule.state === state && relations.includes(rule.by as Relation),
        ).map(({ action }) => action)
        expect([...allowedActions(APPLICATION, state, relations)].sort()).toEqual(
          [...new Set(written)].sort(),
        )
      }),
    )
  })

  test('every refusal is a sentence in Chinese that says what to do now', () => {
    const wrong = CELLS.flatMap(([state, relation, action]) => {
      const step = transition(APPLICATION, state, action, [relation], {
        ...PLAIN,
        reply: '',
        missing: 2,
        noticed: true,
        transfer: 'declined',
        extension: 'granted',
        leaderOpinionsOpen: 1,
        daysSinceEnd: 99,
      })
      return step.ok ? [] : [step.refusal.message]
    })
    expect([...new Set(wrong)].filter((message) => /[a-zA-Z]|undefined/.test(message))).toEqual([])
    expect([...new Set(wrong)].filter((message) => !/请|先|按|直接/.test(message))).toEqual([])
  })
})

const code = (
  state: ApplicationState,
  action: ApplicationAction,
  relation: Relation,
  facts: Partial<ApplicationFacts>,
): string => {
  const step = transition(APPLICATION, state, action, [relation], { ...PLAIN, ...facts })
  return step.ok ? step.to : step.refusal.code
}

describe('事事有答复', () => {
  test.each([
    ['accepted', 'decide'],
    ['in_progress', 'decide'],
    ['decided', 'complete'],
    ['delivered', 'complete'],
    ['received', 'refuse'],
  ] as const)('from %s nobody can %s without a reply', (state, action) => {
    expect(code(state, action, 'handler', { reply: ' \n' })).toBe('REPLY_REQUIRED')
  })

  test('a reply of blanks is none, so no way leads to completion in silence', () => {
    holds(
      fc.property(
        fc.constantFrom('', ' ', '\n', '　', ' \t　'),
        fc.array(fc.constantFrom(...ACTIONS), { maxLength: 30 }),
        (reply, actions) => {
          let state: ApplicationState = 'received'
          for (const action of actions) {
            const facts: ApplicationFacts = { ...fitting(action, state), reply }
            const step: Transition<ApplicationState> = transition(
              APPLICATION,
              state,
              action,
              RELATIONS,
              facts,
            )
            if (step.ok) state = step.to
          }
          expect(['decided', 'delivered', 'completed', 'refused']).not.toContain(state)
        },
      ),
    )
  })
})

describe('一次性告知', () => {
  test('the first notice needs no reason; a second is blocked without one and told to the supervisor with one', () => {
    expect(code('received', 'notifySupplement', 'handler', {})).toBe('supplement')
    const again = { noticed: true }
    expect(code('received', 'notifySupplement', 'handler', again)).toBe('NOTICE_ALREADY_GIVEN')
    const step = transition(APPLICATION, 'received', 'notifySupplement', ['handler'], {
      ...PLAIN,
      ...again,
      exception: '户口本今天才发现过期',
    })
    expect(step).toMatchObject({ ok: true, to: 'supplement' })
    expect(step.ok && step.effects).toContain('tell:supervisor')
  })

  test('after acceptance already the first needs a reason', () => {
    expect(code('accepted', 'notifySupplement', 'handler', {})).toBe('NOTICE_ALREADY_GIVEN')
    const exception = '县里今天才要的'
    expect(code('accepted', 'notifySupplement', 'handler', { exception })).toBe('accepted')
  })

  test('papers that came in part leave it waiting, the last one brings it back', () => {
    expect(code('supplement', 'supplement', 'owner', { missing: 1 })).toBe('supplement')
    expect(code('supplement', 'supplement', 'owner', { missing: 0 })).toBe('received')
    expect(code('supplement', 'accept', 'handler', { missing: 1 })).toBe('ACTION_NOT_ALLOWED')
    expect(code('supplement', 'acceptConditionally', 'handler', { missing: 1 })).toBe('accepted')
  })

  test.each([
    [{ late: false, spokeWith: '他儿子' }, 'ACTION_NOT_ALLOWED'],
    [{ late: true, spokeWith: ' ' }, 'ACTION_NOT_ALLOWED'],
    [{ late: true, spokeWith: '他儿子' }, 'withdrawn'],
  ])(
    'for lateness nothing is withdrawn unless it is late and somebody was spoken to: %j',
    (facts, to) => {
      expect(code('supplement', 'withdrawLate', 'handler', { ...facts, missing: 1 })).toBe(to)
    },
  )

  test.each([
    [{ withdrawnLate: true, daysSinceEnd: 30 }, 'received'],
    [{ withdrawnLate: true, daysSinceEnd: 31 }, 'ACTION_NOT_ALLOWED'],
    [{ withdrawnLate: false, daysSinceEnd: 1 }, 'ACTION_NOT_ALLOWED'],
    [{ withdrawnLate: true, daysSinceEnd: 1, missing: 1 }, 'supplement'],
  ])('what was withdrawn for lateness goes on within 30 days: %j', (facts, to) => {
    expect(code('withdrawn', 'supplement', 'owner', facts)).toBe(to)
  })
})

describe('time, transfer, joint approval, the end', () => {
  test('an extension is asked for once, whatever became of the first', () => {
    expect(code('accepted', 'requestExtension', 'handler', {})).toBe('accepted')
    expect(code('accepted', 'requestExtension', 'handler', { extension: 'asked' })).toBe(
      'ACTION_NOT_ALLOWED',
    )
    expect(code('accepted', 'requestExtension', 'handler', { extension: 'granted' })).toBe(
      'ACTION_NOT_ALLOWED',
    )
  })

  test('only the head grants it, not a leader', () => {
    expect(code('accepted', 'answerExtension', 'leader', { extension: 'asked' })).toBe('FORBIDDEN')
  })

  test.each([
    [{ opinionsMissing: 1, surveyed: true, publicized: true }],
    [{ opinionsMissing: 0, surveyed: false, publicized: true }],
    [{ opinionsMissing: 0, surveyed: true, publicized: false }],
  ])('a joint approval is not decided while something is open: %j', (facts) => {
    expect(code('in_progress', 'decide', 'handler', { joint: true, ...facts })).toBe(
      'ACTION_NOT_ALLOWED',
    )
  })

  test('a joint approval with everything is decided', () => {
    const facts = { joint: true, opinionsMissing: 0, surveyed: true, publicized: true }
    expect(code('in_progress', 'decide', 'handler', facts)).toBe('decided')
  })

  test('nothing is completed over an unanswered leader or originals that were not given back', () => {
    expect(code('decided', 'complete', 'handler', { leaderOpinionsOpen: 1 })).toBe(
      'ACTION_NOT_ALLOWED',
    )
    expect(code('decided', 'complete', 'handler', { originalsOut: 1 })).toBe('ACTION_NOT_ALLOWED')
  })

  test('reopened until the thirtieth day, not after', () => {
    expect(code('completed', 'reopen', 'owner', { daysSinceEnd: 30 })).toBe('in_progress')
    expect(code('completed', 'reopen', 'owner', { daysSinceEnd: 31 })).toBe('ACTION_NOT_ALLOWED')
  })

  test('from every open state there is always a way to the end', () => {
    for (const start of STATES.filter((state) => !APPLICATION.final.includes(state))) {
      const reached = new Set<ApplicationState>([start])
      for (const state of reached) {
        for (const { state: from, to } of RULES)
          if (from === state) reached.add(to as ApplicationState)
      }
      expect(reached).toContain('completed')
    }
  })
})

describe('the engine that reads every flow', () => {
  type Door = 'shut' | 'open'
  const GATE: Flow<Door, 'push', { readonly locked: boolean; readonly heavy: boolean }> = {
    name: '门',
    states: { shut: '关着', open: '开着' },
    actions: { push: '推' },
    initial: 'shut',
    final: [],
    rows: [
      {
        from: ['shut'],
        action: 'push',
        to: 'open',
        by: ['handler'],
        guard: ({ locked }) => (locked ? { code: 'FORBIDDEN', message: '门锁着。' } : null),
      },
      {
        from: ['shut'],
        action: 'push',
        by: ['handler'],
        guard: ({ heavy }) => (heavy ? { code: 'TOO_LATE', message: '推不动。' } : null),
        effects: ['tell:leader'],
      },
      { from: ['shut'], action: 'push', by: ['agent'] },
    ],
  }
  const push = (by: Relation, locked: boolean, heavy: boolean) =>
    transition(GATE, 'shut', 'push', [by], { locked, heavy })

  test('rows are tried in order, and the first whose guard agrees is taken', () => {
    expect(push('handler', false, true)).toEqual({ ok: true, to: 'open', effects: [] })
    expect(push('handler', true, false)).toEqual({
      ok: true,
      to: 'shut',
      effects: ['tell:leader'],
    })
  })

  test('when all refuse, the last one is heard; guards of other people are not asked', () => {
    expect(push('handler', true, true)).toMatchObject({ refusal: { code: 'TOO_LATE' } })
    expect(push('agent', true, true).ok).toBe(true)
  })

  test('two rows for one action are offered once', () => {
    expect(allowedActions(GATE, 'shut', ['handler', 'agent'])).toEqual(['push'])
  })
})
