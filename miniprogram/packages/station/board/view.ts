import type { Board } from '../../../services/office'
import { businessDate, relativeDate, spokenTime, wallTime } from '../../../shared/dates'

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
    rest: quiet ? `另外${String(quiet)}个部门没有在办的。` : '',
    empty: board.open === 0,
    when: momentOf(board.asOf, now),
  }
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
