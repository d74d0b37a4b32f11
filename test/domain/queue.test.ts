/** Who is next: a promise at its time, the others in the order they came, nobody forgotten. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  countDay,
  inOrder,
  nextFor,
  nextWalkInNumber,
  promisedTime,
} from '../../cloudfunctions/core/domain/queue'
import type { Queued } from '../../cloudfunctions/core/domain/queue'
import { offerUntil, waitingEnds } from '../../cloudfunctions/core/domain/seats'
import { holds } from './support/holds'

const at = (time: string): Date => new Date(`2026-11-26T${time}:00+08:00`)

const someone = (no: number, arrived: string, more: Partial<Queued> = {}): Queued => ({
  no,
  arrivedAt: at(arrived),
  dueAt: null,
  priority: null,
  units: [],
  state: 'waiting',
  ...more,
})

const order = (entries: readonly Queued[], time: string) =>
  inOrder(entries, at(time)).map(({ no }) => no)

describe('the order at the window', () => {
  test('those who just came: in the order they came', () => {
    expect(order([someone(502, '08:40'), someone(501, '08:30')], '09:00')).toEqual([501, 502])
  })

  test('at their time booked people go before those who just came, before it after them', () => {
    const entries = [someone(501, '08:00'), someone(7, '08:20', { dueAt: at('09:00') })]
    expect(order(entries, '08:50')).toEqual([501, 7])
    expect(order(entries, '09:00')).toEqual([7, 501])
  })

  test('priority goes first, its reason is kept', () => {
    const old = someone(503, '09:30', { priority: { reason: '80岁以上' } })
    const entries = [someone(7, '08:20', { dueAt: at('09:00') }), someone(501, '08:00'), old]
    expect(order(entries, '09:31')).toEqual([503, 7, 501])
  })

  test('a window calls its own matters, and whoever has not said what for', () => {
    const entries = [
      someone(501, '08:00', { units: ['mz'] }),
      someone(502, '08:01', { units: ['yb'] }),
      someone(503, '08:02'),
    ]
    expect(nextFor(entries, at('09:00'), ['yb'])?.no).toBe(502)
    expect(nextFor(entries, at('09:00'), ['gt'])?.no).toBe(503)
    expect(nextFor(entries, at('09:00'), null)?.no).toBe(501)
  })
})

describe('late is not lost', () => {
  const slot = (from: string, to: string, free: number) => ({
    startAt: at(from),
    endAt: at(to),
    free,
  })
  const day = [slot('08:30', '09:00', 1), slot('09:00', '09:30', 0), slot('09:30', '10:00', 2)]

  test('within the own slot the promise stands', () => {
    expect(promisedTime(slot('08:30', '09:00', 0), day, at('08:59'))).toEqual(at('08:30'))
  })

  test('after it the next one with a place left', () => {
    expect(promisedTime(slot('08:30', '09:00', 0), day, at('09:00'))).toEqual(at('09:30'))
  })

  test('when none is left, in order of arrival', () => {
    expect(promisedTime(slot('08:30', '09:00', 0), day, at('10:00'))).toBeNull()
  })
})

describe('any day', () => {
  const minute = fc.integer({ min: 0, max: 480 })
  const entry = fc.record({
    arrived: minute,
    due: fc.option(minute),
    urgent: fc.boolean(),
    state: fc.constantFrom(
      'waiting' as const,
      'called' as const,
      'served' as const,
      'absent' as const,
    ),
  })

  const queue = fc.array(entry, { maxLength: 30 }).map((rows) =>
    rows.map(({ arrived, due, urgent, state }, index): Queued => ({
      no: index + 1,
      arrivedAt: new Date(+at('08:00') + arrived * 60_000),
      dueAt: due === null ? null : new Date(+at('08:00') + due * 60_000),
      priority: urgent ? {} : null,
      units: [],
      state,
    })),
  )

  test('everybody who waits is in the order once, and nobody else', () => {
    holds(
      fc.property(queue, minute, (entries, now) => {
        const time = new Date(+at('08:00') + now * 60_000)
        const numbers = inOrder(entries, time).map(({ no }) => no)
        const waiting = entries.filter(({ state }) => state === 'waiting').map(({ no }) => no)
        expect([...numbers].sort((a, b) => a - b)).toEqual(waiting)
      }),
    )
  })

  test('early or late, friend or stranger: among those who just came, first come is first', () => {
    holds(
      fc.property(queue, minute, (entries, now) => {
        const time = new Date(+at('08:00') + now * 60_000)
        const came = inOrder(entries, time).filter(({ dueAt, priority }) => !dueAt && !priority)
        const times = came.map(({ arrivedAt }) => +arrivedAt)
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }),
    )
  })

  test('no number is given twice to those who just come', () => {
    holds(
      fc.property(queue, (entries) => {
        const next = nextWalkInNumber(entries)
        expect(entries.some(({ no }) => no === next)).toBe(false)
        expect(next).toBeGreaterThan(500)
      }),
    )
  })

  test('the count of the day adds up', () => {
    const entries = [someone(3, '09:00', { state: 'served' }), someone(501, '09:00')]
    expect(countDay(4, entries)).toEqual({ booked: 4, came: 1, walkIns: 1, served: 1 })
  })
})

describe('how long an offered seat is kept', () => {
  const until = (date: string, now: string) =>
    offerUntil(date, new Date(`${now}:00+08:00`))?.toISOString() ?? null

  test.each([
    ['2026-12-03', '2026-11-24T09:20', '2026-11-24T10:00:00.000Z', 'until 18:00 of the same day'],
    [
      '2026-12-03',
      '2026-11-24T17:01',
      '2026-11-25T10:00:00.000Z',
      'too short before 18:00: tomorrow',
    ],
    ['2026-12-03', '2026-11-24T21:00', '2026-11-25T10:00:00.000Z', 'at night: tomorrow'],
    ['2026-11-26', '2026-11-25T16:00', '2026-11-25T10:00:00.000Z', 'never past the evening before'],
    ['2026-11-26', '2026-11-25T17:30', null, 'no time left to ask'],
    ['2027-01-01', '2026-12-31T09:00', '2026-12-31T10:00:00.000Z', 'over the end of the year'],
  ])('for %s, offered at %s: %s (%s)', (date, now, expected, _why) => {
    expect(until(date, now)).toBe(expected)
  })

  test('whoever joins in time can still be asked', () => {
    expect(waitingEnds('2026-11-26').toISOString()).toBe('2026-11-25T09:00:00.000Z')
  })

  test('there is always an hour to answer, and the answer comes before the day', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 12 }), (minutes) => {
        const now = new Date(+new Date('2026-11-24T00:00:00+08:00') + minutes * 60_000)
        const end = offerUntil('2026-12-03', now)
        if (!end) return
        expect(+end - +now).toBeGreaterThanOrEqual(3600_000)
        expect(end <= new Date('2026-12-02T18:00:00+08:00')).toBe(true)
      }),
    )
  })
})
