/** 在窗口: what can be done with somebody who booked or came, by where they are in the day. */
import type { Priority, Visitor } from '../../../services/office'

export interface DeskAction {
  readonly key: 'checkIn' | 'call' | 'done' | 'case' | 'consultation' | 'again' | 'absent'
  readonly text: string
  /** After the number: `7号签到了`. */
  readonly said: string
}

const CHECK_IN: DeskAction = { key: 'checkIn', text: '到了，签到', said: '签到了' }
const CALL: DeskAction = { key: 'call', text: '叫他', said: '叫到了' }
const OUTCOMES: readonly DeskAction[] = [
  { key: 'done', text: '当场办好了', said: '办好了' },
  { key: 'case', text: '收了件，接着办', said: '收了件' },
  { key: 'consultation', text: '问的事答复了', said: '答复了' },
  { key: 'again', text: '要再来一趟', said: '要再来' },
]
const ABSENT: DeskAction = { key: 'absent', text: '叫了不在，先叫后面的', said: '不在，回来再叫' }

const ACTIONS: Readonly<Record<Visitor['state'], readonly DeskAction[]>> = {
  expected: [CHECK_IN],
  offered: [],
  waiting: [CALL],
  called: [...OUTCOMES, ABSENT],
  absent: [CHECK_IN],
  served: [],
}

export const visitorActions = (state: Visitor['state']): readonly DeskAction[] => ACTIONS[state]

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
