import type { Board } from '../../../services/office'
import { businessDate, relativeDate, spokenDate, spokenTime, wallTime } from '../../../shared/dates'

export interface Figure {
  readonly key: string
  readonly number: string
  readonly text: string
  readonly tone: string
}

export interface Bar {
  readonly id: string
  readonly name: string
  readonly number: string
  /** Per cent of the longest bar. */
  readonly width: number
  readonly note: string
}

export interface BoardView {
  readonly figures: readonly Figure[]
  readonly unanswered: string
  readonly bars: readonly Bar[]
  readonly rest: string
  /** 要站长定的 */
  readonly needs: string
  readonly urgent: readonly { readonly id: string; readonly name: string; readonly note: string }[]
  readonly ages: readonly Bar[]
  readonly venues: readonly Bar[]
  readonly month: string
  readonly empty: boolean
  readonly when: string
}

/** Departments stay in the order in which they come: never ranked. */
export function boardView(board: Board, now = new Date()): BoardView {
  const busy = board.departments.filter(({ open }) => open > 0)
  const longest = Math.max(1, ...busy.map(({ open }) => open))
  const quiet = board.departments.length - busy.length
  return {
    figures: [
      figure('open', board.open, '在办', ''),
      figure('overdue', board.overdue, '超时', 'bad'),
      figure('today', board.warnings.yellow, '今天到期', 'warn'),
      figure('unanswered', board.unanswered, '没答复', 'act'),
    ],
    unanswered: board.unanswered ? `还有${String(board.unanswered)}件没答复` : '件件都答复了',
    bars: busy.map(({ id, name, open, overdue, unanswered }) => ({
      id,
      name,
      number: String(open),
      width: Math.max(2, Math.round((open / longest) * 100)),
      note: [
        unanswered ? `没答复${String(unanswered)}` : '都答复了',
        overdue ? `超时${String(overdue)}` : '',
      ]
        .filter(Boolean)
        .join('，'),
    })),
    needs: needsOf(board),
    urgent: board.urgent.map(({ id, itemName, unitName, dueOn }) => ({
      id,
      name: itemName,
      note: `${unitName}，${spokenDate(dueOn)}到期`,
    })),
    ages: agesOf(board),
    venues: venuesOf(board),
    month: monthOf(board),
    rest: quiet ? `另外${String(quiet)}个部门没有在办的。` : '',
    empty: board.open === 0,
    when: momentOf(board.asOf, now),
  }
}

function needsOf({ needs }: Board): string {
  const { transfers, disputes, extensions } = needs
  return [
    disputes ? `${String(disputes)}件有争议，要定谁办` : '',
    extensions ? `${String(extensions)}件报延期，等乡长批` : '',
    transfers ? `${String(transfers)}件在请别的部门接手` : '',
  ]
    .filter(Boolean)
    .join('；')
}

function agesOf({ ages }: Board): Bar[] {
  const longest = Math.max(1, ...ages.map(({ open }) => open))
  let from = 0
  return ages.map(({ upTo, open }) => {
    const name = upTo === null ? `${String(from)}天以上` : `${String(from)}到${String(upTo)}天`
    from = (upTo ?? 0) + 1
    return { id: name, name, number: String(open), width: widthOf(open, longest), note: '' }
  })
}

function venuesOf({ venues }: Board): Bar[] {
  const longest = Math.max(1, ...venues.map(({ booked }) => booked))
  return venues.map(({ id, name, booked, capacity }) => ({
    id,
    name,
    number: String(booked),
    width: widthOf(booked, longest),
    note: `一共${String(capacity)}个号`,
  }))
}

const widthOf = (n: number, longest: number): number =>
  n === 0 ? 0 : Math.max(2, Math.round((n / longest) * 100))

function monthOf({ month }: Board): string {
  const { received, answered, completed } = month
  if (received === 0) return '这个月到昨天还没有收件。'
  const rate = Math.round((answered / received) * 100)
  return `这个月到昨天收件${String(received)}，答复${String(answered)}，办结${String(completed)}，答复数是收件数的${String(rate)}%。`
}

/** Red, yellow and orange only when there is something to see. */
const figure = (key: string, count: number, text: string, tone: string): Figure => ({
  key,
  number: String(count),
  text,
  tone: count > 0 ? tone : '',
})

function momentOf(at: string, now: Date): string {
  const instant = new Date(at)
  const day = relativeDate(businessDate(instant), businessDate(now))
  return `${day} ${spokenTime(wallTime(instant))}`
}
