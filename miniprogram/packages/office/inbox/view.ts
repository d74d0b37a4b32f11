import type { Task } from '../../../services/office'
import { spokenDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Tag } from '../../../shared/matter-words'

export type SectionKey = 'over' | 'today' | 'soon'

export interface TaskRow {
  readonly id: string
  readonly name: string
  readonly who: string
  readonly tag: Tag
  readonly note: string
}

export interface Section {
  readonly key: SectionKey | 'first'
  readonly title: string
  readonly icon: string
  readonly tone: string
  /** What is still to do with the most urgent one. */
  readonly hint: string
  readonly rows: readonly TaskRow[]
}

/** How many tasks are drawn at once: a page stays light with hundreds of them. */
export const WINDOW = 30

const ORDER: readonly SectionKey[] = ['over', 'today', 'soon']

/** The server puts the most urgent first, so the three follow each other. */
export function sectionOf({ warning }: Pick<Task, 'warning'>): SectionKey {
  if (warning === 'red') return 'over'
  return warning === 'yellow' ? 'today' : 'soon'
}

export interface Count {
  readonly key: SectionKey
  readonly number: string
  readonly text: string
  readonly some: boolean
}

const COUNT_WORDS: Readonly<Record<SectionKey, string>> = {
  over: '超过时间',
  today: '今天要办',
  soon: '这几天',
}

/** Of what is loaded; `more` says that later ones are still on the server. */
export function countsOf(tasks: readonly Task[], more: boolean): Count[] {
  const last = tasks[tasks.length - 1]
  const reached = last ? ORDER.indexOf(sectionOf(last)) : 0
  return ORDER.map((key, index) => {
    const count = tasks.filter((task) => sectionOf(task) === key).length
    const open = more && index === reached
    const unknown = more && index > reached
    return {
      key,
      number: unknown ? '…' : `${String(count)}${open ? '+' : ''}`,
      text: COUNT_WORDS[key],
      some: count > 0,
    }
  })
}

export function sectionsOf(
  tasks: readonly Task[],
  villageName: (id: string) => string,
  today: BusinessDate,
): Section[] {
  const first = tasks.filter(isFirst)
  const urgent: Section = {
    key: 'first',
    title: '急事先办',
    icon: 'error-circle',
    tone: 'act',
    hint: '',
    rows: first.map((task) => rowOf(task, villageName(task.villageId), today)),
  }
  const inTurn = ORDER.map((key) => {
    const own = tasks.filter((task) => !isFirst(task) && sectionOf(task) === key)
    return {
      ...HEADS[key],
      key,
      title: key === 'over' && own.length > 1 ? '先办这几件' : HEADS[key].title,
      hint: key === 'over' ? hintOf(own[0]) : '',
      rows: own.map((task) => rowOf(task, villageName(task.villageId), today)),
    }
  })
  return [urgent, ...inTurn].filter(({ rows }) => rows.length > 0)
}

/** What was put first for a reason that everybody sees, until it is decided. */
const isFirst = ({ priority, status }: Task): boolean =>
  Boolean(priority) && status !== 'decided' && status !== 'delivered'

const HEADS: Readonly<Record<SectionKey, Pick<Section, 'title' | 'icon' | 'tone'>>> = {
  over: { title: '先办这件', icon: 'error-triangle', tone: 'bad' },
  today: { title: '今天要办', icon: 'time', tone: 'warn' },
  soon: { title: '这几天', icon: 'calendar', tone: '' },
}

function rowOf(task: Task, village: string, today: BusinessDate): TaskRow {
  return {
    id: task.caseId,
    name: task.itemName,
    who: [task.applicantName, village, task.priority].filter(Boolean).join('，'),
    tag: tagOf(task, today),
    note: noteOf(task, today),
  }
}

/** Somebody waits for this person's word. */
const ASKED: readonly (readonly [Task['allowed'][number], string])[] = [
  ['answerExtension', '批延期'],
  ['answerTransfer', '接不接手'],
]

/** What lies on the leader's own desk waits to be given to somebody; whoever works on it signs for it. */
const isForLeader = ({ allowed }: Task): boolean =>
  allowed.includes('assign') && !allowed.includes('signFor')

function tagOf(task: Task, today: BusinessDate): Tag {
  const isNew = task.status === 'received'
  const asked = ASKED.find(([action]) => task.allowed.includes(action))
  if (asked) return { tone: 'act', icon: 'edit', text: asked[1] }
  if (isForLeader(task)) return { tone: 'act', icon: 'user-add', text: '定谁来办' }
  // The answer stands already: only telling it is left.
  if (task.status === 'decided') return { tone: 'warn', icon: 'time', text: '等办结' }
  switch (task.warning) {
    case 'red':
      return { tone: 'bad', icon: 'error-triangle', text: isNew ? '还没看材料' : '超时' }
    case 'yellow':
      return { tone: 'warn', icon: 'time', text: isNew ? '今天看材料' : '今天到期' }
    case 'blue':
      return { tone: 'info', icon: 'info-circle', text: isNew ? '看材料' : '快到期' }
    case 'none':
      return isNew
        ? { tone: 'info', icon: 'info-circle', text: '看材料' }
        : { tone: 'off', icon: 'calendar', text: dayOf(task.dueDate, today) }
  }
}

function noteOf({ status, statusText, dueDate, warning }: Task, today: BusinessDate): string {
  if (status === 'received') return '新交来的'
  if (status === 'decided') return '答复写好了'
  return warning === 'none' ? statusText : `${dayOf(dueDate, today)}到期`
}

const dayOf = (date: BusinessDate, today: BusinessDate): string =>
  spokenDate(date, today).split(' ')[0] ?? date

/** What is waited for, by what may be done now; the first that fits. */
const HINTS: readonly (readonly [Task['allowed'][number], string])[] = [
  ['answerExtension', '等您定：延期批不批。'],
  ['answerTransfer', '等您答：接不接手。'],
  ['carry', '还差：材料送到乡里。'],
  ['accept', '还差：看材料，受理。'],
  ['branchDecide', '还差：本部门出意见。'],
  ['decide', '还差：写答复，出结果。'],
  ['complete', '还差：把结果告诉群众，办结。'],
  ['ask', '部门还在办。可以问一句，或者打电话。'],
  ['assign', '看看归谁办，指定部门或者提意见。'],
]

/** What is missing until it is done. */
export function hintOf(task: Pick<Task, 'allowed'> | undefined): string {
  return HINTS.find(([action]) => task?.allowed.includes(action))?.[1] ?? ''
}
