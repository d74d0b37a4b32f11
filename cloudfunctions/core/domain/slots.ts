/**
 * 号源: which sessions a place offers. Patterns of days, 赶场 by the lunar calendar, Thursdays that
 * move away from a holiday, breaks, home visits, and what is different on a single day.
 */
import { isWorkday } from './calendar'
import type { WorkCalendar } from './calendar'
import { lunarDay } from './lunar'
import { isoWeekday, servedInsteadOf, thursdayOf } from './thursdays'
import { addDays } from '../../../miniprogram/shared/dates'
import type { BusinessDate, WallTime } from '../../../miniprogram/shared/dates'

/** A stretch of a day. 时段 */
export interface Session {
  readonly from: WallTime
  readonly to: WallTime
}

/** On which days a place is served. */
export type DayPattern = 'workdays' | 'thursdays' | 'weekdays' | 'marketDays'

/** A pattern of sessions at a place. 号源模板 */
export interface SlotTemplate {
  /** What the editor calls it, such as `返乡周末`; its key has a name of its own when left out. */
  readonly name?: string | undefined
  readonly days: DayPattern
  /** For `weekdays`: 1 Monday … 7 Sunday. */
  readonly weekdays?: readonly number[] | undefined
  /** For `marketDays`: last digits of the lunar day; 逢三逢八 is `[3, 8]`. */
  readonly marketEndings?: readonly number[] | undefined
  readonly sessions: readonly Session[]
  /** Inside the sessions, when nobody is served. */
  readonly breaks?: readonly Session[] | undefined
  /** Length of one slot in minutes. */
  readonly minutes: number
  /** Seats bookable per slot. */
  readonly capacity: number
  /** Places per slot kept for people who just come; as many as can be booked when left out. */
  readonly walkIns?: number | undefined
  /** Booking ends so many minutes before the slot begins; 0 when left out. */
  readonly leadMinutes?: number | undefined
  /** 上门: home visits per session, each with its own seat; none when left out. */
  readonly homeVisits?: number | undefined
}

/** One day that is not as the template says: closed, or open although it would not be. 例外 */
export interface SlotException {
  readonly id: string
  readonly date: BusinessDate
  /** Null for every place. */
  readonly venueId: string | null
  readonly kind: 'closed' | 'extra'
  readonly reason: string
  /** For `extra`: when; the sessions of the template when empty. */
  readonly sessions: readonly Session[]
}

export interface PlannedSlot {
  readonly date: BusinessDate
  readonly start: WallTime
  readonly end: WallTime
  readonly capacity: number
  /** Numbers of this slot are `base + 1 … base + capacity`, unique at this place on this day. */
  readonly base: number
  /** Somebody comes to the house, at some time of the session. */
  readonly home: boolean
  readonly walkIns: number
  readonly leadMinutes: number
  /** The Thursday in whose place this day is served. */
  readonly movedFrom: BusinessDate | null
}

const MARKET_ENDINGS = [3, 8]

/** A weekend market is served, a public holiday is not. */
const isMarketDay: PatternRule = ({ marketEndings = MARKET_ENDINGS }, date, calendar) =>
  marketEndings.includes(lunarDay(date) % 10) && !(calendar.days.get(date)?.off ?? false)

type PatternRule = (template: SlotTemplate, date: BusinessDate, calendar: WorkCalendar) => boolean

const PATTERNS: Readonly<Record<DayPattern, PatternRule>> = {
  workdays: (_, date, calendar) => isWorkday(date, calendar),
  thursdays: (_, date, calendar) => servedInsteadOf(thursdayOf(date), calendar) === date,
  weekdays: ({ weekdays = [] }, date, calendar) =>
    weekdays.includes(isoWeekday(date)) && !(calendar.days.get(date)?.off ?? false),
  marketDays: isMarketDay,
}

/** Is the place served on this day, by its pattern? */
export const isServiceDay = (
  template: SlotTemplate,
  date: BusinessDate,
  calendar: WorkCalendar,
): boolean => PATTERNS[template.days](template, date, calendar)

/** All slots of one day at the windows, in order of time. */
export function slotsOfDay(
  template: SlotTemplate,
  date: BusinessDate,
  sessions: readonly Session[] = template.sessions,
): PlannedSlot[] {
  const { minutes, capacity, breaks = [] } = template
  const starts = sessions.flatMap(({ from, to }) => {
    const times: number[] = []
    for (let at = minutesOf(from); at + minutes <= minutesOf(to); at += minutes) times.push(at)
    return times
  })
  return starts
    .filter((at) => !breaks.some((pause) => overlaps(at, at + minutes, pause)))
    .map((at, index) => ({
      ...common(template, date),
      start: timeOf(at),
      end: timeOf(at + minutes),
      capacity,
      base: index * capacity,
      home: false,
    }))
}

/** The home visits of one day: one slot per session, numbered after those of the windows. */
export function homeVisitsOfDay(
  template: SlotTemplate,
  date: BusinessDate,
  sessions: readonly Session[] = template.sessions,
): PlannedSlot[] {
  const { homeVisits = 0, capacity } = template
  if (homeVisits === 0) return []
  const above = slotsOfDay(template, date, sessions).length * capacity
  return sessions.map(({ from, to }, index) => ({
    ...common(template, date),
    start: from,
    end: to,
    capacity: homeVisits,
    base: above + index * homeVisits,
    home: true,
    walkIns: 0,
  }))
}

const common = ({ capacity, walkIns, leadMinutes }: SlotTemplate, date: BusinessDate) => ({
  date,
  walkIns: walkIns ?? capacity,
  leadMinutes: leadMinutes ?? 0,
  movedFrom: null,
})

/**
 * Everything a place offers on one day: the first template that serves it, a second one (the
 * market) only with times that the first has not; closed or opened by an exception.
 */
export function planDay(
  templates: readonly SlotTemplate[],
  date: BusinessDate,
  calendar: WorkCalendar,
  exceptions: readonly SlotException[] = [],
): PlannedSlot[] {
  const today = exceptions.filter((exception) => exception.date === date)
  if (today.some(({ kind }) => kind === 'closed')) return []
  const extra = today.find(({ kind }) => kind === 'extra')
  const [first] = templates
  if (extra && first) {
    const sessions = extra.sessions.length > 0 ? extra.sessions : first.sessions
    return slotsOfDay(first, date, sessions)
  }
  const planned: PlannedSlot[] = []
  for (const template of templates.filter((one) => isServiceDay(one, date, calendar))) {
    const day = [...slotsOfDay(template, date), ...homeVisitsOfDay(template, date)]
    const movedFrom = template.days === 'thursdays' && thursdayOf(date) !== date
    const above = nextBase(planned)
    for (const slot of day) {
      if (planned.some((other) => collides(other, slot))) continue
      planned.push({
        ...slot,
        base: slot.base + above,
        movedFrom: movedFrom ? thursdayOf(date) : null,
      })
    }
  }
  return planned
}

/** The slots of a place from one day to another, both included. */
export function planSlots(
  templates: readonly SlotTemplate[],
  from: BusinessDate,
  to: BusinessDate,
  calendar: WorkCalendar,
  exceptions: readonly SlotException[] = [],
): PlannedSlot[] {
  const slots: PlannedSlot[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    slots.push(...planDay(templates, date, calendar, exceptions))
  }
  return slots
}

/** The first number that no slot of the day uses. */
export const nextBase = (slots: readonly { readonly base: number; readonly capacity: number }[]) =>
  slots.reduce((above, { base, capacity }) => Math.max(above, base + capacity), 0)

/** The next day from `from` on which the pattern is served, within a year; null when none is. */
export function nextServiceDay(
  template: SlotTemplate,
  from: BusinessDate,
  calendar: WorkCalendar,
): BusinessDate | null {
  for (let n = 0; n < 366; n++) {
    const date = addDays(from, n)
    if (isServiceDay(template, date, calendar)) return date
  }
  return null
}

/** Two slots at windows that share a minute. */
const collides = (a: PlannedSlot, b: PlannedSlot): boolean =>
  a.home === b.home && a.start < b.end && b.start < a.end

const overlaps = (start: number, end: number, { from, to }: Session): boolean =>
  start < minutesOf(to) && minutesOf(from) < end

export const minutesOf = (time: WallTime): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const timeOf = (minutes: number): WallTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
