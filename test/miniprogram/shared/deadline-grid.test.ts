import { describe, expect, it } from '@jest/globals'
import { deadlineGrid } from '../../../miniprogram/shared/deadline-grid'
import type { DeadlineClock } from '../../../miniprogram/shared/deadline-grid'

/** The mock-up: handed in on 16 November 2026, accepted on the 17th, ten working days. */
const CLOCK: DeadlineClock = {
  receivedOn: '2026-11-16',
  acceptedOn: '2026-11-17',
  due: '2026-12-01',
  noticeBy: '2026-11-23',
  commitDays: 10,
  counted: 5,
  totalDays: 8,
  provisional: false,
  restDays: ['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'],
}
const TODAY = '2026-11-24'

const day = (grid: ReturnType<typeof deadlineGrid>, date: string) =>
  grid.days.find((one) => one.date === date)

describe('the deadline as a calendar', () => {
  const grid = deadlineGrid(CLOCK, TODAY, true)

  it('begins on a Monday and ends on a Sunday', () => {
    expect(grid.days[0]?.date).toBe('2026-11-16')
    expect(grid.days).toHaveLength(21)
  })

  it('numbers the working days from the day after acceptance to the last', () => {
    expect(day(grid, '2026-11-18')?.mark).toBe('1')
    expect(day(grid, '2026-11-23')?.mark).toBe('4')
    expect(day(grid, '2026-12-01')).toMatchObject({ mark: '10', due: true, day: '12/1' })
  })

  it('tells handed in, accepted, counted, coming, rest and today apart', () => {
    expect(day(grid, '2026-11-16')).toMatchObject({ kind: 'start', mark: '交' })
    expect(day(grid, '2026-11-17')).toMatchObject({ kind: 'start', mark: '受' })
    expect(day(grid, '2026-11-20')?.kind).toBe('done')
    expect(day(grid, '2026-11-21')).toMatchObject({ kind: 'rest', mark: '休' })
    expect(day(grid, '2026-11-24')).toMatchObject({ kind: 'done', today: true })
    expect(day(grid, '2026-11-25')?.kind).toBe('coming')
    expect(day(grid, '2026-12-02')?.kind).toBe('none')
  })

  it('explains itself in two sentences', () => {
    expect(grid.title).toBe('最晚12月1日 周二')
    expect(grid.progress).toBe('今天第5天，共10天')
    expect(grid.sentences).toEqual([
      '17日受理，18日算第1天，周末不算。',
      '从11月16日交来算，到今天一共8天。',
    ])
  })

  it('counts nothing before acceptance', () => {
    const waiting = deadlineGrid({ ...CLOCK, acceptedOn: null, counted: 0 }, TODAY, true)
    expect(waiting.days.some(({ kind }) => kind === 'done')).toBe(false)
    expect(waiting.progress).toBe('受理后10个工作日')
  })

  it('says 暂定 when next year has no calendar yet', () => {
    expect(deadlineGrid({ ...CLOCK, provisional: true }, TODAY, true).title).toContain('暂定')
  })

  it('says by how much it is late', () => {
    expect(deadlineGrid({ ...CLOCK, counted: 12 }, '2026-12-03', true).progress).toBe(
      '超了2天，承诺10天',
    )
  })

  it('knows matters done on the spot', () => {
    const spot = {
      ...CLOCK,
      acceptedOn: '2026-11-16',
      due: '2026-11-16',
      commitDays: 0,
      counted: 0,
    }
    const { title, days } = deadlineGrid({ ...spot, restDays: [] }, '2026-11-16', true)
    expect(title).toBe('今天就办好')
    expect(days).toHaveLength(7)
  })

  it('marks the days on which the clock stood, and counts past them', () => {
    const pauses = [
      { from: '2026-11-18', until: '2026-11-23', ground: '鉴定', expectedOn: '2026-11-23' },
    ]
    const paused = deadlineGrid({ ...CLOCK, pauses, due: '2026-12-03' }, TODAY, true)
    expect(day(paused, '2026-11-18')?.mark).toBe('1')
    expect(day(paused, '2026-11-19')).toMatchObject({ kind: 'pause', mark: '停' })
    expect(day(paused, '2026-11-23')?.mark).toBe('2')
    expect(paused.sentences).toContain('标“停”的日子停算，不占时间。')
  })

  it('counts anew from the day it was opened again', () => {
    const again = deadlineGrid({ ...CLOCK, startOn: '2026-11-23', due: '2026-12-07' }, TODAY, true)
    expect(day(again, '2026-11-23')).toMatchObject({ kind: 'start', mark: '重' })
    expect(day(again, '2026-11-24')?.mark).toBe('1')
    expect(again.sentences[0]).toContain('23日重新办')
  })

  it('has the days of an extension in its sum', () => {
    const extended = deadlineGrid({ ...CLOCK, extendedDays: 10, due: '2026-12-15' }, TODAY, true)
    expect(extended.progress).toBe('今天第5天，共20天')
    expect(extended.sentences).toContain('里面有延期的10天。')
  })

  it('never draws more than nine weeks', () => {
    const long = { ...CLOCK, due: '2027-06-01', commitDays: 130 }
    const grid = deadlineGrid(long, TODAY, true)
    expect(grid.shortened).toBe(true)
    expect(grid.days.length).toBeLessThanOrEqual(63)
  })
})
