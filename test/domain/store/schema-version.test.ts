import { describe, expect, test } from '@jest/globals'
import { upgraded } from '../../../cloudfunctions/core/store/schema-version'
import type { Upgrades } from '../../../cloudfunctions/core/store/schema-version'

/** Twice changed: first the name was split, then a field got a default. */
const upgrades: Upgrades = {
  cases: [
    ({ name, ...rest }) => ({ ...rest, applicant: { name } }),
    (doc) => ({ ...doc, priority: 'normal' }),
  ],
}

describe('a document that older code wrote', () => {
  test('is brought up step by step', () => {
    expect(upgraded<object>('cases', { _id: 'a', schema: 1, name: '张三' }, upgrades)).toEqual({
      _id: 'a',
      schema: 3,
      applicant: { name: '张三' },
      priority: 'normal',
    })
  })

  test('only takes the steps it still needs', () => {
    const second = { _id: 'a', schema: 2, applicant: { name: '张三' } }
    expect(upgraded<object>('cases', second, upgrades)).toEqual({
      ...second,
      schema: 3,
      priority: 'normal',
    })
  })

  test('is left alone when it is of today', () => {
    const current = { _id: 'a', schema: 3, priority: 'high' }
    expect(upgraded('cases', current, upgrades)).toBe(current)
  })
})

test('a document of newer code stops us rather than losing what we do not know', () => {
  expect(() => upgraded('cases', { _id: 'a', schema: 4 }, upgrades)).toThrow(/newer/)
  expect(() => upgraded('slots', { _id: 'a', schema: 2 }, upgrades)).toThrow(/newer/)
})

test('rows of a list without the field pass as they are', () => {
  const row = { code: 'MZ-05', name: '临时救助' }
  expect(upgraded('items', row, upgrades)).toBe(row)
})
