/** A calendar file (RFC 5545) of one appointment: opens in any calendar, on phone and computer. */
import { instantOf } from './dates'
import type { BusinessDate, WallTime } from './dates'

export interface CalendarEvent {
  readonly id: string
  readonly date: BusinessDate
  readonly start: WallTime
  readonly end: WallTime
  readonly title: string
  readonly place: string
  readonly text: string
}

/** `20261126T003000Z` */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** Lines longer than 75 bytes go on in the next line after a space; no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = byteLength(character)
    const most = lines.length === 0 ? 75 : 74
    if (bytes + size > most) {
      lines.push(current)
      current = ''
      bytes = 0
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n ')
}

/** In UTF-8; phones have no TextEncoder. */
function byteLength(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

export function calendarFile(event: CalendarEvent, now: Date): string {
  const { id, date, start, end, title, place, text } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//convenience service//appointment//ZH',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(instantOf(date, start))}`,
    `DTEND:${utc(instantOf(date, end))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(text)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT2H',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
