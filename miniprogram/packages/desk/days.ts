import { addDays, relativeDate } from '../../shared/dates'
import type { BusinessDate } from '../../shared/dates'

export interface DayChoice {
  readonly date: BusinessDate
  readonly text: string
}

/** The next days as chips: today, tomorrow, then by name. */
export const dayChoices = (from: BusinessDate, count: number, today = from): DayChoice[] =>
  Array.from({ length: count }, (_, n) => addDays(from, n)).map((date) => ({
    date,
    text: relativeDate(date, today),
  }))
