import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { transition } from '../../../cloudfunctions/core/domain/flows/flow'
import { isOwed, ORDER, orderNumber } from '../../../cloudfunctions/core/domain/flows/order'
import type { OrderFacts } from '../../../cloudfunctions/core/domain/flows/order'
import { saysNothing } from '../../../cloudfunctions/core/domain/answer'
import { cellsOf, checkCell, walkHistories } from '../support/flow-histories'

const SAID: OrderFacts = { text: '路灯修好了，两盏都亮', answer: '路灯修好了，两盏都亮' }

const WATCHERS = ['leader', 'supervisor']
const OWED = ['issued', 'signed', 'returned']

const RULES: readonly string[] = [
  'issued: handler signForOrder -> signed',
  'issued: leader calledOrder -> issued',
  'signed: handler answerOrder -> answered',
  'returned: handler answerOrder -> answered',
  ...WATCHERS.flatMap((who) => [
    `answered: ${who} returnOrder -> returned`,
    `answered: ${who} signOff -> closed`,
    `closed: ${who} feedBack -> fed_back`,
    ...OWED.map((state) => `${state}: ${who} urgeOrder -> ${state}`),
  ]),
  ...OWED.flatMap((state) =>
    ['remindOrder', 'reportOverdue'].map((action) => `${state}: system ${action} -> ${state}`),
  ),
]

describe('交办单: every state, relation and action', () => {
  test.each(cellsOf(ORDER))('%s, %s, %s', (...cell) => {
    checkCell(ORDER, RULES, cell, SAID)
  })
})

describe('交办 → 签收 → 回复 → 销号 → 反馈', () => {
  test('1,000 histories: answered only by the unit, signed off only with an answer, fed back only after it', () => {
    const words = fc.constantFrom('', '  ', '收到。', '已阅', '路灯修好了', '告诉了村里')
    const facts = fc.record({ text: words, answer: words })
    walkHistories(ORDER, facts, (done, state) => {
      const order = ['signForOrder', 'answerOrder', 'signOff', 'feedBack'] as const
      const first = order.map((action) => done.findIndex((step) => step.action === action))
      for (const [index, at] of first.entries()) {
        if (at < 0) continue
        expect(first.slice(0, index).every((earlier) => earlier >= 0 && earlier < at)).toBe(true)
      }
      for (const { action, relation, facts: given } of done) {
        if (action === 'answerOrder') {
          expect([relation, saysNothing(given.text)]).toEqual(['handler', false])
        }
        if (action === 'signOff') expect(saysNothing(given.answer)).toBe(false)
        if (action === 'feedBack') expect(saysNothing(given.text)).toBe(false)
      }
      if (isOwed(state)) expect(done.some(({ action }) => action === 'signOff')).toBe(false)
    })
  })

  test.each(['', ' \n　', '……', '收到', '已阅。', '好的！', '已处理'])(
    'the answer “%s” says nothing and is bounced back',
    (text) => {
      const step = transition(ORDER, 'signed', 'answerOrder', ['handler'], { text, answer: '' })
      expect(step).toMatchObject({ ok: false, refusal: { code: 'REPLY_REQUIRED' } })
    },
  )

  test.each(['修好了', '已处理完，换了两个灯泡', 'ok，周三通车'])('“%s” is an answer', (text) => {
    expect(saysNothing(text)).toBe(false)
  })

  test('the number is written as documents are numbered', () => {
    expect(orderNumber('assign', 2026, 12)).toBe('交办〔2026〕12号')
    expect(orderNumber('supervise', 2027, 1)).toBe('督办〔2027〕1号')
  })
})
