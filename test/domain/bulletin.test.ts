import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countCase, isUnanswered } from '../../cloudfunctions/core/domain/bulletin/count'
import type { CountedCase } from '../../cloudfunctions/core/domain/bulletin/count'
import {
  FIGURE_KEYS,
  figuresOf,
  ratesOf,
  ratingIndicators,
} from '../../cloudfunctions/core/domain/bulletin/figures'
import { addMonths, lastDay, lastFinished } from '../../cloudfunctions/core/domain/bulletin/month'
import { addSums, sumParts, tableOf } from '../../cloudfunctions/core/domain/bulletin/table'
import { draftText } from '../../cloudfunctions/core/domain/bulletin/text'
import { holds } from './support/holds'
import { townshipCalendar } from './support/township'

const calendar = townshipCalendar()
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`)
const DECEMBER = at('2026-12-01', '00:00')

const matter = (change: Partial<CountedCase> = {}): CountedCase => ({
  unit: 'mz',
  villageId: 'v01',
  itemCode: 'MZ-05',
  agentId: null,
  mode: 'direct',
  commitDays: 10,
  receivedOn: '2026-11-02',
  acceptedOn: '2026-11-03',
  decidedOn: '2026-11-12',
  rating: null,
  log: [
    { at: at('2026-11-02'), action: 'submit' },
    { at: at('2026-11-03'), action: 'accept' },
    { at: at('2026-11-12'), action: 'decide' },
    { at: at('2026-11-13'), action: 'complete' },
  ],
  ...change,
})

const total = (doc: CountedCase, asOf = DECEMBER) =>
  Object.assign({}, ...countCase(doc, asOf, calendar).map(({ figures }) => figures)) as object

describe('what a matter adds to which day', () => {
  test('acceptance and completion, each on its own day', () => {
    const parts = countCase(matter(), DECEMBER, calendar)
    expect(parts.map(({ day, figures }) => [day, figures])).toEqual([
      ['2026-11-02', { received: 1 }],
      ['2026-11-12', { answered: 1 }],
      ['2026-11-03', { accepted: 1, proxy: 0 }],
      ['2026-11-13', { completed: 1, onTime: 1, handleDays: 7, commitDays: 10, totalDays: 8 }],
    ])
  })

  test.each([
    ['by an agent', { agentId: 'a' }, 1],
    ['carried to the county', { mode: 'proxy' }, 1],
    ['by oneself in the township', {}, 0],
  ])('handed in %s counts as 代办: %j', (_what, change, proxy) => {
    expect(total(matter(change))).toMatchObject({ proxy })
  })

  test('decided after the due day is not on time', () => {
    expect(total(matter({ commitDays: 6 }))).toMatchObject({ completed: 1, onTime: 0 })
  })

  test('what happens after the end of the month does not count into it', () => {
    const middle = at('2026-11-12', '12:00')
    expect(total(matter(), middle)).toEqual({ received: 1, answered: 1, accepted: 1, proxy: 0 })
  })

  test('a completion that was opened again is none; completed again it counts once', () => {
    const { log } = matter()
    const reopened = [...log, { at: at('2026-11-16'), action: 'reopen' }]
    expect(total(matter({ log: reopened }))).not.toHaveProperty('completed')
    const again = [...reopened, { at: at('2026-11-20'), action: 'complete' }]
    const parts = countCase(matter({ log: again }), DECEMBER, calendar)
    expect(parts.filter(({ figures }) => figures.completed).map(({ day }) => day)).toEqual([
      '2026-11-20',
    ])
  })

  test('the second notice of what is missing is counted as such', () => {
    const notices = ['2026-11-03', '2026-11-05'].map((day) => ({
      at: at(day),
      action: 'notifySupplement',
    }))
    const parts = countCase(matter({ log: notices }), DECEMBER, calendar)
    expect(parts.slice(1).map(({ day, figures }) => [day, figures])).toEqual([
      ['2026-11-03', { supplements: 1, secondNotices: 0 }],
      ['2026-11-05', { supplements: 1, secondNotices: 1 }],
    ])
  })

  test('served at once is accepted, completed and answered in one', () => {
    const log = [{ at: at('2026-11-02'), action: 'serveNow' }]
    const doc = matter({ log, commitDays: 0, acceptedOn: '2026-11-02', decidedOn: '2026-11-02' })
    expect(total(doc)).toMatchObject({ accepted: 1, completed: 1, onTime: 1, handleDays: 0 })
    expect(isUnanswered(doc, DECEMBER)).toBe(false)
  })

  test.each([
    ['before it came', at('2026-11-01'), false],
    ['while it is handled', at('2026-11-11'), true],
    ['once decided', at('2026-11-12', '11:00'), false],
  ])('事事有答复: %s', (_what, asOf, unanswered) => {
    expect(isUnanswered(matter(), asOf)).toBe(unanswered)
  })
})

describe('months', () => {
  test.each([
    ['2026-12-01', '2026-11'],
    ['2026-11-30', '2026-10'],
    ['2027-01-15', '2026-12'],
  ])('on %s the last that is over is %s', (today, month) => {
    expect(lastFinished(today)).toBe(month)
  })

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDay(month)).toBe(day)
  })

  test('adding is undone by subtracting', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
        expect(addMonths(addMonths('2026-11', count), -count)).toBe('2026-11')
      }),
    )
  })
})

const someFigures = fc.record(
  Object.fromEntries(FIGURE_KEYS.map((key) => [key, fc.nat(30)])) as Record<
    (typeof FIGURE_KEYS)[number],
    fc.Arbitrary<number>
  >,
)
const parts = fc.array(
  fc.record({
    unit: fc.constantFrom('mz', 'yb', 'gone'),
    villageId: fc.constantFrom('v01', 'v02', 'hall'),
    figures: someFigures,
  }),
  { maxLength: 12 },
)
const DEPARTMENTS = [
  { id: 'yb', name: '医疗保障站' },
  { id: 'mz', name: '民政办' },
]
const VILLAGES = [
  { id: 'v02', name: '双溪村（示例）' },
  { id: 'v01', name: '羊子垭村' },
]

describe('the table', () => {
  test('both of its halves add up to the same total, and nothing is lost', () => {
    holds(
      fc.property(parts, (some) => {
        const table = tableOf(sumParts(some), DEPARTMENTS, VILLAGES)
        for (const key of FIGURE_KEYS) {
          const expected = some.reduce((sum, { figures }) => sum + figures[key], 0)
          const sum = (rows: typeof table.departments) =>
            rows.reduce((all, { figures }) => all + figures[key], 0)
          expect(sum(table.departments)).toBe(expected)
          expect(sum(table.villages)).toBe(expected)
          expect(table.total[key]).toBe(expected)
        }
      }),
    )
  })

  test('keeps the order of the township whatever the numbers are', () => {
    holds(
      fc.property(parts, (some) => {
        const { departments, villages } = tableOf(sumParts(some), DEPARTMENTS, VILLAGES)
        expect(departments.slice(0, 2).map(({ id }) => id)).toEqual(['yb', 'mz'])
        expect(villages.slice(0, 2).map(({ id }) => id)).toEqual(['v02', 'v01'])
      }),
    )
  })

  test('days can be added in any grouping', () => {
    holds(
      fc.property(parts, parts, (a, b) => {
        expect(addSums([sumParts(a), sumParts(b)])).toEqual(sumParts([...a, ...b]))
      }),
    )
  })
})

describe('what is worked out from the sums', () => {
  test('without completed matters there is no average', () => {
    expect(ratesOf(figuresOf())).toEqual({
      onTime: null,
      handleDays: null,
      commitDays: null,
      totalDays: null,
      few: true,
    })
  })

  test('unrated never counts as good, and four ratings are too few', () => {
    const four = ratingIndicators(figuresOf({ completed: 100, level5: 3, level1: 1 }))
    expect(four).toMatchObject({ rated: 4, bad: 1, ratedShare: 0.04, goodShare: 0.75, few: true })
    expect(ratingIndicators(figuresOf({ level5: 5 })).few).toBe(false)
  })

  test('shares lie between nothing and all', () => {
    holds(
      fc.property(someFigures, (figures) => {
        const { goodShare, badShare } = ratingIndicators(figures)
        if (goodShare === null || badShare === null) return
        expect(goodShare).toBeGreaterThanOrEqual(0)
        expect(goodShare + badShare).toBeCloseTo(1)
      }),
    )
  })
})

describe('the words', () => {
  const table = (figures: Partial<ReturnType<typeof figuresOf>>) =>
    tableOf(sumParts([{ unit: 'mz', villageId: 'v01', figures }]), DEPARTMENTS, VILLAGES)

  test('say what was done, and name no person', () => {
    const text = draftText(
      '2026-11',
      table({ accepted: 12, proxy: 4, completed: 8, onTime: 7, handleDays: 26, commitDays: 80 }),
    )
    expect(text.overall).toContain('2个部门、2个村便民服务室共受理群众事项12件，其中代办4件')
    expect(text.overall).toContain('按时率87.5%')
    expect(text.overall).toContain('平均3.3个工作日办好，承诺平均10个工作日')
    expect(text.supervision).toContain('超过承诺时间办结的1件')
  })

  test('name the departments that owe an answer, in fixed order', () => {
    expect(draftText('2026-11', table({ unanswered: 2 })).answers).toContain(
      '2件没有答复：民政办2件',
    )
    expect(draftText('2026-11', table({})).answers).toContain('件件有答复')
  })

  test('never hold a number that is none', () => {
    holds(
      fc.property(parts, (some) => {
        const text = draftText('2026-11', tableOf(sumParts(some), DEPARTMENTS, VILLAGES))
        expect(JSON.stringify(text)).not.toMatch(/NaN|undefined|null|Infinity/)
      }),
    )
  })
})
