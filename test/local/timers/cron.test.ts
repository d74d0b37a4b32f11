import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CronError, nextTime, parseCron } from '../../../local/cloud/timers/cron'

const next = (cron: string, after: string): string | null => {
  const time = nextTime(parseCron(cron), Date.parse(after))
  return time === null ? null : new Date(time + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
}

describe('a timer fires at UTC+8', () => {
  test.each([
    ['every five minutes', '0 */5 * * * * *', '2026-11-17T09:01:00+08:00', '2026-11-17T09:05'],
    ['strictly later', '0 */5 * * * * *', '2026-11-17T09:05:00+08:00', '2026-11-17T09:10'],
    ['into the next hour', '0 50/5 * * * * *', '2026-11-17T09:56:00+08:00', '2026-11-17T10:50'],
    ['a time of day', '0 30 7 * * * *', '2026-11-17T07:30:00+08:00', '2026-11-18T07:30'],
    ['a weekday', '0 0 8 * * 1 *', '2026-11-17T00:00:00+08:00', '2026-11-23T08:00'],
    ['a weekday by name', '0 0 8 * * MON-FRI *', '2026-11-21T00:00:00+08:00', '2026-11-23T08:00'],
    ['a day of the month', '0 0 0 31 * * *', '2026-11-17T00:00:00+08:00', '2026-12-31T00:00'],
    ['day of month or weekday', '0 0 0 20 * 4 *', '2026-11-17T00:00:00+08:00', '2026-11-19T00:00'],
    ['the other of the two', '0 0 0 20 * 4 *', '2026-11-19T00:00:00+08:00', '2026-11-20T00:00'],
    ['a leap day', '0 0 0 29 2 * *', '2026-11-17T00:00:00+08:00', '2028-02-29T00:00'],
    ['a list', '0 0 9,15 * * * *', '2026-11-17T09:00:00+08:00', '2026-11-17T15:00'],
    ['a month by name', '0 0 0 1 JAN * *', '2026-11-17T00:00:00+08:00', '2027-01-01T00:00'],
  ])('%s', (_name, cron, after, expected) => {
    expect(next(cron, after)).toMatch(new RegExp(`^${expected}:00`))
  })

  test('a year that has passed never comes', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-11-17T00:00:00Z')).toBeNull()
  })

  test('the next time is later than now and at most one step away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 0, max: 4e9 }), (step, at) => {
        const time = nextTime(parseCron(`0 */${step} * * * * *`), at * 1000) ?? 0
        expect(time).toBeGreaterThan(at * 1000)
        expect(time - at * 1000).toBeLessThanOrEqual(step * 60_000)
      }),
      { seed: 1, numRuns: 100 },
    )
  })
})

describe('a timer that cannot be right is refused', () => {
  test.each([
    '*/5 * * * *',
    '0 60 * * * * *',
    '0 0 24 * * * *',
    '0 0 0 32 * * *',
    '0 0 0 * 13 * *',
    '0 0 0 * * 7 *',
    '0 0 0 * * * 1969',
    '0 5-1 * * * * *',
    '0 */0 * * * * *',
    '0 a * * * * *',
    '0 1,,2 * * * * *',
    '',
  ])('%s', (cron) => {
    expect(() => parseCron(cron)).toThrow(CronError)
  })
})
