import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  businessDate,
  daysBetween,
  halfDay,
  instantOf,
  isBusinessDate,
  relativeDate,
  spokenDate,
  spokenTime,
  wallTime,
  weekday,
} from '../../../miniprogram/shared/dates'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'

const instants = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('days and times in Shimen', () => {
  test.each([
    ['2026-11-24T15:59:59.999Z', '2026-11-24', '23:59'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25', '00:00'],
    ['2026-11-24T23:59:59.999Z', '2026-11-25', '07:59'],
    ['2026-11-25T00:00:00.000Z', '2026-11-25', '08:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'],
    ['2028-02-28T16:30:00.000Z', '2028-02-29', '00:30'],
  ])('%s is %s %s', (instant, date, time) => {
    expect(businessDate(new Date(instant))).toBe(date)
    expect(wallTime(new Date(instant))).toBe(time)
  })

  test('agree with the time zone tables of the machine at any moment', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    holds(
      fc.property(instants, (instant) => {
        expect(`${businessDate(instant)} ${wallTime(instant)}`).toBe(shanghai.format(instant))
      }),
    )
  })

  test('a day and a time lead to the moment and back', () => {
    expect(instantOf('2026-11-26', '08:30').toISOString()).toBe('2026-11-26T00:30:00.000Z')
    expect(instantOf('2026-11-26').toISOString()).toBe('2026-11-25T16:00:00.000Z')
    holds(
      fc.property(instants, (instant) => {
        const back = instantOf(businessDate(instant), wallTime(instant)).getTime()
        expect(instant.getTime() - back).toBeGreaterThanOrEqual(0)
        expect(instant.getTime() - back).toBeLessThan(60_000)
      }),
    )
  })
})

describe('counting calendar days (自然日)', () => {
  test.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-24', 45, '2027-01-08'],
    ['2026-11-24', 0, '2026-11-24'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(from, count)).toBe(to)
    expect(daysBetween(from, to)).toBe(count)
  })

  test('going there and back ends where it began', () => {
    holds(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (instant, count) => {
        const date = businessDate(instant)
        expect(addDays(addDays(date, count), -count)).toBe(date)
        expect(daysBetween(date, addDays(date, count))).toBe(count)
      }),
    )
  })

  test('a week later is the same weekday, a day later the next', () => {
    holds(
      fc.property(instants, (instant) => {
        const date = businessDate(instant)
        expect(weekday(addDays(date, 7))).toBe(weekday(date))
        expect(weekday(addDays(date, 1))).toBe((weekday(date) + 1) % 7)
      }),
    )
  })

  test('22 November 2026 is a Sunday, the Thursday after it the 26th', () => {
    expect(weekday('2026-11-22')).toBe(0)
    expect(weekday('2026-11-26')).toBe(4)
  })
})

describe('what is a date', () => {
  test.each(['2026-11-24', '2028-02-29', '2026-12-31', '2000-02-29'])('%s is', (text) => {
    expect(isBusinessDate(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-32',
    '2026-1-4',
    '26-11-24',
    '20261124',
    '2026/11/24',
    '2026年11月24日',
    '2026-11-24T00:00',
    ' 2026-11-24',
    '2026-11-24\n',
    '２０２６-11-24',
    '',
    'abcd-ef-gh',
  ])('%j is not', (text) => {
    expect(isBusinessDate(text)).toBe(false)
  })

  test('every day of the calendar is one, and no other text by chance', () => {
    holds(fc.property(instants, (instant) => isBusinessDate(businessDate(instant))))
    holds(fc.property(anyText, (text) => !isBusinessDate(text)))
  })
})

describe('dates as people say them', () => {
  test.each([
    ['2026-12-01', '2026-11-24', '12月1日 周二'],
    ['2026-11-29', '2026-11-24', '11月29日 周日'],
    ['2027-01-08', '2026-11-24', '2027年1月8日 周五'],
    ['2025-12-31', '2026-01-01', '2025年12月31日 周三'],
  ])('%s, said on %s, is %s', (date, today, said) => {
    expect(spokenDate(date, today)).toBe(said)
  })

  test('without knowing today the year is not said', () => {
    expect(spokenDate('2026-12-01')).toBe('12月1日 周二')
  })

  test.each([
    ['2026-11-24', '今天'],
    ['2026-11-25', '明天'],
    ['2026-11-26', '后天'],
    ['2026-11-27', '11月27日 周五'],
    ['2026-11-23', '11月23日 周一'],
    ['2027-01-01', '2027年1月1日 周五'],
  ])('%s is %s when today is 24 November 2026', (date, said) => {
    expect(relativeDate(date, '2026-11-24')).toBe(said)
  })

  test('on New Year’s Eve the next day is still tomorrow', () => {
    expect(relativeDate('2027-01-01', '2026-12-31')).toBe('明天')
  })

  test.each([
    ['09:30', '9:30'],
    ['10:00', '10:00'],
    ['00:05', '0:05'],
  ])('%s is said as %s', (time, said) => {
    expect(spokenTime(time)).toBe(said)
  })

  test.each([
    ['08:30', '上午'],
    ['11:59', '上午'],
    ['12:00', '下午'],
    ['16:00', '下午'],
  ])('%s is in the half day %s', (time, half) => {
    expect(halfDay(time)).toBe(half)
  })
})
