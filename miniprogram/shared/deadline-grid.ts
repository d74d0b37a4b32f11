/**
 * 怎么算的: the deadline as a calendar that one can count on one's fingers. All numbers come from
 * the server's clock; nothing is calculated again here but which day carries which number.
 */
import { addDays, plainDate, spokenDate, weekday } from './dates'
import type { BusinessDate } from './dates'

/** The `clock` of case.detail and case.track. */
export interface DeadlineClock {
  readonly receivedOn: BusinessDate
  readonly acceptedOn: BusinessDate | null
  readonly due: BusinessDate
  readonly noticeBy: BusinessDate
  readonly commitDays: number
  readonly counted: number
  readonly totalDays: number
  readonly provisional: boolean
  readonly restDays: readonly BusinessDate[]
  /** The day before day 1: opened again, accepted, or handed in. Older answers lack it. */
  readonly startOn?: BusinessDate
  /** 延期的工作日 */
  readonly extendedDays?: number
  readonly pauses?: readonly {
    readonly from: BusinessDate
    readonly until: BusinessDate | null
    readonly ground: string
    readonly expectedOn: BusinessDate
  }[]
  /** The calculation day by day, in sentences. */
  readonly explanation?: readonly string[]
}

/** `start` 交/受/重, `done` counted, `coming`, `rest` 休, `pause` 停, `none` outside. */
export type DayKind = 'start' | 'done' | 'coming' | 'rest' | 'pause' | 'none'

export interface GridDay {
  readonly date: BusinessDate
  /** Day of the month; with the month on its first day. */
  readonly day: string
  readonly mark: string
  readonly kind: DayKind
  readonly due: boolean
  readonly today: boolean
  /** What a screen reader says. */
  readonly label: string
}

export interface DeadlineGrid {
  readonly title: string
  readonly progress: string
  readonly days: readonly GridDay[]
  readonly sentences: readonly string[]
  /** Day by day, for whoever wants to count along. */
  readonly explanation: readonly string[]
  /** The commitment goes on for longer than a screen of weeks: the middle is left out. */
  readonly shortened: boolean
}

/** More weeks than this are not counted on fingers any more. */
const MOST_WEEKS = 9

export function deadlineGrid(
  clock: DeadlineClock,
  today: BusinessDate,
  open: boolean,
): DeadlineGrid {
  const days = numbered(clock, today, open)
  const shortened = days.length > MOST_WEEKS * 7
  return {
    title: titleOf(clock, today),
    progress: progressOf(clock, open),
    days: shortened ? around(days, today) : days,
    sentences: sentencesOf(clock, open),
    explanation: clock.acceptedOn ? (clock.explanation ?? []) : [],
    shortened,
  }
}

function numbered(clock: DeadlineClock, today: BusinessDate, open: boolean): GridDay[] {
  const rest = new Set(clock.restDays)
  const start = startOf(clock)
  const last = clock.due < start ? start : clock.due
  const days: GridDay[] = []
  let number = 0
  for (
    let date = mondayOf(clock.receivedOn);
    date <= last || weekday(date) !== 1;
    date = addDays(date, 1)
  ) {
    const inside = date >= clock.receivedOn && date <= last
    const paused = inside && isPaused(date, clock)
    const counts = inside && date > start && !rest.has(date) && !paused
    if (counts) number += 1
    days.push(
      dayOf(date, { clock, today, open, inside, counts, paused, number, isRest: rest.has(date) }),
    )
  }
  return days
}

const startOf = (clock: DeadlineClock): BusinessDate =>
  clock.startOn ?? clock.acceptedOn ?? clock.receivedOn

/** 停算: the day it stopped and the day it goes on both count. */
const isPaused = (date: BusinessDate, { pauses = [] }: DeadlineClock): boolean =>
  pauses.some(({ from, until, expectedOn }) => date > from && date < (until ?? expectedOn))

interface DayFacts {
  clock: DeadlineClock
  today: BusinessDate
  open: boolean
  inside: boolean
  counts: boolean
  paused: boolean
  number: number
  isRest: boolean
}

function dayOf(date: BusinessDate, facts: DayFacts): GridDay {
  const { clock, today, open, inside, counts, number, isRest } = facts
  const isDue = inside && date === clock.due
  const kind = kindOf(date, facts)
  const mark = markOf(date, kind, clock, number)
  const said =
    kind === 'rest' || kind === 'pause'
      ? REST_WORDS[kind].said
      : counts
        ? `第${String(number)}天`
        : kind === 'start'
          ? startWord(date, clock)
          : ''
  return {
    date,
    day: date.endsWith('-01')
      ? `${String(Number(date.slice(5, 7)))}/1`
      : String(Number(date.slice(8))),
    mark: inside && isRest && kind === 'start' ? '交' : mark,
    kind,
    due: isDue,
    today: open && date === today,
    label: [spokenDate(date), date === today && open ? '今天' : '', said, isDue ? '最晚这天' : '']
      .filter(Boolean)
      .join('，'),
  }
}

const REST_WORDS = {
  rest: { mark: '休', said: '不上班' },
  pause: { mark: '停', said: '停算，不占时间' },
} as const

function kindOf(date: BusinessDate, facts: DayFacts): DayKind {
  const { clock, inside, counts, paused, number, isRest } = facts
  if (!inside) return 'none'
  if (date === clock.receivedOn || date === clock.acceptedOn || date === startOf(clock)) {
    return 'start'
  }
  if (paused) return 'pause'
  if (counts) return clock.acceptedOn && number <= clock.counted ? 'done' : 'coming'
  return isRest ? 'rest' : 'none'
}

function markOf(date: BusinessDate, kind: DayKind, clock: DeadlineClock, number: number): string {
  if (kind === 'rest' || kind === 'pause') return REST_WORDS[kind].mark
  if (kind === 'start') {
    if (date === clock.acceptedOn) return '受'
    return date === clock.receivedOn ? '交' : '重'
  }
  return kind === 'none' ? '' : String(number)
}

const startWord = (date: BusinessDate, clock: DeadlineClock): string =>
  [
    date === clock.receivedOn ? '交件' : '',
    date === clock.acceptedOn ? '受理' : '',
    isReopened(date, clock) ? '重新办' : '',
  ]
    .filter(Boolean)
    .join('、')

const isReopened = (date: BusinessDate, clock: DeadlineClock): boolean =>
  date === startOf(clock) && clock.acceptedOn !== null && date !== clock.acceptedOn

const mondayOf = (date: BusinessDate): BusinessDate => addDays(date, -((weekday(date) + 6) % 7))

/** The first week, the weeks around today, the last week. */
function around(days: readonly GridDay[], today: BusinessDate): GridDay[] {
  const weeks: GridDay[][] = []
  for (let i = 0; i < days.length; i += 7) weeks.push(days.slice(i, i + 7))
  const current = Math.max(
    0,
    weeks.findIndex((week) => week.some(({ date }) => date === today)),
  )
  return weeks
    .filter(
      (_, i) =>
        i === 0 ||
        i === weeks.length - 1 ||
        Math.abs(i - current) <= Math.floor((MOST_WEEKS - 2) / 2),
    )
    .flat()
}

function titleOf(clock: DeadlineClock, today: BusinessDate): string {
  if (clock.commitDays === 0 && clock.due === today) return '今天就办好'
  return `最晚${spokenDate(clock.due, today)}${clock.provisional ? '（暂定）' : ''}`
}

function progressOf(clock: DeadlineClock, open: boolean): string {
  const { acceptedOn, counted } = clock
  const commitDays = clock.commitDays + (clock.extendedDays ?? 0)
  if (!acceptedOn) return commitDays === 0 ? '受理当天办好' : `受理后${String(commitDays)}个工作日`
  if (commitDays === 0) return ''
  if (!open) {
    const used = counted === 0 ? '当天办的' : `用了${String(counted)}天`
    return `${used}，承诺${String(commitDays)}天`
  }
  if (counted > commitDays)
    return `超了${String(counted - commitDays)}天，承诺${String(commitDays)}天`
  if (counted === 0) return `刚受理，共${String(commitDays)}天`
  return `今天第${String(counted)}天，共${String(commitDays)}天`
}

const shortDay = (date: BusinessDate, beside: BusinessDate): string =>
  date.slice(0, 7) === beside.slice(0, 7) ? `${String(Number(date.slice(8)))}日` : plainDate(date)

function sentencesOf(clock: DeadlineClock, open: boolean): string[] {
  const { receivedOn, acceptedOn } = clock
  const started = startOf(clock)
  const restarted = isReopened(started, clock)
  const received = plainDate(receivedOn)
  const sentences = acceptedOn
    ? [
        `${shortDay(started, receivedOn)}${restarted ? '重新办' : '受理'}，${afterStart(clock, started)}`,
        ...(clock.extendedDays ? [`里面有延期的${String(clock.extendedDays)}天。`] : []),
        ...(clock.pauses?.length ? ['标“停”的日子停算，不占时间。'] : []),
      ]
    : [`先看材料。缺什么，${spokenDate(clock.noticeBy)}前一次说清。`, '上面是按交件那天受理算的。']
  const until = open ? '到今天' : '到办出结果'
  if (clock.totalDays > 0) {
    sentences.push(`从${received}交来算，${until}一共${String(clock.totalDays)}天。`)
  }
  if (clock.provisional) sentences.push('明年的放假安排还没出，到时再算一遍。')
  return sentences
}

function afterStart(clock: DeadlineClock, acceptedOn: BusinessDate): string {
  if (clock.commitDays === 0) return '当天办好。'
  const rest = new Set(clock.restDays)
  let first = addDays(acceptedOn, 1)
  while (rest.has(first) || isPaused(first, clock)) first = addDays(first, 1)
  const holidays = clock.restDays.some((day) => weekday(day) !== 0 && weekday(day) !== 6)
  return `${shortDay(first, acceptedOn)}算第1天，${holidays ? '周末和放假' : '周末'}不算。`
}
