import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { transition } from '../../../cloudfunctions/core/domain/flows/flow'
import { ASK_AGAIN_DAYS, ISSUE } from '../../../cloudfunctions/core/domain/flows/issue'
import type { IssueFacts } from '../../../cloudfunctions/core/domain/flows/issue'
import { watchersOf, watchOf } from '../../../cloudfunctions/core/domain/issue-watch'
import { saysNothing } from '../../../cloudfunctions/core/domain/answer'
import { holds } from '../support/holds'
import { cellsOf, checkCell, walkHistories } from '../support/flow-histories'

const SAID: IssueFacts = { text: '灯换好了，今晚就亮', pending: [], daysSinceAnswer: 1 }

const RULES: readonly string[] = [
  ...['leader', 'supervisor'].flatMap((who) => [
    `raised: ${who} referPetition -> referred`,
    `raised: ${who} answerIssue -> answered`,
    `referred: ${who} answerIssue -> answered`,
  ]),
  'answered: owner askAgain -> raised',
  'raised: system remindIssue -> raised',
  'raised: system reckon -> raised',
  'referred: system remindPetition -> referred',
]

describe('反映的事: every state, relation and action', () => {
  test.each(cellsOf(ISSUE))('%s, %s, %s', (...cell) => {
    checkCell(ISSUE, RULES, cell, SAID)
  })
})

describe('事事有答复', () => {
  test('1,000 histories: answered only in words, by those who may, with no order left open', () => {
    const facts = fc.record({
      text: fc.constantFrom('', ' 。', '收到', '灯换好了', '归信访办管'),
      pending: fc.constantFrom<readonly string[]>([], ['交办〔2026〕1号']),
      daysSinceAnswer: fc.integer({ min: 0, max: 60 }),
    })
    walkHistories(ISSUE, facts, (done, state) => {
      const answers = done.filter(({ action }) => action === 'answerIssue')
      for (const { relation, facts: given } of answers) {
        expect(['leader', 'supervisor']).toContain(relation)
        expect([saysNothing(given.text), given.pending]).toEqual([false, []])
      }
      for (const { relation, action, facts: given } of done) {
        if (action !== 'askAgain') continue
        expect(relation).toBe('owner')
        expect(given.daysSinceAnswer).toBeLessThanOrEqual(ASK_AGAIN_DAYS)
      }
      // Answered as often as questioned, and once more exactly when it stands answered.
      const questioned = done.filter(({ action }) => action === 'askAgain').length
      expect(answers.length - questioned).toBe(state === 'answered' ? 1 : 0)
    })
  })

  test('the refusal names the order that is still open', () => {
    const facts = { ...SAID, pending: ['交办〔2026〕12号'] }
    expect(transition(ISSUE, 'raised', 'answerIssue', ['supervisor'], facts)).toMatchObject({
      ok: false,
      refusal: { code: 'ACTION_NOT_ALLOWED', message: expect.stringContaining('交办〔2026〕12号') },
    })
  })

  test.each([
    [ASK_AGAIN_DAYS, true],
    [ASK_AGAIN_DAYS + 1, false],
  ])('asked again after %i days: %s', (daysSinceAnswer, ok) => {
    const step = transition(ISSUE, 'answered', 'askAgain', ['owner'], { ...SAID, daysSinceAnswer })
    expect(step.ok).toBe(ok)
  })
})

describe('who may know', () => {
  test.each([
    ['a suggestion with a name', 'suggestion', false, [], ['leader', 'supervisor']],
    ['a suggestion without a name', 'suggestion', true, [], ['supervisor']],
    ['a complaint', 'complaint', false, [], ['supervisor']],
    ['anything about a cadre', 'suggestion', false, ['cadre'], ['supervisor']],
    ['a complaint about the leader', 'complaint', true, ['leader'], ['supervisor']],
    ['a complaint about the supervisor', 'complaint', true, ['supervisor'], ['leader']],
  ])('%s', (_what, kind, anonymous, aboutRoles, watchers) => {
    expect(watchersOf(watchOf({ kind, anonymous, aboutRoles }))).toEqual(watchers)
  })

  test('never to the role of whom it is about, and always to somebody', () => {
    const roles = fc.subarray(['agent', 'window', 'cadre', 'leader', 'supervisor'], {
      maxLength: 1,
    })
    const raised = fc.record({
      kind: fc.constantFrom('unfinished', 'hotspot', 'suggestion', 'complaint'),
      anonymous: fc.boolean(),
      aboutRoles: roles,
    })
    holds(
      fc.property(raised, (one) => {
        const watchers = watchersOf(watchOf(one))
        expect(watchers.length).toBeGreaterThan(0)
        expect(watchers.filter((role) => one.aboutRoles.includes(role))).toEqual([])
        if (one.anonymous) expect(watchers).toHaveLength(1)
      }),
    )
  })
})
