import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CALENDAR } from '../../cloudfunctions/core/kernel/calendar'
import { FEWEST_MATTERS, fairnessTables } from '../../cloudfunctions/core/domain/fairness'
import type { FairnessRow } from '../../cloudfunctions/core/domain/fairness'
import { addDays } from '../../miniprogram/shared/dates'
import { holds } from './support/holds'

const ROW: FairnessRow = {
  n: 1,
  receivedOn: '2026-11-23',
  acceptedOn: '2026-11-24',
  decidedOn: '2026-12-01',
  commitDays: 10,
  through: 'none',
  hour: 9,
}

const rows = fc.array(
  fc
    .record({
      n: fc.integer({ min: 1, max: 40 }),
      waits: fc.nat(5),
      works: fc.nat(20),
      commitDays: fc.nat(40),
      through: fc.constantFrom('own' as const, 'other' as const, 'none' as const),
      hour: fc.integer({ min: 0, max: 23 }),
    })
    .map(({ waits, works, ...row }): FairnessRow => {
      const acceptedOn = addDays('2026-11-02', waits)
      return { ...row, receivedOn: '2026-11-02', acceptedOn, decidedOn: addDays(acceptedOn, works) }
    }),
  { maxLength: 30 },
)

describe('三个一样', () => {
  test('under thirty matters a cell gives no number', () => {
    for (const [n, days] of [
      [FEWEST_MATTERS - 1, null],
      [FEWEST_MATTERS, 5],
    ] as const) {
      const [size] = fairnessTables([{ ...ROW, n }], CALENDAR)
      expect(size?.cells[1]).toMatchObject({ matters: n, averageDays: days })
    }
  })

  test('averages weigh every matter alike, in working days and in all', () => {
    const slow = { ...ROW, n: 30, decidedOn: '2026-12-08' }
    const [size] = fairnessTables([{ ...ROW, n: 30 }, slow], CALENDAR)
    expect(size?.cells[1]).toEqual({
      label: '十天以内的',
      matters: 60,
      averageDays: 7.5,
      averageTotalDays: 11.5,
    })
  })

  test('every matter is in exactly one cell of each table', () => {
    holds(
      fc.property(rows, (given) => {
        const all = given.reduce((sum, { n }) => sum + n, 0)
        for (const { cells } of fairnessTables(given, CALENDAR)) {
          expect(cells.reduce((sum, { matters }) => sum + matters, 0)).toBe(all)
        }
      }),
    )
  })

  test('no cell under thirty ever says how long', () => {
    holds(
      fc.property(rows, (given) => {
        for (const { cells } of fairnessTables(given, CALENDAR)) {
          for (const cell of cells) {
            const few = cell.matters < FEWEST_MATTERS
            expect(cell.averageDays === null).toBe(few)
            expect(cell.averageTotalDays === null).toBe(few)
          }
        }
      }),
    )
  })
})
