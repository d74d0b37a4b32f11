import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CALENDAR } from '../../cloudfunctions/core/kernel/calendar'
import {
  explainWarning,
  isExcused,
  warningsDeserved,
  withoutOutages,
} from '../../cloudfunctions/core/domain/warnings'
import type { WarningFacts } from '../../cloudfunctions/core/domain/warnings'
import { addDays, instantOf } from '../../miniprogram/shared/dates'
import { holds } from './support/holds'

const FACTS: WarningFacts = {
  receivedOn: '2026-11-24',
  lookedAt: instantOf('2026-11-24', '10:00'),
  acceptedOn: '2026-11-24',
  commitDays: 10,
  decidedAt: null,
  deliveredAt: null,
}

const given = (facts: Partial<WarningFacts>, now: Date, calendar = CALENDAR) =>
  warningsDeserved({ ...FACTS, ...facts }, now, calendar).map(
    ({ step, colour, due }) => `${step} ${colour} ${due}`,
  )

describe('what is recorded when', () => {
  // Accepted on Tuesday 24 November, ten working days: 8 December.
  test.each([
    ['before the office closes on the due day', '2026-12-08', '17:29', []],
    ['when it closes', '2026-12-08', '17:30', ['commitment yellow 2026-12-08']],
    [
      'when the day is over',
      '2026-12-09',
      '00:00',
      ['commitment yellow 2026-12-08', 'commitment red 2026-12-08'],
    ],
  ])('undone %s', (_when, day, time, expected) => {
    expect(given({}, instantOf(day, time))).toEqual(expected)
  })

  test.each([
    ['in time', '2026-12-08', '17:00', []],
    ['in the evening of the due day', '2026-12-08', '19:00', ['commitment yellow 2026-12-08']],
    [
      'the day after',
      '2026-12-09',
      '09:00',
      ['commitment yellow 2026-12-08', 'commitment red 2026-12-08'],
    ],
  ])('decided %s, seen weeks later', (_when, day, time, expected) => {
    const decidedAt = instantOf(day, time)
    const done = { decidedAt, deliveredAt: decidedAt }
    expect(given(done, instantOf('2027-01-10'))).toEqual(expected)
  })

  test.each([0, 1])('a commitment of %i days knows only red', (commitDays) => {
    const late = given({ commitDays }, instantOf('2026-12-01'))
    expect(late).toEqual([expect.stringMatching(/^commitment red /)])
  })

  test('papers that nobody looked at for a working day, results that stay lying: yellow', () => {
    expect(given({ lookedAt: null, acceptedOn: null }, instantOf('2026-11-26'))).toEqual([
      'look yellow 2026-11-25',
    ])
    const decidedAt = instantOf('2026-11-26', '10:00')
    expect(given({ decidedAt }, instantOf('2026-12-11'))).toEqual(['delivery yellow 2026-12-10'])
  })

  test('a commitment that ran out before it was deemed accepted is overdue from then on', () => {
    const deemedAt = instantOf('2026-12-02')
    const facts = { ...FACTS, commitDays: 2, deemedAt }
    expect(warningsDeserved(facts, instantOf('2026-12-01'), CALENDAR)).toEqual([])
    const ats = warningsDeserved(facts, instantOf('2026-12-03'), CALENDAR).map(({ at }) => at)
    expect(ats).toEqual([deemedAt, deemedAt])
  })

  test('an extension or a pause moves it, nothing brings it forward', () => {
    const now = instantOf('2026-12-10')
    expect(given({ due: '2026-12-22' }, now)).toEqual([])
    expect(given({ due: '2026-11-30' }, now)).toHaveLength(2)
  })
})

describe('for any dates', () => {
  const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-05', n))
  const facts = fc
    .record({
      receivedOn: day,
      commitDays: fc.nat(30),
      waits: fc.nat(10),
      works: fc.option(fc.nat(60), { nil: null }),
    })
    .map(({ receivedOn, commitDays, waits, works }): WarningFacts => {
      const acceptedOn = addDays(receivedOn, waits)
      const decidedAt = works === null ? null : instantOf(addDays(acceptedOn, works), '11:00')
      const lookedAt = instantOf(acceptedOn, '09:00')
      return { receivedOn, lookedAt, acceptedOn, commitDays, decidedAt, deliveredAt: decidedAt }
    })
  const later = fc.integer({ min: 0, max: 120 })

  test('looking again later never takes one back, and daily looks find what one late look finds', () => {
    holds(
      fc.property(facts, later, (of, days) => {
        const end = addDays(of.receivedOn, days)
        const keys = (now: Date) =>
          warningsDeserved(of, now, CALENDAR).map(({ step, colour, due }) => step + colour + due)
        const daily = new Set<string>()
        for (let date = of.receivedOn; date <= end; date = addDays(date, 1)) {
          for (const key of keys(instantOf(date, '17:35'))) daily.add(key)
        }
        expect([...daily].sort()).toEqual(keys(instantOf(end, '17:35')).sort())
      }),
    )
  })

  test('red is never without yellow before it, unless the commitment is a day or less', () => {
    holds(
      fc.property(facts, (of) => {
        const found = warningsDeserved(of, instantOf('2027-06-01'), CALENDAR)
        const red = found.find(({ colour }) => colour === 'red')
        const yellow = found.find((one) => one.step === 'commitment' && one.colour === 'yellow')
        if (red && of.commitDays > 1) expect(yellow && yellow.at < red.at).toBe(true)
        if (of.commitDays <= 1) expect(yellow).toBeUndefined()
      }),
    )
  })

  test('an outage never makes anything late, and moves a deadline only when it lies before it', () => {
    holds(
      fc.property(facts, day, fc.nat(6), (of, from, length) => {
        const outages = [{ from, until: addDays(from, length) }]
        const now = instantOf('2027-06-01')
        const without = warningsDeserved(of, now, withoutOutages(CALENDAR, outages))
        expect(without.length).toBeLessThanOrEqual(warningsDeserved(of, now, CALENDAR).length)
        for (const warning of warningsDeserved(of, now, CALENDAR)) {
          if (from > warning.due) expect(isExcused(warning, CALENDAR, outages)).toBe(false)
        }
      }),
    )
  })
})

test('the calculation can be read aloud', () => {
  const found = warningsDeserved(FACTS, instantOf('2026-12-20'), CALENDAR)
  expect(found.map(explainWarning)).toEqual([
    ['11月24日受理，第二天起算10个工作日，最晚12月8日。', '到12月8日下班还没办完，记黄色。'],
    ['11月24日受理，第二天起算10个工作日，最晚12月8日。', '过了12月8日还没办完，记红色。'],
  ])
})
