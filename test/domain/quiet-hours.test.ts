import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isQuiet, sendableFrom } from '../../cloudfunctions/core/domain/quiet-hours'
import { holds } from './support/holds'

/** A moment in Shimen. */
const at = (local: string): Date => new Date(`${local}+08:00`)

describe('phones stay silent between 20:00 and 07:30 (不打扰)', () => {
  test.each([
    ['2026-11-24T19:59:59.999', false],
    ['2026-11-24T20:00:00.000', true],
    ['2026-11-24T23:59:59.999', true],
    ['2026-11-25T00:00:00.000', true],
    ['2026-11-25T07:29:59.999', true],
    ['2026-11-25T07:30:00.000', false],
    ['2026-11-25T12:00:00.000', false],
  ])('%s is quiet: %s', (local, quiet) => {
    expect(isQuiet(at(local))).toBe(quiet)
  })

  test.each([
    ['2026-11-24T19:59:59.999', '2026-11-24T19:59:59.999', 'in daytime at once'],
    ['2026-11-24T20:00:00.000', '2026-11-25T07:30:00.000', 'in the evening the next morning'],
    ['2026-11-25T00:00:00.000', '2026-11-25T07:30:00.000', 'after midnight the same morning'],
    ['2026-11-25T07:29:59.999', '2026-11-25T07:30:00.000', 'a moment before, at half past seven'],
    ['2026-12-31T22:00:00.000', '2027-01-01T07:30:00.000', 'on New Year’s Eve, next year'],
    ['2028-02-28T21:00:00.000', '2028-02-29T07:30:00.000', 'before a leap day, on it'],
  ])('what comes up at %s is sent at %s: %s', (now, then) => {
    expect(sendableFrom(at(now))).toEqual(at(then))
  })

  test('a message never goes out in quiet hours, never early, and waits at most one night', () => {
    const moments = fc.date({
      min: at('2026-01-01T00:00:00'),
      max: at('2028-12-31T00:00:00'),
      noInvalidDate: true,
    })
    holds(
      fc.property(moments, (now) => {
        const wait = sendableFrom(now).getTime() - now.getTime()
        expect(isQuiet(sendableFrom(now))).toBe(false)
        expect(wait > 0).toBe(isQuiet(now))
        expect(wait).toBeLessThanOrEqual(11.5 * 3_600_000)
        expect(wait).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
