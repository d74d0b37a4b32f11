import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Clock } from '../../../local/cloud/clock/clock'
import { parseDuration } from '../../../local/cloud/clock/duration'
import { jumpTo, nextMorning, sleepUntil, travelTo } from '../../../local/cloud/clock/time-travel'

const START = Date.parse('2026-11-17T01:00:00Z')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'))
  file = join(folder, 'clock.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the clock of the host', () => {
  test('a new clock starts where it is told, also in the past', () => {
    const clock = new Clock(file, START)
    expect(clock.now() - START).toBeLessThan(1000)
    expect(clock.now()).toBeGreaterThanOrEqual(START)
  })

  test('survives a restart and is not set back by it', () => {
    new Clock(file, START).moveTo(START + 86_400_000)
    expect(new Clock(file, START).now()).toBeGreaterThanOrEqual(START + 86_400_000)
  })

  test('never goes back', () => {
    const clock = new Clock(file, START)
    expect(clock.moveTo(START - 1)).toBe(false)
    expect(clock.now()).toBeGreaterThanOrEqual(START)
  })

  test('a damaged file is an error, not another time', () => {
    writeFileSync(file, '{"offsetMs": "soon"}')
    expect(() => new Clock(file)).toThrow(SyntaxError)
  })
})

describe('moving it', () => {
  const travel = async (to: string, due: number[]) => {
    const ticks: number[] = []
    const clock = new Clock(file, START)
    const stops = await travelTo(Date.parse(to), {
      clock,
      nextDue: async (after) => due.find((time) => time > after) ?? null,
      tick: async () => void ticks.push(clock.now()),
    })
    return { stops: stops.map((stop) => new Date(stop).toISOString()), ticks, clock }
  }

  test('stops where something is due, each morning at 07:30 and at the end', async () => {
    const due = [START + 3_600_000, START + 7_200_000]
    const { stops, ticks } = await travel('2026-11-19T01:00:00Z', due)
    expect(stops).toEqual([
      '2026-11-17T02:00:00.000Z',
      '2026-11-17T03:00:00.000Z',
      '2026-11-17T23:30:00.000Z',
      '2026-11-18T23:30:00.000Z',
      '2026-11-19T01:00:00.000Z',
    ])
    expect(ticks).toHaveLength(5)
  })

  test('work that stays due does not hold it up', async () => {
    const clock = new Clock(file, START)
    const stops = await travelTo(START + 60_000, {
      clock,
      nextDue: async (after) => (after < START + 10_000 ? START + 10_000 : null),
      tick: async () => undefined,
    })
    expect(stops).toEqual([START + 10_000, START + 60_000])
  })

  test('asleep there is no tick on the way, and at the end all that is due, and what comes of it', async () => {
    const clock = new Clock(file, START)
    const target = START + 5 * 86_400_000
    const due = [START + 10_000, START + 20_000]
    const ticks: number[] = []
    const stops = await sleepUntil(target, {
      clock,
      nextDue: async () => due[0] ?? null,
      tick: async () => {
        ticks.push(clock.now())
        due.shift()
      },
    })
    expect(stops).toEqual([target])
    expect(ticks.map((at) => at >= target)).toEqual([true, true])
  })

  test('with broken timers there is no tick at all', async () => {
    const clock = new Clock(file, START)
    expect(await jumpTo(START + 86_400_000, { clock })).toEqual([])
    expect(clock.now()).toBeGreaterThanOrEqual(START + 86_400_000)
  })

  test('the morning of a place that is eight hours ahead', () => {
    expect(new Date(nextMorning(START)).toISOString()).toBe('2026-11-17T23:30:00.000Z')
    expect(new Date(nextMorning(nextMorning(START))).toISOString()).toBe('2026-11-18T23:30:00.000Z')
  })
})

test.each([
  ['2d', 172_800_000],
  ['3h', 10_800_000],
  ['30m', 1_800_000],
  ['45s', 45_000],
  ['2w', null],
  ['-1d', null],
  ['1.5h', null],
  ['', null],
])('a duration of %s', (text, expected) => {
  expect(parseDuration(text)).toBe(expected)
})
