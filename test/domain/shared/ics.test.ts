/** The calendar file of an appointment, against RFC 5545. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarFile } from '../../../miniprogram/shared/ics'
import type { CalendarEvent } from '../../../miniprogram/shared/ics'
import { holds } from '../support/holds'

const NOW = new Date('2026-11-24T01:20:00.000Z')
const EVENT: CalendarEvent = {
  id: '0123456789abcdef0123456789abcdef',
  date: '2026-11-26',
  start: '08:30',
  end: '09:00',
  title: '办事，3号',
  place: '羊子垭村便民服务室 羊子垭村村部一楼',
  text: '覃建国：申请临时救助、办老年证；带身份证,户口本\\复印件\n电话 0736-0000301',
}

/** RFC 5545 3.1: long lines are folded with CRLF and one white space. */
const unfolded = (file: string): string[] =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)

/** 3.3.11: `\\`, `\;`, `\,` and `\n`, and nothing else. */
const plain = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))

const valueOf = (file: string, name: string): string =>
  plain(
    unfolded(file)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1) ?? '',
  )

describe('a calendar file', () => {
  test('has the parts that every calendar needs, in order', () => {
    expect(unfolded(calendarFile(EVENT, NOW)).map((line) => line.split(':')[0])).toEqual([
      ...['BEGIN', 'VERSION', 'PRODID', 'BEGIN', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY'],
      ...['LOCATION', 'DESCRIPTION', 'BEGIN', 'ACTION', 'TRIGGER', 'DESCRIPTION', 'END', 'END'],
      'END',
    ])
  })

  test('the time is the one in Shimen, written in UTC: right wherever the phone is', () => {
    const file = calendarFile(EVENT, NOW)
    expect(valueOf(file, 'DTSTART')).toBe('20261126T003000Z')
    expect(valueOf(file, 'DTEND')).toBe('20261126T010000Z')
    expect(valueOf(file, 'DTSTAMP')).toBe('20261124T012000Z')
  })

  test.each([
    ['2027-01-01', '00:10', '20261231T161000Z', 'the end of a year'],
    ['2028-02-29', '08:00', '20280229T000000Z', 'a leap day'],
    ['2028-03-01', '07:59', '20280229T235900Z', 'the day after'],
  ])('%s %s is %s: %s', (date, start, utc, _what) => {
    expect(valueOf(calendarFile({ ...EVENT, date, start }, NOW), 'DTSTART')).toBe(utc)
  })

  test('the same appointment has the same UID, so that a second file takes the place of the first', () => {
    const later = calendarFile({ ...EVENT, title: '改了' }, new Date('2026-11-25T00:00:00.000Z'))
    expect(valueOf(later, 'UID')).toBe(valueOf(calendarFile(EVENT, NOW), 'UID'))
  })

  const texts = fc
    .string({ unit: 'grapheme', maxLength: 120 })
    .map((text) => text.replace(/\r/g, ''))

  test('any text: CRLF everywhere, at most 75 octets a line, no character cut, and it reads back', () => {
    holds(
      fc.property(texts, texts, (title, text) => {
        const file = calendarFile({ ...EVENT, title, text }, NOW)
        expect(file.endsWith('\r\n')).toBe(true)
        expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line)
        }
        expect([valueOf(file, 'SUMMARY'), valueOf(file, 'DESCRIPTION')]).toEqual([title, text])
      }),
    )
  })
})
