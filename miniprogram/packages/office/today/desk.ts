/** 在窗口: what can be done with somebody who booked or came, by where they are in the day. */
import type { Priority, Visitor } from '../../../services/office'

export interface DeskAction {
  readonly key: 'checkIn' | 'call' | 'done' | 'take' | 'case' | 'consultation' | 'again' | 'absent'
  readonly text: string
  /** After the number: `7号签到了`. */
  readonly said: string
}

const CHECK_IN: DeskAction = { key: 'checkIn', text: '到了，签到', said: '签到了' }
const CALL: DeskAction = { key: 'call', text: '叫他', said: '叫到了' }
/** Opens the counter's form, filled in with the person and the matter. */
const TAKE: DeskAction = { key: 'take', text: '收他的件', said: '' }
const ONE_MORE: DeskAction = { key: 'take', text: '还有一件，接着收', said: '' }
const OUTCOMES: readonly DeskAction[] = [
  { key: 'consultation', text: '问的事答复了', said: '答复了' },
  { key: 'done', text: '办好了，不收件', said: '办好了' },
  { key: 'again', text: '要再来一趟', said: '要再来' },
]
/** 领导 take no papers in: they only say what came of it. */
const RECEIVED: DeskAction = { key: 'case', text: '窗口收了件', said: '收了件' }
const ABSENT: DeskAction = { key: 'absent', text: '叫了不在，先叫后面的', said: '不在，回来再叫' }

const ACTIONS: Readonly<Record<Visitor['state'], readonly DeskAction[]>> = {
  expected: [CHECK_IN],
  offered: [],
  waiting: [CALL],
  called: [TAKE, ...OUTCOMES, ABSENT],
  absent: [CHECK_IN],
  served: [ONE_MORE],
}

const WITHOUT_TAKING: typeof ACTIONS = {
  ...ACTIONS,
  called: [...OUTCOMES, RECEIVED, ABSENT],
  served: [],
}

/** @param takes whether the one who looks takes papers in */
export const visitorActions = (state: Visitor['state'], takes: boolean): readonly DeskAction[] =>
  (takes ? ACTIONS : WITHOUT_TAKING)[state]

/** Why somebody goes first: one of these, written down with the number. */
export const PRIORITIES: readonly Priority[] = [
  '80岁以上',
  '残疾',
  '生病',
  '赶末班车',
  '带小孩或怀孕',
]

/** Somebody stands at the desk. */
export interface Arrival {
  readonly who: string
  readonly priority: Priority | ''
  readonly error: string
}

export const EMPTY_ARRIVAL: Arrival = { who: '', priority: '', error: '' }
