/** 交接单: papers that the agent carries to the township, originals that go back. */
import type { Task } from '../../../services/office'
import { relativeDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'

export interface CarryRow {
  readonly id: string
  readonly who: string
  readonly name: string
  readonly papers: string
  readonly due: string
  readonly late: boolean
}

/** The earliest day first; what is late stands on top. */
export function carryRows(tasks: readonly Task[], today: BusinessDate): CarryRow[] {
  return tasks
    .flatMap(({ carry, ...task }) => (carry ? [{ ...task, carry }] : []))
    .sort((a, b) => a.carry.dueOn.localeCompare(b.carry.dueOn))
    .map(({ caseId, applicantName, itemName, carry }) => ({
      id: caseId,
      who: applicantName,
      name: itemName,
      papers: carry.papers.join('、') || '他交给您的材料',
      due: relativeDate(carry.dueOn, today),
      late: carry.dueOn < today,
    }))
}

export interface OriginalRow {
  readonly id: string
  readonly who: string
  readonly name: string
  readonly originals: string
  /** The matter has its result: give them back now. */
  readonly now: boolean
}

export const originalRows = (tasks: readonly Task[]): OriginalRow[] =>
  tasks
    .filter(({ originals }) => originals.length > 0)
    .map(({ caseId, applicantName, itemName, originals, status }) => ({
      id: caseId,
      who: applicantName,
      name: itemName,
      originals: originals.join('、'),
      now: status === 'decided' || status === 'delivered',
    }))

/** The list on paper, to be signed at the window. */
export const handOverText = (rows: readonly CarryRow[], today: BusinessDate): string =>
  [
    `材料交接单，${relativeDate(today, today)}（${today}）`,
    ...rows.map(
      ({ who, name, papers }, index) => `${String(index + 1)}. ${who}，${name}：${papers}`,
    ),
    '送的人：　　　　收的人：',
  ].join('\n')
