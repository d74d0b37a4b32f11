import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWorkday } from '../../cloudfunctions/core/domain/calendar'
import { deadlineClock, endOfDay, warningOf } from '../../cloudfunctions/core/domain/deadline'
import type { DeadlineFacts, Warning } from '../../cloudfunctions/core/domain/deadline'
import { addDays } from '../../miniprogram/shared/dates'
import { holds } from './support/holds'
import { calendars, days, townshipCalendar } from './support/township'

const calendar = townshipCalendar()

const matter = (facts: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  receivedOn: '2026-11-23',
  acceptedOn: '2026-11-23',
  commitDays: 5,
  decidedOn: null,
  ...facts,
})

describe('the commitment clock (限时办结)', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-11-23', 25, '2026-12-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('accepted on %s with %i working days is due on %s', (date, commitDays, due) => {
    const facts = matter({ receivedOn: date, acceptedOn: date, commitDays })
    expect(deadlineClock(facts, date, calendar).due).toBe(due)
  })

  test('starts at acceptance, not at receipt', () => {
    const facts = matter({ receivedOn: '2026-11-19', acceptedOn: '2026-11-23' })
    const clock = deadlineClock(facts, '2026-11-25', calendar)
    expect(clock).toMatchObject({ due: '2026-11-30', counted: 2, totalDays: 6 })
  })

  test('before acceptance nothing is counted and the date is as if accepted on receipt', () => {
    const facts = matter({ receivedOn: '2026-11-19', acceptedOn: null })
    const clock = deadlineClock(facts, '2026-11-23', calendar)
    expect(clock).toMatchObject({ acceptedOn: null, due: '2026-11-26', counted: 0, totalDays: 4 })
  })

  test('stops on the day it was decided', () => {
    const facts = matter({ decidedOn: '2026-11-25' })
    const clock = deadlineClock(facts, '2027-03-01', calendar)
    expect(clock).toMatchObject({ counted: 2, totalDays: 2 })
  })

  test('goes on counting past the due date while undecided', () => {
    expect(deadlineClock(matter(), '2026-12-02', calendar).counted).toBe(7)
  })

  test('what is missing is told within five working days of receipt, whenever it is accepted', () => {
    const facts = matter({ receivedOn: '2026-02-12', acceptedOn: '2026-02-25', commitDays: 1 })
    expect(deadlineClock(facts, '2026-02-25', calendar).noticeBy).toBe('2026-02-26')
  })

  test('shows every rest day from receipt to the due date', () => {
    const facts = matter({ receivedOn: '2026-02-12', acceptedOn: '2026-02-12' })
    expect(deadlineClock(facts, '2026-02-12', calendar).restDays).toEqual(
      [15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => `2026-02-${String(day)}`),
    )
  })

  test('a wrong date of receipt does not grow the answer without end', () => {
    const facts = matter({ receivedOn: '1926-11-23' })
    expect(deadlineClock(facts, '2026-11-23', calendar).restDays.length).toBeLessThan(366)
  })

  test('a clock that runs behind never shows a negative number of days', () => {
    expect(deadlineClock(matter(), '2026-11-20', calendar)).toMatchObject({
      counted: 0,
      totalDays: 0,
    })
  })

  test.each([
    ['2026-12-30', 1, false, 'due on the last published day'],
    ['2026-12-30', 2, true, 'due one day beyond'],
    ['2026-12-31', 0, false, 'at once on the last published day'],
    ['2027-03-01', 1, true, 'all of it beyond'],
  ])(
    'accepted %s with %i working days is provisional: %s (%s)',
    (date, commitDays, provisional) => {
      const facts = matter({ receivedOn: date, acceptedOn: date, commitDays })
      expect(deadlineClock(facts, date, calendar).provisional).toBe(provisional)
    },
  )

  test('on the due day the whole commitment is used up, whatever holidays lie between', () => {
    holds(
      fc.property(calendars, days, fc.integer({ min: 1, max: 30 }), (any, date, commitDays) => {
        const facts = matter({ receivedOn: date, acceptedOn: date, commitDays })
        const { due } = deadlineClock(facts, date, any)
        expect(deadlineClock(facts, due, any).counted).toBe(commitDays)
      }),
    )
  })

  test('from the day after acceptance each day is either counted or shown as a rest day', () => {
    holds(
      fc.property(calendars, days, fc.integer({ min: 1, max: 30 }), (any, date, commitDays) => {
        fc.pre(isWorkday(date, any))
        const facts = matter({ receivedOn: date, acceptedOn: date, commitDays })
        const { due } = deadlineClock(facts, date, any)
        const clock = deadlineClock(facts, due, any)
        expect(clock.counted + clock.restDays.length).toBe(clock.totalDays)
      }),
    )
  })

  test('a due date ends at midnight in Shimen, 16:00 in Greenwich', () => {
    expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z')
  })
})

const span = (start: string, due: string, length: number) => ({ start, due, days: length })

describe('warnings (预警)', () => {
  const ONE = span('2026-11-23', '2026-11-24', 1)
  const AT_ONCE = span('2026-11-23', '2026-11-23', 0)
  const TWO = span('2026-11-23', '2026-11-25', 2)
  const FIVE = span('2026-11-23', '2026-11-30', 5)
  const NINE = span('2026-11-23', '2026-12-04', 9)
  const TEN = span('2026-11-23', '2026-12-07', 10)
  const FIFTEEN = span('2026-11-23', '2026-12-14', 15)
  const TWENTY_FIVE = span('2026-11-23', '2026-12-28', 25)
  const LABOUR_DAY = span('2026-04-30', '2026-05-08', 3)

  test.each<[string, string, ReturnType<typeof span>, Warning]>([
    ['a matter done at once, on its day', '2026-11-23', AT_ONCE, 'none'],
    ['a matter done at once, the day after', '2026-11-24', AT_ONCE, 'red'],
    ['a commitment of a day, on the day it began', '2026-11-23', ONE, 'none'],
    ['a commitment of a day, on its due day', '2026-11-24', ONE, 'none'],
    ['a commitment of a day, past due', '2026-11-25', ONE, 'red'],
    ['two days, both left', '2026-11-23', TWO, 'none'],
    ['two days, one left', '2026-11-24', TWO, 'blue'],
    ['two days, due today', '2026-11-25', TWO, 'yellow'],
    ['five days, two left', '2026-11-26', FIVE, 'none'],
    ['five days, one left', '2026-11-27', FIVE, 'blue'],
    ['five days, one left and weekend', '2026-11-29', FIVE, 'blue'],
    ['five days, due today', '2026-11-30', FIVE, 'yellow'],
    ['five days, past due', '2026-12-01', FIVE, 'red'],
    ['nine days, two left are more than a fifth', '2026-12-02', NINE, 'none'],
    ['nine days, one left', '2026-12-03', NINE, 'blue'],
    ['ten days, three left', '2026-12-02', TEN, 'none'],
    ['ten days, two left', '2026-12-03', TEN, 'blue'],
    ['fifteen days, four left', '2026-12-08', FIFTEEN, 'none'],
    ['fifteen days, three left', '2026-12-09', FIFTEEN, 'blue'],
    ['twenty-five days, six left', '2026-12-18', TWENTY_FIVE, 'none'],
    ['twenty-five days, five left', '2026-12-21', TWENTY_FIVE, 'blue'],
    ['in the holiday, three working days left', '2026-05-05', LABOUR_DAY, 'none'],
    ['after the holiday, one working day left', '2026-05-07', LABOUR_DAY, 'blue'],
    ['due today after the holiday', '2026-05-08', LABOUR_DAY, 'yellow'],
    ['past due on a make-up Saturday', '2026-05-09', LABOUR_DAY, 'red'],
  ])('%s (%s)', (_what, today, commitment, warning) => {
    expect(warningOf(commitment, today, calendar)).toBe(warning)
  })

  const SEVERITY: readonly Warning[] = ['none', 'blue', 'yellow', 'red']

  test('a warning only grows as the days go by, and every longer commitment shows each once', () => {
    holds(
      fc.property(calendars, days, fc.integer({ min: 2, max: 40 }), (any, start, length) => {
        const facts = matter({ receivedOn: start, acceptedOn: start, commitDays: length })
        const { due } = deadlineClock(facts, start, any)
        const seen: Warning[] = []
        for (let day = start; day <= addDays(due, 1); day = addDays(day, 1)) {
          const warning = warningOf({ start, due, days: length }, day, any)
          if (seen.at(-1) !== warning) seen.push(warning)
        }
        expect(seen).toEqual(SEVERITY)
      }),
      150,
    )
  })
})
