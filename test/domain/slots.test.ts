import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { freeNumbers, seatRefusal } from '../../cloudfunctions/core/domain/seats'
import type { SlotFacts } from '../../cloudfunctions/core/domain/seats'
import {
  isServiceDay,
  nextServiceDay,
  planSlots,
  slotsOfDay,
} from '../../cloudfunctions/core/domain/slots'
import type { SlotTemplate } from '../../cloudfunctions/core/domain/slots'
import { workCalendar } from '../../cloudfunctions/core/domain/calendar'
import { holds } from './support/holds'
import { calendars, dataFile, days, townshipCalendar } from './support/township'

const calendar = townshipCalendar()
const { hall, village } = dataFile<{
  readonly slotTemplates: { readonly hall: SlotTemplate; readonly village: SlotTemplate }
}>('township').slotTemplates

describe('the days a place is staffed', () => {
  test.each([
    ['2026-11-23', true, false, 'an ordinary Monday'],
    ['2026-11-26', true, true, 'an ordinary Thursday'],
    ['2026-11-28', false, false, 'an ordinary Saturday'],
    ['2026-02-19', false, false, 'the Thursday of Spring Festival'],
    ['2026-01-01', false, false, 'New Year, a Thursday'],
    ['2026-02-28', true, false, 'a make-up Saturday'],
    ['2026-01-04', true, false, 'a make-up Sunday'],
  ])('%s: the hall %s, the villages %s (%s)', (date, inHall, inVillages) => {
    expect(isServiceDay(hall, date, calendar)).toBe(inHall)
    expect(isServiceDay(village, date, calendar)).toBe(inVillages)
  })

  test.each([
    ['2026-11-23', '2026-11-26', 'Thursday of the same week'],
    ['2026-11-26', '2026-11-26', 'today counts'],
    ['2026-11-27', '2026-12-03', 'Thursday of the next week'],
    ['2026-02-13', '2026-02-26', 'the Thursday of Spring Festival is passed over'],
    ['2026-09-25', '2026-09-30', 'the Thursday of National Day is served the day before'],
  ])('asked on %s, the cadres come to the village on %s: %s', (from, expected) => {
    expect(nextServiceDay(village, from, calendar)).toBe(expected)
  })

  test('a place that nobody serves for a year has no next day', () => {
    const off = Array.from({ length: 380 }, (_, day) => ({
      date: new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10),
      off: true,
      name: '停办',
    }))
    const closed = workCalendar(off, '2027-12-31')
    expect(nextServiceDay(village, '2026-11-24', closed)).toBeNull()
    expect(nextServiceDay(hall, '2026-11-24', closed)).toBeNull()
  })

  test('the next day is served and no earlier one is, whatever the holidays', () => {
    holds(
      fc.property(calendars, days, fc.constantFrom(hall, village), (any, from, template) => {
        const next = nextServiceDay(template, from, any)
        fc.pre(next !== null)
        expect(isServiceDay(template, next, any)).toBe(true)
        const planned = planSlots([template], from, next, any)
        const times = planned.filter(({ home }) => !home).map(({ date, start }) => date + start)
        expect(times).toEqual(slotsOfDay(template, next).map(({ date, start }) => date + start))
      }),
      150,
    )
  })
})

describe('the slots of a day', () => {
  test('the hall opens every half hour, with lunch between', () => {
    const starts = slotsOfDay(hall, '2026-11-23').map(({ start }) => start)
    expect(starts.join(' ')).toBe(
      '08:30 09:00 09:30 10:00 10:30 11:00 11:30 14:00 14:30 15:00 15:30 16:00 16:30 17:00',
    )
  })

  test('the village has six slots before noon and four after', () => {
    const slots = slotsOfDay(village, '2026-11-26')
    expect(slots.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '08:30-09:00',
      '09:00-09:30',
      '09:30-10:00',
      '10:00-10:30',
      '10:30-11:00',
      '11:00-11:30',
      '14:00-14:30',
      '14:30-15:00',
      '15:00-15:30',
      '15:30-16:00',
    ])
    expect(slots.every(({ date, capacity }) => date === '2026-11-26' && capacity === 4)).toBe(true)
  })

  test('a rest of a session too short for a slot stays empty', () => {
    const slots = slotsOfDay(
      { days: 'workdays', sessions: [{ from: '09:00', to: '10:00' }], minutes: 25, capacity: 1 },
      '2026-11-23',
    )
    expect(slots.map(({ end }) => end)).toEqual(['09:25', '09:50'])
  })

  /** Any day plan: two sessions, any length, any capacity. */
  const templates = fc
    .record({
      bounds: fc.uniqueArray(fc.integer({ min: 0, max: 287 }), { minLength: 4, maxLength: 4 }),
      minutes: fc.integer({ min: 5, max: 90 }),
      capacity: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ bounds, minutes, capacity }): SlotTemplate => {
      const clock = (five: number) => new Date(five * 300_000).toISOString().slice(11, 16)
      const [a = '', b = '', c = '', d = ''] = [...bounds].sort((x, y) => x - y).map(clock)
      const sessions = [
        { from: a, to: b },
        { from: c, to: d },
      ]
      return { days: 'workdays', sessions, minutes, capacity }
    })

  test('no slot runs past the end of its session or into another slot', () => {
    holds(
      fc.property(templates, (template) => {
        const slots = slotsOfDay(template, '2026-11-23')
        const outside = slots.filter(
          ({ start, end }) => !template.sessions.some(({ from, to }) => start >= from && end <= to),
        )
        const colliding = slots.filter(({ start, end }, index) => {
          const before = slots[index - 1]?.end ?? '00:00'
          return start < before || end <= start
        })
        expect([outside, colliding]).toEqual([[], []])
      }),
    )
  })

  test('a number is given once a day at a place: 1 to the number of seats', () => {
    holds(
      fc.property(templates, (template) => {
        const slots = slotsOfDay(template, '2026-11-23')
        const numbers = slots.flatMap((slot) => freeNumbers(emptySlot(slot.capacity, slot.base)))
        expect(numbers).toEqual(numbers.map((_, index) => index + 1))
        expect(numbers).toHaveLength(slots.length * template.capacity)
      }),
      100,
    )
  })
})

describe('the slots of a period', () => {
  const datesOf = (template: SlotTemplate, from: string, to: string) => [
    ...new Set(planSlots([template], from, to, calendar).map(({ date }) => date)),
  ]

  test('around Spring Festival the hall opens on the make-up Saturdays and not in between', () => {
    expect(datesOf(hall, '2026-02-13', '2026-03-02')).toEqual([
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-02',
    ])
  })

  test('the villages are served on Thursdays, or the nearest working day of a holiday week', () => {
    expect(datesOf(village, '2026-09-20', '2026-10-20')).toEqual([
      '2026-09-24',
      '2026-09-30',
      '2026-10-08',
      '2026-10-15',
    ])
  })

  test('both ends are included, and nothing lies between a day and the day before', () => {
    expect(datesOf(hall, '2026-11-23', '2026-11-23')).toEqual(['2026-11-23'])
    expect(planSlots([hall], '2026-11-24', '2026-11-23', calendar)).toEqual([])
  })
})

const START = new Date('2026-11-26T00:30:00Z')
const BEFORE = new Date('2026-11-25T02:00:00Z')

function emptySlot(capacity: number, base = 0): SlotFacts {
  return { state: 'open', startAt: START, capacity, remaining: capacity, base, seats: [] }
}

describe('who may take a seat', () => {
  const taken = { ...emptySlot(1), remaining: 0, seats: [{ who: 'a', no: 1 }] }

  test('in an open slot with a seat left, anybody', () => {
    expect(seatRefusal(emptySlot(1), 'a', BEFORE)).toBeNull()
  })

  test('in a full slot nobody', () => {
    expect(seatRefusal(taken, 'b', BEFORE)).toBe('SLOT_FULL')
  })

  test('somebody who is in it already hears that, full or not', () => {
    expect(seatRefusal(taken, 'a', BEFORE)).toBe('ALREADY_BOOKED')
    expect(seatRefusal({ ...taken, capacity: 2, remaining: 1 }, 'a', BEFORE)).toBe('ALREADY_BOOKED')
  })

  test('a closed slot takes nobody', () => {
    expect(seatRefusal({ ...emptySlot(3), state: 'closed' }, 'a', BEFORE)).toBe('SLOT_CLOSED')
  })

  test('from the minute a slot begins it is too late, a moment before it is not', () => {
    expect(seatRefusal(emptySlot(1), 'a', START)).toBe('TOO_LATE')
    expect(seatRefusal(emptySlot(1), 'a', new Date(START.getTime() - 1))).toBeNull()
  })
})

describe('any sequence of bookings and cancellations', () => {
  const who = fc.constantFrom(...'abcdefgh')
  const operations = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('book' as const), who, choice: fc.nat(50) }),
      fc.record({ kind: fc.constant('cancel' as const), who }),
    ),
    { maxLength: 60 },
  )

  test('seats and free numbers always make up the capacity and no number is given twice', () => {
    const bases = fc.constantFrom(0, 4, 40)
    holds(
      fc.property(fc.integer({ min: 1, max: 6 }), bases, operations, (capacity, base, steps) => {
        const inside = new Set<string>()
        let slot = emptySlot(capacity, base)
        for (const step of steps) {
          if (step.kind === 'cancel') {
            const seats = slot.seats.filter((seat) => seat.who !== step.who)
            slot = { ...slot, seats, remaining: capacity - seats.length }
            inside.delete(step.who)
          } else {
            const refusal = seatRefusal(slot, step.who, BEFORE)
            if (inside.has(step.who)) expect(refusal).toBe('ALREADY_BOOKED')
            else expect(refusal).toBe(inside.size === capacity ? 'SLOT_FULL' : null)
            if (refusal === null) {
              const free = freeNumbers(slot)
              const no = free[step.choice % free.length] ?? -1
              const seats = [...slot.seats, { who: step.who, no }]
              slot = { ...slot, seats, remaining: slot.remaining - 1 }
              inside.add(step.who)
            }
          }
          const numbers = [...slot.seats.map(({ no }) => no), ...freeNumbers(slot)]
          expect(freeNumbers(slot)).toHaveLength(slot.remaining)
          expect(numbers.sort((a, b) => a - b)).toEqual(
            Array.from({ length: capacity }, (_, index) => base + index + 1),
          )
        }
      }),
      150,
    )
  })

  test('a number given back is free again, the smallest first', () => {
    const slot = {
      ...emptySlot(4, 8),
      remaining: 2,
      seats: [
        { who: 'a', no: 12 },
        { who: 'b', no: 10 },
      ],
    }
    expect(freeNumbers(slot)).toEqual([9, 11])
  })
})
