/** Which sessions a place offers: markets, moved Thursdays, breaks, exceptions, and changed plans. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWorkday, workCalendar } from '../../cloudfunctions/core/domain/calendar'
import { lunarDay } from '../../cloudfunctions/core/domain/lunar'
import { nextServed, serviceDays } from '../../cloudfunctions/core/domain/service-days'
import { dayChanges } from '../../cloudfunctions/core/domain/slot-changes'
import type { ExistingSlot } from '../../cloudfunctions/core/domain/slot-changes'
import {
  homeVisitsOfDay,
  isServiceDay,
  planDay,
  planSlots,
  slotsOfDay,
} from '../../cloudfunctions/core/domain/slots'
import type { SlotTemplate } from '../../cloudfunctions/core/domain/slots'
import { servedInsteadOf } from '../../cloudfunctions/core/domain/thursdays'
import {
  addDays,
  businessDate,
  daysBetween,
  instantOf,
  wallTime,
  weekday,
} from '../../miniprogram/shared/dates'
import { slotTemplate } from '../../cloudfunctions/core/kernel/slot-template'
import { holds } from './support/holds'
import { calendars, dataFile, days, townshipCalendar } from './support/township'

const calendar = townshipCalendar()
const { hall, village, market } = dataFile<{
  readonly slotTemplates: Readonly<Record<'hall' | 'village' | 'market', SlotTemplate>>
}>('township').slotTemplates

describe('逢三逢八', () => {
  /** ICU knows the Chinese calendar too: a second source. */
  const icu = new Intl.DateTimeFormat('zh-u-ca-chinese', {
    timeZone: 'Asia/Shanghai',
    day: 'numeric',
  })
  const icuDay = (date: string): number => {
    const parts = icu.formatToParts(new Date(`${date}T12:00:00+08:00`))
    return Number(parts.find(({ type }) => type === 'day')?.value)
  }

  /** New moons within minutes of midnight, where ICU is a day off and the almanac (紫金山天文台) is not. */
  const ICU_WRONG = [
    ['2027-02-06', '2027-03-07'],
    ['2030-02-02', '2030-03-03'],
  ] as const

  test('the lunar day agrees with ICU on every day from 2025 to 2030, but for its two known slips', () => {
    const wrong: string[] = []
    for (let date = '2025-01-01'; date < '2031-01-01'; date = addDays(date, 1)) {
      if (icuDay(date) !== lunarDay(date)) wrong.push(date)
    }
    expect(
      wrong.filter((date) => !ICU_WRONG.some(([from, to]) => from <= date && date <= to)),
    ).toEqual([])
  })

  test.each(['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'])(
    '%s is 春节, as published',
    (date) => {
      expect(lunarDay(date)).toBe(1)
    },
  )

  test.each([
    ['2026-02-19', 3, 'the third of the first month'],
    ['2028-02-29', 5, 'leap day'],
    ['2027-01-01', 24, 'the first day of a year'],
    ['2026-12-31', 23, 'the last day of a year'],
  ])('%s is day %i: %s', (date, day, _what) => {
    expect(lunarDay(date)).toBe(day)
  })

  test('a market on a weekend is served, on a public holiday it is not', () => {
    expect(isServiceDay(market, '2026-12-06', calendar)).toBe(true) // Sunday, 廿八
    expect(isServiceDay(market, '2026-02-19', calendar)).toBe(false) // Spring Festival, 初三
    expect(isServiceDay(market, '2026-12-05', calendar)).toBe(false)
  })

  test('markets come every five days, or four or six around the end of a month', () => {
    const always = workCalendar([], '2026-12-31')
    const dates = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n))
    const markets = dates.filter((date) => isServiceDay(market, date, always))
    const gaps = markets.slice(1).map((date, index) => daysBetween(markets[index] ?? '', date))
    expect(new Set(gaps)).toEqual(new Set([4, 5]))
  })

  test('beside the working days of the hall, a market adds what is not there', () => {
    const onWorkday = planDay([hall, market], '2026-12-01', calendar) // 廿三, Tuesday
    expect(onWorkday).toEqual(planDay([hall], '2026-12-01', calendar))
    const onSunday = planDay([hall, market], '2026-12-06', calendar)
    expect(onSunday.map(({ start, capacity }) => [start, capacity])[0]).toEqual(['08:30', 6])
  })
})

describe('周四驻村 and holidays', () => {
  test.each([
    ['2026-01-01', '2025-12-31', 'New Year: the day before, Friday is off too'],
    ['2026-10-01', '2026-09-30', 'National Day: the day before'],
    ['2026-02-19', null, 'nobody works in the week of Spring Festival'],
    ['2026-11-26', '2026-11-26', 'an ordinary Thursday'],
  ])('%s is served on %s: %s', (thursday, expected, _why) => {
    expect(servedInsteadOf(thursday, calendar)).toBe(expected)
  })

  test('of two days equally near the later one: nobody comes for nothing', () => {
    const off = workCalendar([{ date: '2026-11-26', off: true, name: '测试' }], '2026-12-31')
    expect(servedInsteadOf('2026-11-26', off)).toBe('2026-11-27')
    const [slot] = planDay([village], '2026-11-27', off)
    expect(slot?.movedFrom).toBe('2026-11-26')
  })

  test('every week with a working day has exactly one day in the village, a working one', () => {
    holds(
      fc.property(calendars, days, (any, date) => {
        const monday = addDays(date, -((weekday(date) + 6) % 7))
        const week = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
        const served = week.filter((day) => isServiceDay(village, day, any))
        const working = week.filter((day) => isWorkday(day, any))
        expect(served).toHaveLength(working.length > 0 ? 1 : 0)
        expect(working).toEqual(expect.arrayContaining(served))
      }),
    )
  })
})

describe('breaks, home visits, exceptions', () => {
  test('nothing overlaps a break', () => {
    const starts = slotsOfDay(
      { ...hall, breaks: [{ from: '10:00', to: '10:20' }] },
      '2026-11-23',
    ).map(({ start }) => start)
    expect(starts).not.toContain('10:00')
    expect(starts).toEqual(expect.arrayContaining(['09:30', '10:30']))
  })

  test('one home-visit slot per session, numbered above the windows', () => {
    const homes = homeVisitsOfDay(village, '2026-11-26')
    expect(homes.map(({ start, end, capacity, base }) => [start, end, capacity, base])).toEqual([
      ['08:30', '11:30', 2, 40],
      ['14:00', '16:00', 2, 42],
    ])
  })

  const exception = (
    kind: 'closed' | 'extra',
    date: string,
    sessions: SlotTemplate['sessions'] = [],
  ) => ({
    id: 'e1',
    date,
    venueId: null,
    kind,
    reason: '测试',
    sessions,
  })

  test('a closed day is closed; an extra one is served although it is a Saturday', () => {
    expect(planDay([hall], '2026-11-23', calendar, [exception('closed', '2026-11-23')])).toEqual([])
    const returnees = [exception('extra', '2026-11-28', [{ from: '09:00', to: '10:00' }])]
    expect(planDay([village], '2026-11-28', calendar, returnees).map(({ start }) => start)).toEqual(
      ['09:00', '09:30'],
    )
  })

  test('over the end of a year and on a leap day nothing is lost', () => {
    const dates = new Set(
      planSlots([hall], '2027-12-30', '2028-03-02', calendar).map(({ date }) => date),
    )
    expect(dates.has('2027-12-31')).toBe(true)
    expect(dates.has('2028-02-29')).toBe(true)
    expect(dates.has('2028-03-01')).toBe(true)
  })
})

describe('midnight, leap days, the end of a year', () => {
  /** Days around the edges of the calendar, one of them a leap day. */
  const edges = fc
    .tuple(
      fc.constantFrom('2026-12-31', '2027-02-28', '2027-12-31', '2028-02-28', '2028-02-29'),
      fc.integer({ min: -6, max: 6 }),
    )
    .map(([edge, distance]) => addDays(edge, distance))
  const quarters = fc.integer({ min: 0, max: 95 })
  const time = (quarter: number): string =>
    quarter === 95
      ? '23:59'
      : `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
  /** From midnight to a minute before the next. */
  const templates = fc
    .record({
      days: fc.constantFrom('workdays' as const, 'thursdays' as const, 'marketDays' as const),
      ends: fc.uniqueArray(quarters, { minLength: 2, maxLength: 2 }),
      minutes: fc.constantFrom(15, 45, 60),
      homeVisits: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ ends, ...rest }): SlotTemplate => {
      const [from = 0, to = 95] = [...ends].sort((a, b) => a - b)
      return { ...rest, capacity: 3, sessions: [{ from: time(from), to: time(to) }] }
    })

  test('every slot begins and ends on its own day in Shimen, and none is counted twice', () => {
    holds(
      fc.property(templates, edges, fc.integer({ min: 0, max: 4 }), (template, from, length) => {
        const slots = planSlots([template], from, addDays(from, length), calendar)
        for (const { date, start, end } of slots) {
          const [begins, ends] = [instantOf(date, start), instantOf(date, end)]
          expect(+ends).toBeGreaterThan(+begins)
          expect([businessDate(begins), businessDate(ends)]).toEqual([date, date])
          expect(wallTime(begins)).toBe(start)
        }
        const keys = slots.map(({ date, start, home }) => `${date} ${start} ${String(home)}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  test('planned in two parts, cut at any day, it is the same plan', () => {
    holds(
      fc.property(templates, edges, fc.integer({ min: 1, max: 3 }), (template, cut, length) => {
        const [from, to] = [addDays(cut, -length), addDays(cut, length)]
        expect([
          ...planSlots([template], from, cut, calendar),
          ...planSlots([template], addDays(cut, 1), to, calendar),
        ]).toEqual(planSlots([template], from, to, calendar))
      }),
    )
  })
})

describe('哪天有人来', () => {
  const served = serviceDays(planSlots([village], '2026-12-28', '2027-01-10', calendar))

  test('each day once, with its hours, and why it is not a Thursday', () => {
    expect(served).toEqual([
      { date: '2026-12-31', start: '08:30', end: '16:00', movedFrom: null },
      { date: '2027-01-07', start: '08:30', end: '16:00', movedFrom: null },
    ])
    const holiday = serviceDays(planSlots([village], '2026-09-28', '2026-10-04', calendar))
    expect(holiday).toMatchObject([{ date: '2026-09-30', movedFrom: '2026-10-01' }])
  })

  test('today counts until its last session is over', () => {
    const next = (time: string) => nextServed(served, instantOf('2026-12-31', time))?.date
    expect(next('15:59')).toBe('2026-12-31')
    expect(next('16:00')).toBe('2027-01-07')
    expect(nextServed(served, instantOf('2027-01-08'))).toBeUndefined()
  })
})

describe('a template that makes no sense is refused', () => {
  test.each([
    ['reversed times', { sessions: [{ from: '12:00', to: '08:00' }] }],
    [
      'sessions that overlap',
      {
        sessions: [
          { from: '08:00', to: '10:00' },
          { from: '09:00', to: '11:00' },
        ],
      },
    ],
    ['no session at all', { sessions: [] }],
    ['a slot longer than its session', { minutes: 240 }],
    ['a hundred slots a day', { minutes: 5 }],
    ['more numbers than can be called', { capacity: 200 }],
    ['a weekly pattern without days', { days: 'weekdays' }],
    ['a time that does not exist', { sessions: [{ from: '08:00', to: '24:30' }] }],
  ])('%s', (_what, wrong) => {
    expect(slotTemplate.safeParse({ ...hall, ...wrong }).success).toBe(false)
  })
})

describe('a changed plan', () => {
  /** Templates of the editor, made small. */
  const templates = fc
    .record({
      minutes: fc.constantFrom(20, 30, 60),
      capacity: fc.integer({ min: 1, max: 4 }),
      homeVisits: fc.integer({ min: 0, max: 2 }),
      from: fc.constantFrom('08:00', '08:30', '09:00'),
      to: fc.constantFrom('10:00', '11:00', '12:00'),
      walkIns: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      leadMinutes: fc.constantFrom(0, 30, 1440),
    })
    .map(({ from, to, ...rest }): SlotTemplate => ({
      days: 'workdays',
      sessions: [{ from, to }],
      ...rest,
    }))

  interface Stored extends ExistingSlot {
    readonly id: string
  }

  const stored = (template: SlotTemplate, booked: readonly boolean[]): Stored[] =>
    planDay([template], '2026-11-23', calendar).map((slot, index) => ({
      ...slot,
      id: slot.start + String(slot.home),
      state: 'open',
      issued: booked[index] ? ['somebody'] : [],
    }))

  /** What is there after the changes were made. */
  function applied(existing: readonly Stored[], template: SlotTemplate): Stored[] {
    const { add, remove, close, adjust } = dayChanges(
      planDay([template], '2026-11-23', calendar),
      existing,
    )
    const kept = (old: Stored): Stored => {
      if (close.includes(old)) return { ...old, state: 'closed' }
      const { slot: _, ...terms } = adjust.find(({ slot }) => slot === old) ?? { slot: old }
      return { ...old, ...terms }
    }
    return [
      ...existing.filter((slot) => !remove.includes(slot)).map(kept),
      ...add.map((slot): Stored => ({
        ...slot,
        id: slot.start + String(slot.home),
        state: 'open',
        issued: [],
      })),
    ]
  }

  test('nobody loses a seat in silence, no number is given twice, and twice is once', () => {
    holds(
      fc.property(
        templates,
        templates,
        fc.array(fc.boolean(), { maxLength: 14 }),
        (before, after, booked) => {
          const existing = stored(before, booked)
          const now = applied(existing, after)
          for (const slot of existing.filter(({ issued }) => issued.length > 0)) {
            // Either as it was, or closed, which tells whoever sits in it.
            expect(now.find(({ id }) => id === slot.id)).toMatchObject({ base: slot.base })
          }
          const numbers = now.flatMap(({ base, capacity }) =>
            Array.from({ length: capacity }, (_, index) => base + index + 1),
          )
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(new Set(now.map(({ id }) => id)).size).toBe(now.length)
          expect(applied(now, after)).toEqual(now)
          // What was promised to nobody follows the plan, booked or not.
          const { leadMinutes } = after
          const open = now.filter(({ state }) => state === 'open')
          expect(new Set(open.map((slot) => slot.leadMinutes))).toEqual(new Set([leadMinutes]))
        },
      ),
    )
  })

  test('that a booked day keeps its numbers is said, and only then', () => {
    const plan = (capacity: number) => planDay([{ ...hall, capacity }], '2026-11-23', calendar)
    const wider = (booked: readonly boolean[]) => dayChanges(plan(12), stored(hall, booked))
    expect(wider([true])).toMatchObject({ kept: true, add: [], remove: [], close: [] })
    expect(wider([])).toMatchObject({ kept: false, close: [] })
    expect(dayChanges(plan(hall.capacity), stored(hall, [true])).kept).toBe(false)
  })

  test('a day on which nobody booked is as if it had never been otherwise', () => {
    holds(
      fc.property(templates, templates, (before, after) => {
        const fresh = new Set(
          stored(after, []).map((slot) =>
            JSON.stringify([slot.id, slot.base, slot.capacity, slot.end]),
          ),
        )
        const changed = applied(stored(before, []), after)
        expect(
          new Set(
            changed.map((slot) => JSON.stringify([slot.id, slot.base, slot.capacity, slot.end])),
          ),
        ).toEqual(fresh)
      }),
    )
  })
})
