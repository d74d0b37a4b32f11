/** 放假安排: how a year of it is shown, and what may be entered. */
import { AppError } from '../core/kernel/errors'
import { withPublished } from '../core/kernel/township-calendar'
import type { CalendarDay } from '../core/domain/calendar'
import { hasEveryHoliday, STATUTORY_HOLIDAYS } from '../core/domain/holidays'
import type { CalendarSettings } from '../core/store/documents/calendar'

export const inYear = ({ date }: CalendarDay, year: number): boolean =>
  date.startsWith(`${String(year)}-`)

export function calendarView(settings: CalendarSettings, year: number) {
  const { calendar, edition } = withPublished(settings)
  const { days, verifiedUntil } = calendar
  const added = new Set(settings.days.map(({ date }) => date))
  return {
    year,
    days: [...days.values()]
      .filter((day) => inYear(day, year))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, off, name }) => ({ date, off, name, added: added.has(date) })),
    verified: verifiedUntil >= `${String(year)}-12-31`,
    verifiedUntil,
    reckoning: edition !== settings.doneEdition,
    history: settings.history
      .map(({ at, byName, text }) => ({ at: at.toISOString(), byName, text }))
      .reverse(),
    version: settings.v,
  }
}

/**
 * Refuses what cannot be a year's arrangement: days of another year or twice, a year after one that
 * is not known, fewer holidays than the law has.
 *
 * @throws AppError `INVALID_INPUT`
 */
export function checkYear(
  settings: CalendarSettings,
  year: number,
  days: readonly CalendarDay[],
  complete: boolean,
): void {
  if (days.some((day) => !inYear(day, year))) {
    throw invalid('days', `有一天不在${String(year)}年，请改成这一年的日子。`)
  }
  if (new Set(days.map(({ date }) => date)).size !== days.length) {
    throw invalid('days', '有一天写了两遍，请删掉一个。')
  }
  if (!complete) return
  const known = Number(withPublished(settings).calendar.verifiedUntil.slice(0, 4))
  if (year > known + 1) {
    throw invalid('year', `${String(known + 1)}年的放假安排还没填，请先填那一年的。`)
  }
  const { calendar } = withPublished({ days, verifiedUntil: null })
  if (!hasEveryHoliday([...calendar.days.values()].filter((day) => inYear(day, year)))) {
    throw invalid(
      'days',
      `一年的法定节假日有${String(STATUTORY_HOLIDAYS)}天，这里不够，请对照国务院办公厅的通知补全。`,
    )
  }
}

const invalid = (field: string, message: string): AppError =>
  new AppError('INVALID_INPUT', message, { fields: { [field]: message } })
