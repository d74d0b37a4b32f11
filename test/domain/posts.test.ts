import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { onPost, tellFirst } from '../../cloudfunctions/core/domain/posts'
import type { OnPost } from '../../cloudfunctions/core/domain/posts'
import { presenceOn } from '../../cloudfunctions/core/domain/whereabouts'
import { holds } from './support/holds'

const person = (account: string, change: Partial<OnPost> = {}): OnPost => ({
  account,
  abPost: 'A',
  away: false,
  standIn: null,
  ...change,
})
const second = (account: string, change: Partial<OnPost> = {}) =>
  person(account, { abPost: 'B', ...change })

describe('AB岗: whom a task is for', () => {
  test.each<[string, readonly OnPost[], readonly string[]]>([
    ['the A post that is here', [person('a'), second('b')], ['a']],
    ['whoever stands in for A', [person('a', { away: true, standIn: 's' }), second('b')], ['s']],
    [
      'the B post when A is away and named nobody',
      [person('a', { away: true }), second('b')],
      ['b'],
    ],
    [
      'the stand-in of B when both are away',
      [person('a', { away: true }), second('b', { away: true, standIn: 's' })],
      ['s'],
    ],
    [
      'A all the same when nobody is here',
      [person('a', { away: true }), second('b', { away: true })],
      ['a'],
    ],
    ['B alone where there is no A', [second('b', { away: true })], ['b']],
    ['the one here of two A', [person('a', { away: true }), person('c')], ['c']],
    ['nobody where nobody is appointed', [], []],
    [
      'one person once who stands in for two',
      [person('a', { away: true, standIn: 's' }), person('c', { away: true, standIn: 's' })],
      ['s'],
    ],
  ])('%s', (_what, people, told) => {
    expect(tellFirst(people)).toEqual(told)
  })

  const people = fc.array(
    fc.record({
      account: fc.constantFrom('a', 'b', 'c', 'd'),
      abPost: fc.constantFrom('A' as const, 'B' as const),
      away: fc.boolean(),
      standIn: fc.constantFrom(null, 'x', 'y'),
    }),
    { maxLength: 6 },
  )

  test('a department with anybody in it never loses a task, and tells nobody twice', () => {
    holds(
      fc.property(people, (some) => {
        const told = tellFirst(some)
        expect(told.length > 0).toBe(some.length > 0)
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  test('the posts divide the people', () => {
    holds(
      fc.property(people, (some) => {
        expect(onPost(some, 'A').length + onPost(some, 'B').length).toBe(some.length)
      }),
    )
  })
})

describe('去向牌', () => {
  const leave = { from: '2026-11-25', until: '2026-11-27', state: 'leave' }
  const said = { from: '2026-11-26', until: '2026-11-26', state: 'in' }

  test.each([
    ['2026-11-24', null],
    ['2026-11-25', leave],
    ['2026-11-26', said],
    ['2026-11-27', leave],
    ['2026-11-28', null],
  ])('on %s what was said for the day counts before the planned leave', (day, expected) => {
    expect(presenceOn({ whereabouts: said, planned: [leave] }, day)).toEqual(expected)
  })

  test('silence is not absence', () => {
    expect(presenceOn({}, '2026-11-24')).toBeNull()
  })
})
