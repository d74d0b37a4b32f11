const UTC8_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The seven fields of a CloudBase timer, in their order, with what each may hold. */
const FIELDS = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC' },
  { name: 'weekday', least: 0, most: 6, names: 'SUN MON TUE WED THU FRI SAT' },
  { name: 'year', least: 1970, most: 2099 },
] as const

type Field = (typeof FIELDS)[number]
type FieldName = Field['name']

/** A parsed timer; a field that is `*` is null. */
export type Cron = Readonly<Record<FieldName, ReadonlySet<number> | null>>

export class CronError extends Error {}

/**
 * Parses `second minute hour day month weekday year` (`*`, lists, ranges, steps, names).
 * @param strict seven fields as in production; else the five of a crontab, or six with seconds, do
 */
export function parseCron(text: string, strict = true): Cron {
  let parts = text.trim().split(/\s+/)
  if (!strict && parts.length === 5) parts = ['0', ...parts]
  if (!strict && parts.length === 6) parts = [...parts, '*']
  if (parts.length !== FIELDS.length) {
    throw new CronError(`应有 7 个字段（秒 分 时 日 月 星期 年），收到 ${parts.length} 个：${text}`)
  }
  return Object.fromEntries(
    FIELDS.map((field, i) => [field.name, parseField(field, parts[i] ?? '')]),
  ) as Cron
}

function parseField(field: Field, text: string): ReadonlySet<number> | null {
  if (text === '*') return null
  return new Set(text.split(',').flatMap((item) => parseItem(field, item)))
}

function parseItem(field: Field, item: string): number[] {
  const match = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item)
  if (!match) throw new CronError(`字段 ${field.name} 看不懂：${item}`)
  const [, all, first, last, step] = match
  const from = all ? field.least : valueOf(field, first ?? '')
  const openEnded = Boolean(all) || (step !== undefined && last === undefined)
  const to = openEnded ? field.most : valueOf(field, last ?? first ?? '')
  const by = step === undefined ? 1 : Number(step)
  if (by < 1 || from > to) throw new CronError(`字段 ${field.name} 的范围不对：${item}`)
  const values: number[] = []
  for (let value = from; value <= to; value += by) values.push(value)
  return values
}

function valueOf(field: Field, text: string): number {
  const names: readonly string[] = 'names' in field ? field.names.split(' ') : []
  const named = names.indexOf(text.toUpperCase())
  const value = named >= 0 ? named + field.least : /^\d+$/.test(text) ? Number(text) : NaN
  if (!(value >= field.least && value <= field.most)) {
    throw new CronError(`字段 ${field.name} 应在 ${field.least} 到 ${field.most} 之间：${text}`)
  }
  return value
}

/** The first instant strictly after `after` (ms, UTC) that the timer fires at; null when never. */
export function nextTime(cron: Cron, after: number): number | null {
  const local = Math.floor((after + UTC8_MS) / 1000) * 1000 + 1000
  const lastDay = Date.UTC(2099, 11, 31)
  let day = Math.floor(local / DAY_MS) * DAY_MS
  let earliest = local - day
  for (; day <= lastDay; day += DAY_MS, earliest = 0) {
    if (!dayMatches(cron, new Date(day))) continue
    const time = nextTimeOfDay(cron, earliest)
    if (time !== null) return day + time - UTC8_MS
  }
  return null
}

/** Day of month and day of week are OR when both are given, as in CloudBase. */
function dayMatches(cron: Cron, day: Date): boolean {
  const has = (field: FieldName, value: number): boolean => cron[field]?.has(value) ?? true
  if (!has('year', day.getUTCFullYear()) || !has('month', day.getUTCMonth() + 1)) return false
  const byDate = has('day', day.getUTCDate())
  const byWeekday = has('weekday', day.getUTCDay())
  return cron.day && cron.weekday ? byDate || byWeekday : byDate && byWeekday
}

function nextTimeOfDay(cron: Cron, earliest: number): number | null {
  const values = (field: FieldName, count: number): number[] =>
    Array.from({ length: count }, (_, i) => i).filter((i) => cron[field]?.has(i) ?? true)
  for (const hour of values('hour', 24)) {
    for (const minute of values('minute', 60)) {
      const start = (hour * 60 + minute) * 60_000
      if (start + 59_000 < earliest) continue
      for (const second of values('second', 60)) {
        if (start + second * 1000 >= earliest) return start + second * 1000
      }
    }
  }
  return null
}
