/** 县里看各乡: the same sums of each, side by side in the county's own order, without a rank. */
import type { Output } from '../../../../typings/wire'
import { sayWhen } from '../../../services/load'
import { spokenDate } from '../../../shared/dates'

export type County = Output<'supervision', 'county'>
type Township = County['townships'][number]

const FEW = '数量太少，不作判断'

const share = (part: number | null): string =>
  part === null ? FEW : `${String(Math.round(part * 100))}%`

const ROWS: readonly (readonly [label: string, say: (one: Township) => string])[] = [
  ['在办', ({ open }) => `${String(open)}件`],
  ['超时没办完', ({ overdue }) => `${String(overdue)}件`],
  ['没答复', ({ unanswered }) => `${String(unanswered)}件`],
  ['今天到期', ({ warnings }) => `${String(warnings.yellow)}件`],
  ['快到期', ({ warnings }) => `${String(warnings.blue)}件`],
  ['这个月收到', ({ month }) => `${String(month.received)}件`],
  ['这个月办结', ({ month }) => `${String(month.completed)}件`],
  ['办结的按时', ({ month }) => share(month.onTimeShare)],
  ['评了的满意', ({ month }) => share(month.goodShare)],
]

/** One card per figure, so that the townships stand below each other under the same words. */
export const countyView = ({ townships, asOf }: County) => ({
  when: `${sayWhen(Date.parse(asOf))}的数`,
  month: untilOf(townships),
  figures: ROWS.map(([label, say]) => ({
    label,
    rows: townships.map((one) => ({ id: one.id, name: one.name, text: say(one) })),
  })),
  isEmpty: townships.length === 0,
})

export type CountyView = ReturnType<typeof countyView>

function untilOf(townships: readonly Township[]): string {
  const until = townships.map(({ month }) => month.until ?? '').sort()[0]
  return until ? `这个月的数到${spokenDate(until)}，夜里重数一遍。` : '这个月的数，明天开始有。'
}
