import type { Home } from '../../../services/catalog'
import type { Day, Task } from '../../../services/office'
import { relativeDate, spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Tag } from '../../../shared/matter-words'

export interface OpenRow {
  readonly id: string
  readonly name: string
  readonly who: string
  readonly tag: Tag
}

export const MOST_ROWS = 4

/** What the agent carries, the most urgent first, as the server sorted it. */
export function openRows(tasks: readonly Task[], today: BusinessDate): OpenRow[] {
  return tasks.slice(0, MOST_ROWS).map((task) => ({
    id: task.caseId,
    name: task.applicantName,
    who: task.itemName,
    tag: tagOf(task, today),
  }))
}

function tagOf({ status, warning, dueDate }: Task, today: BusinessDate): Tag {
  if (status === 'decided') return { tone: 'ok', icon: 'check-circle', text: '有结果了' }
  if (status === 'received') return { tone: 'info', icon: 'info-circle', text: '等受理' }
  if (warning === 'red') return { tone: 'bad', icon: 'error-triangle', text: '超时' }
  if (warning === 'yellow') return { tone: 'warn', icon: 'time', text: '今天到期' }
  const day = spokenDate(dueDate, today).split(' ')[0] ?? ''
  return { tone: 'off', icon: 'calendar', text: day }
}

export interface NextDay {
  readonly date: BusinessDate
  readonly title: string
}

/** 下个驻村日 of this village. */
export function nextDay(home: Home, villageId: string, today: BusinessDate): NextDay | null {
  const next = home.thursdays.find((day) => day.villageId === villageId)
  if (!next) return null
  return { date: next.date, title: `${relativeDate(next.date, today)}，干部进村` }
}

export const visitorRows = ({ visitors }: Day) =>
  visitors.slice(0, MOST_ROWS).map(({ id, ticket, name, start, items }) => ({
    id,
    ticket,
    name,
    note: `${spokenTime(start)}，${items.map((item) => item.name).join('、')}`,
  }))

/** `要送3件，还原件1件`; empty when the agent holds nothing. */
export function inHandText(tasks: readonly Task[]): string {
  const carry = tasks.filter((task) => task.carry !== null).length
  const originals = tasks.filter((task) => task.originals.length > 0).length
  return [
    carry ? `要送到乡里${String(carry)}件` : '',
    originals ? `要还原件${String(originals)}件` : '',
  ]
    .filter(Boolean)
    .join('，')
}
