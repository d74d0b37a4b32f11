import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { workCalendar } from '../../../cloudfunctions/core/domain/calendar'
import type { CalendarDay, WorkCalendar } from '../../../cloudfunctions/core/domain/calendar'

export const SEED_DIRECTORY = path.join(__dirname, '../../../seed/data')

/** A data file as it lies on the disk, past the seed's own reader. */
export function dataFile<Content>(name: string): Content {
  return JSON.parse(readFileSync(path.join(SEED_DIRECTORY, `${name}.json`), 'utf8')) as Content
}

interface CalendarFile {
  readonly verifiedUntil: string
  readonly days: readonly CalendarDay[]
}

/** The township's calendar: the State Council's holidays of 2025 and 2026. */
export function townshipCalendar(): WorkCalendar {
  const { days, verifiedUntil } = dataFile<CalendarFile>('calendar')
  return workCalendar(days, verifiedUntil)
}

const FIRST_DAY = Date.UTC(2025, 11, 1)
const dayNumber = (n: number): string =>
  new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10)

/** A day of the 120 in which {@link calendars} puts holidays and make-up workdays. */
export const days = fc.integer({ min: 0, max: 119 }).map(dayNumber)

/** Any calendar that the State Council might publish, and stranger ones. */
export const calendars = fc
  .array(fc.record({ date: days, off: fc.boolean(), name: fc.constant('测试') }), { maxLength: 40 })
  .map((special) => workCalendar(special, dayNumber(119)))
