import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { saysNothing } from '../../../cloudfunctions/core/domain/answer'
import { CONSULTATION } from '../../../cloudfunctions/core/domain/flows/consultation'
import { cellsOf, checkCell, walkHistories } from '../support/flow-histories'

const RULES = [
  'pending: handler callBack -> called_back',
  'pending: system remindCallBack -> pending',
]

describe('接待咨询: every state, relation and action', () => {
  test.each(cellsOf(CONSULTATION))('%s, %s, %s', (...cell) => {
    checkCell(CONSULTATION, RULES, cell, { text: '带户口本来就行' })
  })
})

test('1,000 histories: what was promised ends with an answer in words, once', () => {
  const facts = fc.record({ text: fc.constantFrom('', '好的', '带户口本来就行') })
  walkHistories(CONSULTATION, facts, (done, state) => {
    const called = done.filter(({ action }) => action === 'callBack')
    expect(called).toHaveLength(state === 'called_back' ? 1 : 0)
    expect(called.filter(({ facts: given }) => saysNothing(given.text))).toEqual([])
  })
})
