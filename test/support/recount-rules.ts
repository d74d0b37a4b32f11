/** Days and words as the independent recount reckons with them; shares nothing with the program. */
import { dataFile } from '../domain/support/township'

const SPECIAL = new Map(
  dataFile<{ days: { date: string; off: boolean }[] }>('calendar').days.map(({ date, off }) => [
    date,
    off,
  ]),
)

export const shanghai = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)

function works(day: string): boolean {
  const off = SPECIAL.get(day)
  if (off !== undefined) return !off
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
}

/** The working days after one day, up to and with another. */
export function workdays(from: string, to: string): number {
  let n = 0
  const day = new Date(`${from}T12:00:00Z`)
  for (;;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const text = day.toISOString().slice(0, 10)
    if (text > to) return n
    if (works(text)) n++
  }
}

/** The day by which it was promised; at once means that day, or the next on which people work. */
export function lastDay(from: string, days: number): string {
  const day = new Date(`${from}T12:00:00Z`)
  const text = () => day.toISOString().slice(0, 10)
  let left = days === 0 && !works(text()) ? 1 : days
  while (left > 0) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (works(text())) left--
  }
  return text()
}

/** The next day on the wall. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/**
 * 视为已受理: the day that begins when the five working days are over, if nobody accepted or asked
 * for papers, whether a timer came by or not; null otherwise.
 */
export function deemedDay({ log }: { log: { at: Date; action: string }[] }): string | null {
  const looked = log.some(({ action }) => ['accept', 'notifySupplement'].includes(action))
  const [handedIn] = log
  return looked || !handedIn ? null : dayAfter(lastDay(shanghai(handedIn.at), 5))
}

export const LEVELS: Record<string, string> = {
  非常满意: 'level5',
  满意: 'level4',
  基本满意: 'level3',
  不满意: 'level2',
  非常不满意: 'level1',
}
