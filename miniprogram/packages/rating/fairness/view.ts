import type { Fairness } from '../../../services/supervision'
import { businessDate, spokenDate } from '../../../shared/dates'

export function fairnessView({ month, tables, tooFew, jumps }: Fairness) {
  return {
    month: `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`,
    tables: tables.map(({ title, cells }) => ({
      title,
      cells: cells.map(({ label, matters, averageDays, averageTotalDays }) => ({
        label,
        matters: `${String(matters)}件`,
        days:
          averageDays === null ? tooFew.replace(',', '，') : `平均${String(averageDays)}个工作日`,
        total: averageTotalDays === null ? '' : `从交上来到有结果平均${String(averageTotalDays)}天`,
      })),
    })),
    jumps: jumps.map(({ number, itemName, at, reason }, index) => ({
      key: String(index),
      name: `${itemName}，编号${number}`,
      when: spokenDate(businessDate(new Date(at))),
      reason,
    })),
  }
}

/** The month before or after, as `2026-11`. */
export function monthBy(month: string, step: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`
}
