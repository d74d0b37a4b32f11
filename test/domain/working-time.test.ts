import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWorkday, workdaysBetween } from '../../cloudfunctions/core/domain/calendar'
import {
  commitmentSpan,
  deadlineClock,
  explainDeadline,
} from '../../cloudfunctions/core/domain/deadline'
import type { DeadlineFacts } from '../../cloudfunctions/core/domain/deadline'
import { addWorkingMinutes, OFFICE_HOURS } from '../../cloudfunctions/core/domain/working-hours'
import { addDays, businessDate, instantOf, wallTime } from '../../miniprogram/shared/dates'
import { holds } from './support/holds'
import { calendars, days, townshipCalendar } from './support/township'

const calendar = townshipCalendar()

const accepted = (
  on: string,
  commitDays: number,
  more: Partial<DeadlineFacts> = {},
): DeadlineFacts => ({
  receivedOn: on,
  acceptedOn: on,
  commitDays,
  decidedOn: null,
  ...more,
})

const pause = (from: string, until: string | null, expectedOn = until ?? from) => ({
  from,
  until,
  ground: '鉴定',
  expectedOn,
})

describe('what stops the clock (行政许可法 45)', () => {
  test.each([
    ['no pause', [], '2026-12-07'],
    [
      'Wednesday to Friday: Thursday does not count',
      [pause('2026-11-25', '2026-11-27')],
      '2026-12-08',
    ],
    [
      'one that lasts is reckoned to its expected end',
      [pause('2026-11-25', null, '2026-11-30')],
      '2026-12-09',
    ],
    [
      'over a weekend, which would not have counted anyway',
      [pause('2026-11-27', '2026-11-30')],
      '2026-12-07',
    ],
    [
      'two of them',
      [pause('2026-11-24', '2026-11-26'), pause('2026-11-26', '2026-11-30')],
      '2026-12-09',
    ],
    ['on and off on the same day', [pause('2026-11-25', '2026-11-25')], '2026-12-07'],
  ])('%s', (_what, pauses, due) => {
    expect(commitmentSpan(accepted('2026-11-23', 10, { pauses }), calendar).due).toBe(due)
  })

  test('across the National Day holiday only the working days in it are left out', () => {
    const facts = accepted('2026-09-28', 10, { pauses: [pause('2026-09-30', '2026-10-09')] })
    const without = commitmentSpan(accepted('2026-09-28', 10), calendar).due
    const lost = workdaysBetween('2026-09-30', '2026-10-08', calendar)
    const due = commitmentSpan(facts, calendar).due
    expect(workdaysBetween(without, due, calendar)).toBe(lost)
  })

  test('whatever the calendar, a pause never brings the due date forward, and only its own days push it', () => {
    holds(
      fc.property(
        calendars,
        days,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (any, start, commitDays, after, length) => {
          const from = addDays(start, after)
          const until = addDays(from, length)
          const plain = commitmentSpan(accepted(start, commitDays), any).due
          const paused = commitmentSpan(
            accepted(start, commitDays, { pauses: [pause(from, until)] }),
            any,
          ).due
          expect(paused >= plain).toBe(true)
          const lost = length > 1 ? workdaysBetween(from, addDays(until, -1), any) : 0
          expect(workdaysBetween(plain, paused, any)).toBeLessThanOrEqual(lost)
        },
      ),
    )
  })

  test('while it lasts nothing is used up', () => {
    const facts = accepted('2026-11-23', 10, { pauses: [pause('2026-11-24', null, '2026-12-04')] })
    expect(deadlineClock(facts, '2026-11-24', calendar).counted).toBe(1)
    expect(deadlineClock(facts, '2026-12-02', calendar).counted).toBe(1)
  })
})

describe('longer, and anew', () => {
  test('an extension adds its working days to the same clock (行政许可法 42)', () => {
    const due = commitmentSpan(accepted('2026-11-23', 10, { extendedDays: 10 }), calendar).due
    expect(due).toBe('2026-12-21')
  })

  test('what is reopened gets the whole commitment again, from that day', () => {
    const facts = accepted('2026-11-02', 5, { reopenedOn: '2026-11-23' })
    expect(commitmentSpan(facts, calendar).due).toBe('2026-11-30')
  })
})

describe('怎么算的, in sentences', () => {
  test('make-up workdays are named, the days in between are not listed one by one', () => {
    expect(explainDeadline(accepted('2026-02-12', 5), calendar)).toEqual([
      '2月12日受理，第二天起算5个工作日。',
      '2月13日第1天，2月14日（调休上班）第2天，2月24日第3天，…，2月26日第5天。',
    ])
  })

  test('a pause, an extension and a missing calendar are each said', () => {
    const sentences = explainDeadline(
      accepted('2026-12-21', 10, {
        extendedDays: 10,
        pauses: [pause('2026-12-23', null, '2026-12-28')],
      }),
      calendar,
    )
    expect(sentences).toContain('乡长批了延期10个工作日，只能一次。')
    expect(sentences).toContain('12月23日起因鉴定停算，预计12月28日接着算。')
    expect(sentences.at(-1)).toBe('明年的放假安排还没公布，日子是暂定的。')
  })

  test('before acceptance it says that it is only as if; at once is at once', () => {
    const waiting = { ...accepted('2026-11-23', 5), acceptedOn: null }
    expect(explainDeadline(waiting, calendar)[0]).toContain('还没受理')
    expect(explainDeadline(accepted('2026-11-23', 0), calendar)).toEqual([
      '11月23日受理，当天办好。',
    ])
  })

  test('the last sentence about days always ends on the due date', () => {
    holds(
      fc.property(calendars, days, fc.integer({ min: 1, max: 60 }), (any, start, commitDays) => {
        const facts = accepted(start, commitDays)
        const { due } = commitmentSpan(facts, any)
        const [, counted = ''] = explainDeadline(facts, any)
        const [, month, day] = due.split('-').map(Number)
        expect(counted).toMatch(
          new RegExp(
            `${String(month)}月${String(day)}日(（调休上班）)?第${String(commitDays)}天。$`,
          ),
        )
      }),
    )
  })
})

describe('two hours of office time', () => {
  test.each([
    ['in the morning', '2026-11-24', '09:00', '2026-11-24 11:00'],
    ['over lunch', '2026-11-24', '11:00', '2026-11-24 15:00'],
    ['before the office opens', '2026-11-24', '06:00', '2026-11-24 10:30'],
    ['late on Friday', '2026-11-27', '17:00', '2026-11-30 10:00'],
    ['on a Saturday', '2026-11-28', '10:00', '2026-11-30 10:30'],
    ['before the National Day', '2026-09-30', '17:00', '2026-10-08 10:00'],
  ])('%s', (_what, date, time, expected) => {
    const end = addWorkingMinutes(instantOf(date, time), 120, calendar)
    expect(`${businessDate(end)} ${wallTime(end)}`).toBe(expected)
  })

  test('it always ends in an office hour of a working day, and more minutes never end earlier', () => {
    holds(
      fc.property(
        calendars,
        days,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 300 }),
        (any, date, minute, minutes, more) => {
          const start = new Date(+instantOf(date) + minute * 60_000)
          const end = addWorkingMinutes(start, minutes, any)
          expect(isWorkday(businessDate(end), any)).toBe(true)
          const time = wallTime(end)
          expect(OFFICE_HOURS.some(({ from, to }) => from <= time && time <= to)).toBe(true)
          expect(+addWorkingMinutes(start, minutes + more, any)).toBeGreaterThanOrEqual(+end)
        },
      ),
    )
  })
})
