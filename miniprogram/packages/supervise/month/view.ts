import type { Monthly } from '../../../services/bulletin'
import { plainDate, spokenDate } from '../../../shared/dates'

export interface MonthView {
  readonly when: string
  readonly totals: readonly { readonly text: string; readonly number: string }[]
  readonly sentences: readonly string[]
  readonly usual: readonly {
    readonly code: string
    readonly name: string
    readonly days: string
    readonly width: number
    readonly note: string
  }[]
}

const one = (n: number): string => String(Math.round(n * 10) / 10)

export function monthView(monthly: Monthly): MonthView {
  const { until, completed, onTime, goodRate, rated, proxy, booked } = monthly
  const longest = Math.max(1, ...monthly.usual.map(({ days }) => days))
  return {
    when: until
      ? `${plainDate(`${monthly.month}-01`)}到${spokenDate(until)}`
      : '今天是1日，明天就有数',
    totals: [
      { text: '收到', number: String(monthly.received) },
      { text: '答复', number: String(monthly.answered) },
      { text: '办结', number: String(completed) },
      { text: '满意率', number: goodRate === null ? '—' : `${one(goodRate * 100)}%` },
    ],
    sentences: [
      completed
        ? `办结的${String(completed)}件里，按时的${String(onTime)}件。`
        : '这个月还没有办结的。',
      goodRate === null
        ? '评的人还少，满意率不作判断。'
        : `${String(rated)}位评过，没评的不算满意。`,
      `代办${String(proxy)}件，预约${String(booked)}件。`,
    ],
    usual: monthly.usual.map(({ code, name, days, completed: n }) => ({
      code,
      name,
      days: days < 0.5 ? '当天' : `${one(days)}天`,
      width: Math.max(2, Math.round((days / longest) * 100)),
      note: `最近办过${String(n)}件`,
    })),
  }
}
