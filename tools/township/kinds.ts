/** What may stand in a cell, and what becomes of it: each kind reads text and writes it again. */
import { isBusinessDate } from '../../miniprogram/shared/dates'

/** The text of a cell is not what it should be; said so that one can put it right. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem'
}

export interface Kind {
  /** What the heading says about it; empty when nothing needs saying. */
  readonly hint: string
  /** What can be chosen, for a list in the spreadsheet. */
  readonly choices?: readonly string[]
  /** @throws CellProblem */
  read(text: string): unknown
  write(value: unknown): string
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(asText) : []

export const text: Kind = { hint: '', read: (value) => value, write: asText }

export const optionalText: Kind = {
  hint: '可以空着',
  read: (value) => (value === '' ? null : value),
  write: asText,
}

function integer(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new CellProblem(`“${value}”不是整数，写 0、5、20 这样`)
  return Number(value)
}

export const whole: Kind = { hint: '整数', read: integer, write: asText }

export const optionalWhole: Kind = {
  hint: '整数，可以空着',
  read: (value) => (value === '' ? null : integer(value)),
  write: asText,
}

/** About ten centimetres on the ground. */
const DECIMALS = 6

/** 经纬度, as maps on the computer copy them. */
export const degrees: Kind = {
  hint: '像 29.5801 这样的度数（腾讯、高德地图上的）；纬度和经度一起填，不知道就都空着',
  read: (value) => {
    if (!/^\d{1,3}(\.\d+)?$/.test(value)) {
      throw new CellProblem(`“${value}”不是度数，写 29.5801 这样，不写度分秒`)
    }
    return Number(Number(value).toFixed(DECIMALS))
  },
  write: asText,
}

/** One of a few words, each with what it means in the data. */
export function choice(words: Readonly<Record<string, unknown>>): Kind {
  const names = Object.keys(words)
  return {
    hint: names.join('、'),
    choices: names,
    read: (value) => {
      if (!Object.hasOwn(words, value)) {
        throw new CellProblem(`“${value}”不行，只能写：${names.join('、')}`)
      }
      return words[value]
    },
    write: (value) => names.find((name) => words[name] === value) ?? '',
  }
}

export const yesNo = choice({ 是: true, 否: false })

const split = (value: string, by: RegExp): string[] =>
  value
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

/** Short words side by side. */
export const words: Kind = {
  hint: '几个词用顿号隔开，可以空着',
  read: (value) => split(value, /[、,，]/),
  write: (value) => asList(value).join('、'),
}

/** Sentences one below the other. */
export const lines: Kind = {
  hint: '一句一行（Alt+回车换行），可以空着',
  read: (value) => split(value, /\r?\n/),
  write: (value) => asList(value).join('\n'),
}

/** The same, but nothing at all when the cell is empty. */
export const missingWhenEmpty = (kind: Kind): Kind => ({
  ...kind,
  read: (value) => (value === '' ? undefined : kind.read(value)),
  write: (value) => (value === undefined ? '' : kind.write(value)),
})

/** `ly：要用到林地`, one a line: a department and what is said of it. */
export const departmentLines = (field: string): Kind => ({
  hint: '一行一个：部门编号：说明',
  read: (value) =>
    split(value, /\r?\n/).map((line) => {
      const [, department, said] = /^([a-z0-9-]+)[:：]\s*(.+)$/.exec(line) ?? []
      if (!department || !said) {
        throw new CellProblem(`“${line}”要写成“部门编号：说明”，如 ly：要用到林地`)
      }
      return { department, [field]: said }
    }),
  write: (value) =>
    (Array.isArray(value) ? (value as Readonly<Record<string, string>>[]) : [])
      .map((one) => `${one.department ?? ''}：${one[field] ?? ''}`)
      .join('\n'),
})

/** `08:30—12:00、14:00—17:30` */
export const sessions: Kind = {
  hint: '如 08:30—12:00、14:00—17:30',
  read: (value) =>
    split(value, /[、,，]/).map((part) => {
      const [, from, to] =
        /^(\d{1,2}[:：]\d{2})\s*[—\-–~～]+\s*(\d{1,2}[:：]\d{2})$/.exec(part) ?? []
      if (!from || !to) throw new CellProblem(`“${part}”要写成 08:30—12:00 这样`)
      return { from: clock(from), to: clock(to) }
    }),
  write: (value) =>
    (Array.isArray(value) ? (value as { from: string; to: string }[]) : [])
      .map(({ from, to }) => `${from}—${to}`)
      .join('、'),
}

const clock = (time: string): string => time.replace('：', ':').padStart(5, '0')

/** Excel counts days from here when a cell is not formatted as a date. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** A date however people write it: as a date, as text, or as Excel's number. */
export const date: Kind = {
  hint: '如 2026-10-01',
  read: (value) => {
    const day = plainDate(value)
    if (!isBusinessDate(day)) throw new CellProblem(`“${value}”不是日子，写 2026-10-01 这样`)
    return day
  },
  write: asText,
}

function plainDate(value: string): string {
  if (/^[2-6]\d{4}$/.test(value)) {
    return new Date(EXCEL_EPOCH + Number(value) * DAY_MS).toISOString().slice(0, 10)
  }
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
