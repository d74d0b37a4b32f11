/**
 * Dates as people in the township see them: business dates `YYYY-MM-DD` in Asia/Shanghai.
 *
 * China has kept UTC+8 without daylight saving since 1991, so plain arithmetic is exact and works
 * on old phones that know no time zones. Used by pages and functions alike.
 */

/** A day in Asia/Shanghai, `YYYY-MM-DD`. 日期 */
export type BusinessDate = string
/** A wall-clock time in Asia/Shanghai, `HH:mm`. */
export type WallTime = string

const SHANGHAI_OFFSET_MS = 8 * 3600_000
const DAY_MS = 86_400_000
const WEEKDAYS = '日一二三四五六'

/** The day in Asia/Shanghai on which an instant falls. */
export function businessDate(instant: Date): BusinessDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The wall-clock time `HH:mm` in Asia/Shanghai of an instant. */
export function wallTime(instant: Date): WallTime {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)
}

/** The instant of a wall-clock time on a day in Asia/Shanghai. */
export function instantOf(date: BusinessDate, time: WallTime = '00:00'): Date {
  return new Date(`${date}T${time}:00.000+08:00`)
}

/** Moves a date by whole calendar days (自然日). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(date + 'T00:00:00Z') + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole calendar days from one date to another, negative when it lies before. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(to + 'T00:00:00Z') - Date.parse(from + 'T00:00:00Z')) / DAY_MS)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: BusinessDate): number {
  return new Date(date + 'T00:00:00Z').getUTCDay()
}

/** True for a date that exists, written `YYYY-MM-DD`. */
export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text + 'T00:00:00Z')
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** `12月1日` */
export function plainDate(date: BusinessDate): string {
  const [, month, day] = date.split('-').map(Number)
  return `${String(month)}月${String(day)}日`
}

/** `12月1日 周二`, the way dates are written for people; with the year when it is another one. */
export function spokenDate(date: BusinessDate, today?: BusinessDate): string {
  const [year = ''] = date.split('-')
  const prefix = today && !today.startsWith(year) ? `${year}年` : ''
  return `${prefix}${plainDate(date)} 周${WEEKDAYS.charAt(weekday(date))}`
}

/** `今天`, `明天`, `后天`, or `12月1日 周二`. */
export function relativeDate(date: BusinessDate, today: BusinessDate): string {
  const distance = daysBetween(today, date)
  return ['今天', '明天', '后天'][distance] ?? spokenDate(date, today)
}

/** `9:30`, without the leading zero that nobody says. */
export function spokenTime(time: WallTime): string {
  return time.replace(/^0/, '')
}

/** `上午` before noon, else `下午`: the two halves of a day in which one person holds one number. */
export function halfDay(time: WallTime): '上午' | '下午' {
  return time < '12:00' ? '上午' : '下午'
}
