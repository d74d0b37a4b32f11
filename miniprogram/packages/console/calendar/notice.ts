/**
 * 放假通知 as days: the text of the State Council's notice (国务院办公厅关于部分节假日安排的通知), or rows
 * copied from the sheet 节假日. What cannot be understood is named and not guessed.
 */
import { addDays, daysBetween, isBusinessDate } from '../../../shared/dates'

export interface Day {
  readonly date: string
  /** True: 放假. False: 调休上班. */
  readonly off: boolean
  readonly name: string
}

export interface Read {
  readonly days: readonly Day[]
  /** Lines that say nothing we understand. */
  readonly unclear: readonly string[]
}

/** Longer than any holiday: a range beyond is a slip of the pen. */
const LONGEST_RANGE = 15

export function readNotice(text: string, year: number): Read {
  const read = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ line, days: rowOf(line) ?? noticeLine(line, year) }))
  const days = new Map(read.flatMap((one) => one.days.map((day) => [day.date, day])))
  return {
    days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    unclear: read.filter((one) => one.days.length === 0).map(({ line }) => line),
  }
}

const ROW = /^(\d{4}-\d{2}-\d{2})[\s,，]+(是|否|放假|上班)[\s,，]*(.*)$/

function rowOf(line: string): Day[] | null {
  const [, date = '', word = '', name = ''] = ROW.exec(line) ?? []
  if (!isBusinessDate(date)) return null
  const off = word === '是' || word === '放假'
  return [{ date, off, name: name || (off ? '放假' : '调休上班') }]
}

/** `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。` */
function noticeLine(line: string, year: number): Day[] {
  const [, name = '', rest = ''] =
    /^(?:[一二三四五六七八九十]+、)?([^：:]{2,12})[：:](.+)$/.exec(line) ?? []
  // What stands in brackets only says which weekday it is.
  const sentences = rest.replace(/[（(][^）)]*[）)]/g, '').split(/[。；]/)
  return sentences.flatMap((sentence) => {
    const kind = KINDS.find(({ word }) => sentence.includes(word))
    if (!kind) return []
    const { off, after } = kind
    return datesIn(sentence, year).map((date) => ({ date, off, name: name + after }))
  })
}

/** The first word that stands in a sentence says what its days are. */
const KINDS = [
  { word: '上班', off: false, after: '调休上班' },
  { word: '放假', off: true, after: '' },
] as const

const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{1,2})月)?(\d{1,2})日)?/
const DATES = new RegExp(DATE, 'g')

function datesIn(sentence: string, year: number): string[] {
  return (sentence.match(DATES) ?? []).flatMap((text) => {
    const [, own, month, day, endMonth, endDay] = DATE.exec(text) ?? []
    const from = dateOf(Number(own ?? year), month, day)
    const to = endDay ? dateOf(Number(own ?? year), endMonth ?? month, endDay) : from
    if (!isBusinessDate(from) || !isBusinessDate(to)) return []
    const length = daysBetween(from, to)
    if (length < 0 || length > LONGEST_RANGE) return []
    return Array.from({ length: length + 1 }, (_, n) => addDays(from, n))
  })
}

const dateOf = (year: number, month = '', day = ''): string =>
  `${String(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
