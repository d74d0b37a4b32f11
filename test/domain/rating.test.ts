import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addCounts,
  countsForRated,
  isBad,
  NO_RATINGS,
  RATING_LEVELS,
  ratingStats,
} from '../../cloudfunctions/core/domain/rating'
import { holds } from './support/holds'

const counts = fc.record({
  1: fc.nat(50),
  2: fc.nat(50),
  3: fc.nat(50),
  4: fc.nat(50),
  5: fc.nat(50),
})

describe('the five levels (好差评, 国办发〔2019〕51号)', () => {
  test.each([
    [5, '非常满意', false],
    [4, '满意', false],
    [3, '基本满意', false],
    [2, '不满意', true],
    [1, '非常不满意', true],
  ] as const)('%i is %s and must be followed up: %s', (level, name, bad) => {
    expect(RATING_LEVELS[level]).toBe(name)
    expect(isBad(level)).toBe(bad)
  })
})

describe('the public statistics', () => {
  test('while nobody has rated there is no share, not a perfect one', () => {
    expect(ratingStats(NO_RATINGS, 12)).toMatchObject({ rated: 0, eligible: 12, goodRate: null })
  })

  test('unrated matters never count as good', () => {
    const one = { ...NO_RATINGS, 2: 1 }
    expect(ratingStats(one, 100)).toMatchObject({ rated: 1, eligible: 100, goodRate: 0 })
  })

  test('three and better are good, among those rated', () => {
    const stats = ratingStats({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 10 }, 40)
    expect(stats).toMatchObject({ rated: 20, goodRate: 17 / 20 })
  })

  test('everybody content is a share of one', () => {
    expect(ratingStats({ ...NO_RATINGS, 3: 1, 5: 2 }, 3).goodRate).toBe(1)
  })

  test('the days of a month added up give the month, in whatever order', () => {
    holds(
      fc.property(fc.array(counts, { maxLength: 31 }), (month) => {
        const total = month.reduce(addCounts, NO_RATINGS)
        const given = month.reduce((sum, day) => sum + ratingStats(day, 0).rated, 0)
        expect(ratingStats(total, 0).rated).toBe(given)
        expect([...month].reverse().reduce(addCounts, NO_RATINGS)).toEqual(total)
      }),
    )
  })

  test('one more good rating never lowers the share, one more bad one never raises it', () => {
    const one = (level: 1 | 2 | 3 | 4 | 5) => ({ ...NO_RATINGS, [level]: 1 })
    holds(
      fc.property(counts, (before) => {
        const { goodRate } = ratingStats(before, 0)
        fc.pre(goodRate !== null)
        for (const level of [3, 4, 5] as const) {
          const { goodRate: after } = ratingStats(addCounts(before, one(level)), 0)
          expect(after).toBeGreaterThanOrEqual(goodRate)
        }
        for (const level of [1, 2] as const) {
          const { goodRate: after } = ratingStats(addCounts(before, one(level)), 0)
          expect(after).toBeLessThanOrEqual(goodRate)
        }
      }),
    )
  })
})

describe('what the rated see', () => {
  test.each([
    [{ ...NO_RATINGS, 1: 1 }, false],
    [{ ...NO_RATINGS, 1: 1, 5: 3 }, false],
    [{ ...NO_RATINGS, 1: 1, 5: 4 }, true],
  ])('%j is shown: %s', (given, shown) => {
    expect(countsForRated(given)).toEqual(shown ? given : null)
  })

  test('is never a sum of one to four', () => {
    holds(
      fc.property(counts, (given) => {
        const seen = countsForRated(given)
        if (seen) expect(ratingStats(seen, 0).rated).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})
