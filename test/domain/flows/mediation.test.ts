import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { saysNothing } from '../../../cloudfunctions/core/domain/answer'
import { transition } from '../../../cloudfunctions/core/domain/flows/flow'
import { MEDIATION, partyLabel } from '../../../cloudfunctions/core/domain/flows/mediation'
import type { MediationFacts } from '../../../cloudfunctions/core/domain/flows/mediation'
import { nextReminder } from '../../../cloudfunctions/core/domain/mediation-reminders'
import { cellsOf, checkCell, walkHistories } from '../support/flow-histories'

const YES: MediationFacts = {
  text: '把水沟让出来，月底前挖好',
  refused: false,
  allAgree: true,
  done: true,
  daysSinceAgreement: 3,
}

/** With everything said and agreed to. */
const RULES: readonly string[] = [
  'asking: handler mediationConsent -> talking',
  'talking: handler mediationNote -> talking',
  'talking: handler mediationAgree -> agreed',
  'talking: handler mediationFail -> ended',
  'agreed: handler mediationPerform -> performed',
  'agreed: handler mediationConfirm -> agreed',
  'agreed: system remindConfirmation -> agreed',
  'agreed: system remindPerformance -> agreed',
]

/** Once the talks are on, a second yes changes nothing: only a no does. */
const SECOND_YES = (state: string, action: string, relation: string) =>
  state === 'talking' && action === 'mediationConsent' && relation === 'handler'

describe('调解: every state, relation and action', () => {
  test.each(cellsOf(MEDIATION))('%s, %s, %s', (...cell) => {
    const [state, relation, action] = cell
    if (SECOND_YES(state, action, relation)) {
      expect(transition(MEDIATION, state, action, [relation], YES).ok).toBe(false)
      expect(
        transition(MEDIATION, state, action, [relation], { ...YES, refused: true }),
      ).toMatchObject({ ok: true, to: 'ended' })
      return
    }
    const rules = [...RULES, 'talking: handler mediationConsent -> ended']
    checkCell(MEDIATION, rules, cell, YES)
  })
})

describe('自愿', () => {
  const facts = fc.record({
    text: fc.constantFrom('', '  ', '收到', '让出水沟', '月底前挖好'),
    refused: fc.boolean(),
    allAgree: fc.boolean(),
    done: fc.boolean(),
    daysSinceAgreement: fc.integer({ min: 0, max: 40 }),
  })

  test('1,000 histories: no talks without the yes of all, none after a no, nothing agreed in silence', () => {
    walkHistories(MEDIATION, facts, (done, state) => {
      const began = done.findIndex(({ from, to }) => from === 'asking' && to === 'talking')
      const talks = done.findIndex(({ action }) => /Note|Agree|Fail/.test(action))
      if (talks >= 0) {
        expect(began).toBeGreaterThanOrEqual(0)
        expect(began).toBeLessThan(talks)
        expect(done[began]?.facts.allAgree).toBe(true)
      }
      const no = done.findIndex(
        ({ action, facts: given }) => action === 'mediationConsent' && given.refused,
      )
      if (no >= 0) expect([no, state]).toEqual([done.length - 1, 'ended'])
      for (const { action, relation, facts: given } of done) {
        if (/Agree|Fail|Note|Perform/.test(action) && relation !== 'system') {
          expect(saysNothing(given.text)).toBe(false)
        }
        if (relation !== 'system') expect(relation).toBe('handler')
      }
      if (state === 'performed') expect(done.at(-1)?.facts.done).toBe(true)
    })
  })

  test.each([
    [30, true],
    [31, false],
  ])('司法确认 %i days after the agreement: %s', (daysSinceAgreement, ok) => {
    const given = { ...YES, daysSinceAgreement }
    expect(transition(MEDIATION, 'agreed', 'mediationConfirm', ['handler'], given).ok).toBe(ok)
  })

  test('not performed yet: it stays open', () => {
    const step = transition(MEDIATION, 'agreed', 'mediationPerform', ['handler'], {
      ...YES,
      done: false,
    })
    expect(step).toMatchObject({ ok: true, to: 'agreed' })
  })

  test('parties are called by their stems', () => {
    expect([0, 1, 9].map(partyLabel)).toEqual(['甲方', '乙方', '癸方'])
  })
})

describe('reminders', () => {
  const agreed = {
    state: 'agreed',
    agreement: { performBy: '2026-12-10', confirmBy: '2026-12-24' },
    confirmedOn: null,
    reminded: [],
  } as const

  test.each([
    ['first the performance', agreed, 'perform', '2026-12-10T00:00:00.000Z'],
    [
      'then a week before the last day',
      { ...agreed, reminded: ['perform'] as const },
      'confirm-soon',
      '2026-12-17T00:00:00.000Z',
    ],
    [
      'then the last day',
      { ...agreed, reminded: ['perform', 'confirm-soon'] as const },
      'confirm-last',
      '2026-12-24T00:00:00.000Z',
    ],
  ])('%s', (_what, facts, which, at) => {
    expect(nextReminder(facts)).toEqual({ which, at: new Date(at) })
  })

  test.each([
    ['all sent', { ...agreed, reminded: ['perform', 'confirm-soon', 'confirm-last'] as const }],
    [
      'confirmed, nothing to perform',
      { ...agreed, confirmedOn: '2026-12-01', agreement: { ...agreed.agreement, performBy: null } },
    ],
    ['performed', { ...agreed, state: 'performed' }],
    ['still talking', { ...agreed, state: 'talking', agreement: null }],
  ])('none: %s', (_what, facts) => {
    expect(nextReminder(facts)).toBeNull()
  })
})
