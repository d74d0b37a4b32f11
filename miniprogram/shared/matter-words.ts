/** What is said about a matter: who has it, what is next, by when. Facts, then the way out. */
import { spokenDate } from './dates'
import type { BusinessDate } from './dates'

export type MatterStatus =
  | 'received'
  | 'supplement'
  | 'accepted'
  | 'in_progress'
  | 'suspended'
  | 'decided'
  | 'delivered'
  | 'completed'
  | 'refused'
  | 'withdrawn'
export type TagTone = 'ok' | 'act' | 'bad' | 'warn' | 'info' | 'off'

export interface Tag {
  readonly tone: TagTone
  readonly icon: string
  readonly text: string
}

export interface MatterFacts {
  readonly status: MatterStatus
  readonly dueDate: BusinessDate
  readonly holder: { readonly name: string } | null
  readonly canRate?: boolean
  readonly outcome?: 'approve' | 'refuse' | null
}

/** Still being worked on: there is no result yet. */
export const isOpen = (status: MatterStatus): boolean => STAGE[status] < 2

/** 最晚哪天、什么: what the person waits for, or is waited for; empty when it has ended. */
export function lastDay(
  matter: {
    readonly status: MatterStatus
    readonly dueDate: BusinessDate
    readonly suppliesBy?: BusinessDate | null
  },
  today: BusinessDate,
): { readonly due: string; readonly deed: string } {
  const { status, dueDate, suppliesBy } = matter
  if (!isOpen(status)) return { due: '', deed: '' }
  return suppliesBy
    ? { due: spokenDate(suppliesBy, today), deed: '补上' }
    : { due: spokenDate(dueDate, today), deed: '办好' }
}

/** Ended without a result. */
const ENDED: Readonly<Partial<Record<MatterStatus, string>>> = {
  refused: '没受理',
  withdrawn: '撤回了',
}

export function matterTag(matter: MatterFacts, today: BusinessDate): Tag {
  const endedWord = ENDED[matter.status]
  if (endedWord) return { tone: 'off', icon: 'error-circle', text: endedWord }
  if (matter.outcome === 'refuse') return { tone: 'off', icon: 'error-circle', text: '没办成' }
  if (!isOpen(matter.status)) {
    // Lists are not told how it ended: only what is known is claimed.
    const ended = matter.status === 'completed' ? '办完了' : '有结果了'
    return {
      tone: 'ok',
      icon: 'check-circle',
      text: matter.outcome === 'approve' ? '已办好' : ended,
    }
  }
  if (matter.status === 'supplement') return { tone: 'act', icon: 'edit', text: '等您补' }
  if (matter.status === 'suspended') return { tone: 'warn', icon: 'hourglass', text: '停算时间' }
  if (matter.status !== 'received' && today > matter.dueDate) {
    return { tone: 'bad', icon: 'error-triangle', text: '超时' }
  }
  return { tone: 'ok', icon: 'time', text: matter.status === 'received' ? '收到了' : '正在办' }
}

/** How far a department of a joint approval is; `open` while it has not said anything. */
export function opinionTag(
  opinion: { readonly outcome: 'approve' | 'refuse' } | null,
  open: string,
): Tag {
  if (!opinion) return { tone: 'off', icon: 'time', text: open }
  return opinion.outcome === 'approve'
    ? { tone: 'ok', icon: 'check-circle', text: '同意' }
    : { tone: 'act', icon: 'error-circle', text: '不同意' }
}

/** One sentence: who does what now. */
export function matterSentence({ status, holder, canRate, outcome }: MatterFacts): string {
  const who = holder?.name
  if (outcome === 'refuse' && status !== 'refused') return '没办成，原因写在下面'
  switch (status) {
    case 'supplement':
      return '还差材料，都写在里面，一次说清'
    case 'suspended':
      return '先停算时间，原因写在下面'
    case 'delivered':
      return '结果送到了'
    case 'refused':
      return '没受理，原因和该找哪里写在下面'
    case 'withdrawn':
      return '撤回了'
    case 'received':
      return who ? `交上去了，${who}在看材料` : '交上去了，窗口在看材料'
    case 'accepted':
      return who ? `受理了，${who}在办` : '受理了，正在办'
    case 'in_progress':
      return who ? `${who}正在办` : '正在办'
    case 'decided':
      return '有结果了，点开看答复'
    case 'completed':
      return canRate ? '办完了，说说办得怎么样' : '办完了'
  }
}

/** What the person may expect next; empty when there is nothing more to come. */
export function nextStep(
  status: MatterStatus,
  clock: { readonly noticeBy: BusinessDate; readonly due: BusinessDate },
  outcome: MatterFacts['outcome'] = null,
): string {
  if (outcome === 'refuse') return '不服，或者还有话说，打给经办人。'
  switch (status) {
    case 'supplement':
      return '补齐受理了，那天起算时间。来不及补，我们先打电话问您。'
    case 'suspended':
      return '停算的原因没有了就接着办，到时告诉您。'
    case 'refused':
    case 'withdrawn':
      return '还想办就再交一次，带过的材料不用重拍。'
    case 'received':
      return `看完材料就受理。缺什么，${spokenDate(clock.noticeBy)}前一次说清。`
    case 'accepted':
    case 'in_progress':
      return `最晚${spokenDate(clock.due)}办好，办好就告诉您。`
    case 'decided':
      return '结果在下面。证件办好了会告诉您怎么拿。'
    case 'delivered':
    case 'completed':
      return ''
  }
}

export interface PathStep {
  readonly name: string
  readonly note: string
  readonly state: 'done' | 'now' | 'todo'
  readonly number: string
}

const STAGE: Readonly<Record<MatterStatus, number>> = {
  received: 0,
  supplement: 0,
  accepted: 1,
  in_progress: 1,
  suspended: 1,
  decided: 2,
  delivered: 2,
  completed: 3,
  refused: 3,
  withdrawn: 3,
}

/**
 * Where a matter stands on the item's own steps. Only three things are known for certain: received,
 * accepted, decided; steps in between are not claimed done before the end.
 */
export function pathOf(
  steps: readonly { readonly name: string; readonly by: string }[],
  status: MatterStatus,
  who: string,
): PathStep[] {
  const stage = STAGE[status]
  const last = steps.length - 1
  const current = stage === 0 ? 0 : stage === 1 ? Math.min(1, last) : stage === 2 ? last : last + 1
  return steps.map(({ name }, index) => ({
    name,
    note: index === current ? who : '',
    state: index < current ? 'done' : index === current ? 'now' : 'todo',
    number: String(index + 1),
  }))
}

/** How long it takes, as a promise a person understands. */
export function howLong(item: {
  readonly instant: boolean
  readonly commitDays: number
  readonly mode: string
}): string {
  if (item.mode === 'consultation')
    return item.commitDays === 0 ? '当场答' : `${String(item.commitDays)}个工作日答复`
  if (item.mode === 'booking') {
    return item.commitDays === 0 ? '当天约好' : `${String(item.commitDays)}个工作日约好`
  }
  if (item.instant || item.commitDays === 0) return '当场办好'
  return `${String(item.commitDays)}个工作日`
}

/** What can be done from the phone: booking-only matters and questions are not handed in. */
export const canHandIn = (mode: string): boolean => mode !== 'booking' && mode !== 'consultation'

/** 向明珠 → 向: what stands in the round. */
export const initial = (name: string): string => [...name.trim()][0] ?? ''
