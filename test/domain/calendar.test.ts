import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addWorkdays,
  isWorkday,
  nextWorkday,
  withAdded,
  workCalendar,
  workdaysBetween,
} from '../../cloudfunctions/core/domain/calendar'
import { holds } from './support/holds'
import { calendars, days, townshipCalendar } from './support/township'

const calendar = townshipCalendar()

describe('who works when', () => {
  test.each([
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-11-27', true, 'an ordinary Friday'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-22', false, 'an ordinary Sunday'],
    ['2026-02-14', true, 'the Saturday made up before Spring Festival'],
    ['2026-02-17', false, 'New Year by the lunar calendar, a Tuesday'],
    ['2026-02-23', false, 'the last day of the holiday, a Monday'],
    ['2026-02-28', true, 'the Saturday made up after Spring Festival'],
    ['2026-01-04', true, 'the Sunday made up for New Year'],
    ['2026-10-07', false, 'the last day of National Day week, a Wednesday'],
    ['2026-10-10', true, 'the Saturday made up for National Day'],
    ['2027-01-04', true, 'a Monday of a year without published holidays'],
  ])('%s is a working day: %s (%s)', (date, works) => {
    expect(isWorkday(date, calendar)).toBe(works)
  })

  /** 国务院办公厅关于2025年、2026年部分节假日安排的通知: first and last day of each holiday. */
  const HOLIDAYS = [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-28', '2025-02-04'],
    ['2025-04-04', '2025-04-06'],
    ['2025-05-01', '2025-05-05'],
    ['2025-05-31', '2025-06-02'],
    ['2025-10-01', '2025-10-08'],
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ] as const
  const MADE_UP =
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 ' +
    '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'

  test("the township's calendar is the State Council's of 2025 and 2026, day by day", () => {
    const differing: string[] = []
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10)
      const holiday = HOLIDAYS.some(([first, last]) => date >= first && date <= last)
      const weekend = [0, 6].includes(new Date(at).getUTCDay())
      const works = MADE_UP.includes(date) || (!holiday && !weekend)
      if (isWorkday(date, calendar) !== works) differing.push(date)
    }
    expect(differing).toEqual([])
  })

  test('of two entries for a day the later one holds', () => {
    const twice = workCalendar(
      [
        { date: '2026-11-23', off: true, name: '停电' },
        { date: '2026-11-23', off: false, name: '来电' },
      ],
      '2026-12-31',
    )
    expect(isWorkday('2026-11-23', twice)).toBe(true)
  })
})

describe('counting working days (行政许可法 82)', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26', 'Spring Festival out, its make-up Saturday in'],
    ['2026-04-30', 3, '2026-05-08', 'Labour Day out'],
    ['2026-05-08', 1, '2026-05-09', 'a make-up Saturday is day 1'],
    ['2026-09-30', 1, '2026-10-08', 'National Day out'],
    ['2026-10-09', 2, '2026-10-12', 'a make-up Saturday, then Sunday off'],
    ['2025-12-31', 1, '2026-01-04', 'across the year to a make-up Sunday'],
    ['2026-11-20', 1, '2026-11-23', 'from Friday to Monday'],
    ['2026-11-22', 1, '2026-11-23', 'handed in on Sunday, Monday is day 1'],
    ['2026-11-02', 15, '2026-11-23', 'fifteen days are three weeks'],
    ['2026-11-23', 0, '2026-11-23', 'at once on a working day'],
    ['2026-11-21', 0, '2026-11-23', 'at once on a Saturday means Monday'],
    ['2026-02-15', 0, '2026-02-24', 'at once in the holiday means the day after it'],
  ])('%s and %i working days is %s: %s', (from, count, expected) => {
    expect(addWorkdays(from, count, calendar)).toBe(expected)
  })

  test.each([
    ['2026-02-12', '2026-02-26', 5, 'the same way back'],
    ['2026-11-23', '2026-11-23', 0, 'a day to itself'],
    ['2026-11-24', '2026-11-23', 0, 'back in time'],
    ['2026-11-20', '2026-11-22', 0, 'into the weekend'],
    ['2026-11-20', '2026-11-23', 1, 'over the weekend'],
    ['2026-09-30', '2026-10-10', 3, '8, 9 and the make-up 10 October'],
  ])('between %s and %s lie %i: %s', (from, to, count) => {
    expect(workdaysBetween(from, to, calendar)).toBe(count)
  })

  test('the next working day lies later even when today is one', () => {
    expect(nextWorkday('2026-11-23', calendar)).toBe('2026-11-24')
    expect(nextWorkday('2026-02-14', calendar)).toBe('2026-02-24')
  })
})

const counts = fc.integer({ min: 1, max: 60 })

describe('whatever holidays are published', () => {
  test('a due date never falls on a rest day', () => {
    holds(
      fc.property(calendars, days, fc.nat(60), (any, from, count) =>
        isWorkday(addWorkdays(from, count, any), any),
      ),
    )
  })

  test('one working day more is due later', () => {
    holds(
      fc.property(calendars, days, counts, (any, from, count) => {
        const due = addWorkdays(from, count, any)
        expect(due > from).toBe(true)
        expect(addWorkdays(from, count + 1, any) > due).toBe(true)
      }),
    )
  })

  test('counting back from the due date gives the commitment', () => {
    holds(
      fc.property(calendars, days, counts, (any, from, count) => {
        expect(workdaysBetween(from, addWorkdays(from, count, any), any)).toBe(count)
      }),
    )
  })

  test('as many working days as lie before a working day lead to it', () => {
    holds(
      fc.property(calendars, days, days, (any, from, to) => {
        fc.pre(from < to && isWorkday(to, any))
        expect(addWorkdays(from, workdaysBetween(from, to, any), any)).toBe(to)
      }),
    )
  })

  test('an interval has the working days of its two parts', () => {
    holds(
      fc.property(calendars, fc.tuple(days, days, days), (any, three) => {
        const [a = '', b = '', c = ''] = [...three].sort()
        expect(workdaysBetween(a, c, any)).toBe(
          workdaysBetween(a, b, any) + workdaysBetween(b, c, any),
        )
      }),
    )
  })

  test('who is accepted later is never due earlier', () => {
    holds(
      fc.property(calendars, fc.tuple(days, days), fc.nat(60), (any, pair, count) => {
        const [early = '', late = ''] = [...pair].sort()
        expect(addWorkdays(early, count, any) <= addWorkdays(late, count, any)).toBe(true)
      }),
    )
  })

  test('another holiday never brings a due date forward', () => {
    holds(
      fc.property(calendars, days, days, counts, (any, holiday, from, count) => {
        const more = workCalendar(
          [...any.days.values(), { date: holiday, off: true, name: '加放' }],
          any.verifiedUntil,
        )
        expect(addWorkdays(from, count, more) >= addWorkdays(from, count, any)).toBe(true)
      }),
    )
  })
})

describe('what the township adds', () => {
  const snow = { date: '2026-11-25', off: true, name: '大雪停工' }

  test('of a day that is published the added one counts', () => {
    const open = { date: '2026-10-07', off: false, name: '调休上班' }
    const added = withAdded(calendar, { days: [snow, open], verifiedUntil: null })
    expect(isWorkday('2026-11-25', added)).toBe(false)
    expect(isWorkday('2026-10-07', added)).toBe(true)
    expect(isWorkday('2026-11-25', calendar)).toBe(true)
  })

  test.each([
    [null, calendar.verifiedUntil],
    ['2025-12-31', calendar.verifiedUntil],
    ['2027-12-31', '2027-12-31'],
  ])('verified until %s by the township: until %s in all', (verifiedUntil, expected) => {
    expect(withAdded(calendar, { days: [], verifiedUntil }).verifiedUntil).toBe(expected)
  })

  test('a day off more never brings a due day forward', () => {
    holds(
      fc.property(days, fc.integer({ min: 0, max: 60 }), days, (from, count, date) => {
        const added = withAdded(calendar, {
          days: [{ date, off: true, name: '停工' }],
          verifiedUntil: null,
        })
        expect(addWorkdays(from, count, added) >= addWorkdays(from, count, calendar)).toBe(true)
      }),
    )
  })
})
