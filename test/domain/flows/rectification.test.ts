import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allowedActions, transition } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Relation, Transition } from '../../../cloudfunctions/core/domain/flows/flow'
import {
  callingUnit,
  isSampled,
  RECTIFICATION,
  RECTIFICATION_ACTIONS,
  RECTIFICATION_STATES,
  rectificationDue,
  SAMPLE_ONE_IN,
} from '../../../cloudfunctions/core/domain/flows/rectification'
import type {
  CallOutcome,
  RectificationAction,
  RectificationFacts,
  RectificationState,
} from '../../../cloudfunctions/core/domain/flows/rectification'
import { drawOf } from '../../../cloudfunctions/core/kernel/hash'
import { CALENDAR } from '../../../cloudfunctions/core/kernel/calendar'
import { holds } from '../support/holds'

const STATES = Object.keys(RECTIFICATION_STATES) as RectificationState[]
const ACTIONS = Object.keys(RECTIFICATION_ACTIONS) as RectificationAction[]
const RELATIONS: Relation[] = [
  'owner',
  'agent',
  'handler',
  'visitor',
  'leader',
  'supervisor',
  'system',
]
const OUTCOMES: CallOutcome[] = ['told', 'settled', 'unsettled', 'unreached']

/** Every step that exists, in words; everything else must be refused. */
const RULES = [
  'to_contact: visitor,supervisor contact told -> to_rectify',
  'to_contact: visitor,supervisor contact settled -> closed',
  'to_contact: visitor,supervisor contact unreached -> to_contact',
  'to_rectify: handler rectify -> to_revisit',
  'escalated: handler rectify -> to_revisit',
  'to_revisit: visitor,supervisor revisit settled -> closed',
  'to_revisit: visitor,supervisor revisit unsettled -> escalated',
  'to_revisit: visitor,supervisor revisit unreached -> to_revisit',
  'escalated: leader conclude -> closed',
  'to_contact: system remind -> to_contact',
  'to_revisit: system remind -> to_revisit',
  'to_rectify: system escalate -> escalated',
  'to_contact: system reckon -> to_contact',
  'to_rectify: system reckon -> to_rectify',
  'to_revisit: system reckon -> to_revisit',
]

const facts = (part: Partial<RectificationFacts> = {}): RectificationFacts => ({
  text: '改了',
  appeal: 'none',
  ...part,
})

describe('every state, relation, action and outcome', () => {
  const cells = STATES.flatMap((state) =>
    RELATIONS.flatMap((relation) =>
      ACTIONS.filter((action) => !['appeal', 'judgeAppeal'].includes(action)).flatMap((action) =>
        OUTCOMES.map((outcome) => ({ state, relation, action, outcome })),
      ),
    ),
  )
  test('leads where the rules say, and nowhere else', () => {
    for (const { state, relation, action, outcome } of cells) {
      const rule = RULES.find((row) => {
        const [, from, by = '', what = ''] = /^(\w+): (\S+) (.+) -> /.exec(row) ?? []
        return (
          from === state &&
          by.split(',').includes(relation) &&
          (what === action || what === `${action} ${outcome}`)
        )
      })
      const step = transition(RECTIFICATION, state, action, [relation], facts({ outcome }))
      const led = step.ok ? step.to : 'refused'
      expect([state, relation, action, outcome, led]).toEqual([
        state,
        relation,
        action,
        outcome,
        rule?.split(' -> ')[1] ?? 'refused',
      ])
    }
  })

  test('nothing is put right or concluded without a word', () => {
    for (const [state, action, by] of [
      ['to_rectify', 'rectify', 'handler'],
      ['escalated', 'conclude', 'leader'],
      ['to_rectify', 'appeal', 'handler'],
    ] as const) {
      const step = transition(RECTIFICATION, state, action, [by], facts({ text: '  ' }))
      expect(step).toMatchObject({ ok: false, refusal: { code: 'REPLY_REQUIRED' } })
    }
  })
})

describe('an appeal', () => {
  const judge = (upheld: boolean, appeal: RectificationFacts['appeal']) =>
    transition(
      RECTIFICATION,
      'to_rectify',
      'judgeAppeal',
      ['supervisor'],
      facts({ upheld, appeal }),
    )

  test('is made once, and leaves the state as it is', () => {
    for (const state of ['to_rectify', 'to_revisit', 'escalated'] as const) {
      const first = transition(RECTIFICATION, state, 'appeal', ['handler'], facts())
      expect(first).toMatchObject({ ok: true, to: state })
      for (const appeal of ['pending', 'judged'] as const) {
        const again = transition(RECTIFICATION, state, 'appeal', ['handler'], facts({ appeal }))
        expect(again.ok).toBe(false)
      }
    }
  })

  test('that holds ends it as 不采信, one that does not changes nothing', () => {
    expect(judge(true, 'pending')).toMatchObject({ ok: true, to: 'disregarded' })
    expect(judge(false, 'pending')).toMatchObject({ ok: true, to: 'to_rectify' })
  })

  test('is answered once, only when there is one, only by the supervisor', () => {
    for (const appeal of ['none', 'judged'] as const) {
      expect(judge(true, appeal).ok).toBe(false)
      expect(judge(false, appeal).ok).toBe(false)
    }
    for (const by of RELATIONS.filter((relation) => relation !== 'supervisor')) {
      const given = facts({ upheld: true, appeal: 'pending' })
      expect(transition(RECTIFICATION, 'to_rectify', 'judgeAppeal', [by], given).ok).toBe(false)
    }
  })
})

test('from every state that is not the end somebody can go on, and the end is the end', () => {
  for (const state of STATES) {
    const people = RELATIONS.filter((relation) => relation !== 'system')
    const allowed = allowedActions(RECTIFICATION, state, people)
    expect([state, allowed.length > 0]).toEqual([state, !RECTIFICATION.final.includes(state)])
  }
})

test('however people act, who was rated neither calls nor ends it', () => {
  const walk = fc.array(
    fc.record({
      action: fc.constantFrom(...ACTIONS),
      outcome: fc.constantFrom(...OUTCOMES),
      upheld: fc.boolean(),
      appeal: fc.constantFrom('none' as const, 'pending' as const, 'judged' as const),
    }),
    { maxLength: 30 },
  )
  holds(
    fc.property(walk, (steps) => {
      let state: RectificationState = 'to_contact'
      for (const { action, ...part } of steps) {
        const step: Transition<RectificationState> = transition(
          RECTIFICATION,
          state,
          action,
          ['handler'],
          facts(part),
        )
        if (!step.ok) continue
        expect(RECTIFICATION.final).not.toContain(step.to)
        state = step.to
      }
    }),
  )
})

describe('deadlines in working days', () => {
  test.each([
    // Friday: called on Monday, put right by the 18th of December.
    ['to_contact', '2026-11-27', '2026-11-30'],
    ['to_rectify', '2026-11-27', '2026-12-18'],
    // The day before the Spring Festival holiday of 2026.
    ['to_contact', '2026-02-14', '2026-02-24'],
    ['closed', '2026-11-27', null],
    ['escalated', '2026-11-27', null],
  ] as const)('%s, raised on %s: %s', (state, raisedOn, due) => {
    expect(rectificationDue(state, { raisedOn, rectifiedOn: null }, CALENDAR)).toBe(due)
  })

  test('asking again counts from the answer', () => {
    const days = { raisedOn: '2026-11-02', rectifiedOn: '2026-11-20' }
    expect(rectificationDue('to_revisit', days, CALENDAR)).toBe('2026-11-27')
  })
})

describe('who calls', () => {
  const UNITS = [
    { id: 'mz', window: '2号窗口' },
    { id: 'cl', window: '2号窗口' },
    { id: 'rs', window: '3号窗口' },
    { id: 'sl', window: null },
    { id: 'ga', window: null },
  ]

  test('is never the rated unit, nor one at the same window', () => {
    holds(
      fc.property(
        fc.constantFrom(...UNITS),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (rated, draw) => {
          const chosen = callingUnit(UNITS, rated.id, draw)
          expect(chosen).not.toBeNull()
          expect(chosen?.id).not.toBe(rated.id)
          if (rated.window !== null) expect(chosen?.window).not.toBe(rated.window)
        },
      ),
    )
  })

  test('is the supervisor when there is no other unit', () => {
    expect(callingUnit([{ id: 'mz', window: null }], 'mz', 0.5)).toBeNull()
  })

  test('takes turns: every other unit comes up', () => {
    const chosen = Array.from({ length: 200 }, (_, n) =>
      callingUnit(UNITS, 'mz', drawOf(`case-${String(n)}`)),
    )
    expect(new Set(chosen.map((unit) => unit?.id))).toEqual(new Set(['rs', 'sl', 'ga']))
  })
})

test('about one in ten matters is drawn, always the same ones', () => {
  const drawn = Array.from({ length: 5000 }, (_, n) => isSampled(drawOf(`case-${String(n)}`)))
  const share = drawn.filter(Boolean).length / drawn.length
  expect(share).toBeGreaterThan(0.8 / SAMPLE_ONE_IN)
  expect(share).toBeLessThan(1.2 / SAMPLE_ONE_IN)
  expect(isSampled(drawOf('case-7'))).toBe(isSampled(drawOf('case-7')))
})
