/**
 * 未结事项、热点难点、意见建议、投诉: raised by people or found out on the round (摸底), answered in five
 * working days. What belongs to 信访 is handed there and watched in calendar days (信访工作条例: 15 days
 * to accept, 60 to conclude). Nothing ends without an answer, and an answer may be questioned.
 */
import { saysNothing } from '../answer'
import type { Flow, Refusal } from './flow'

export const ISSUE_KINDS = {
  unfinished: '未结事项',
  hotspot: '热点难点',
  suggestion: '意见建议',
  complaint: '投诉',
} as const

export type IssueKind = keyof typeof ISSUE_KINDS

export const ISSUE_STATES = {
  raised: '收到了',
  referred: '转信访了',
  answered: '答复了',
} as const

export type IssueState = keyof typeof ISSUE_STATES

export const ISSUE_ACTIONS = {
  referPetition: '转信访',
  answerIssue: '答复',
  askAgain: '没解决，再说一次',
  remindIssue: '到期提醒',
  remindPetition: '信访期限提醒',
  reckon: '重新算日子',
} as const

export type IssueAction = keyof typeof ISSUE_ACTIONS

/** 答复要办的期限: working days from the day it was raised [house rule]. */
export const ANSWER_WORKDAYS = 5
/** 信访工作条例: calendar days to decide on acceptance, and to conclude. */
export const PETITION_DAYS = { accept: 15, conclude: 60 } as const
/** After that a new matter is raised. */
export const ASK_AGAIN_DAYS = 30

export interface IssueFacts {
  readonly text: string
  /** Numbers of orders behind it that are not signed off yet. */
  readonly pending: readonly string[]
  /** Calendar days since the answer. */
  readonly daysSinceAnswer: number
}

const said =
  (message: string) =>
  (facts: IssueFacts): Refusal | null =>
    saysNothing(facts.text) ? { code: 'REPLY_REQUIRED', message } : null

const ANSWER = said('答复等于没写。事事有答复，请写明办了什么，或者为什么办不了。')

export const ISSUE: Flow<IssueState, IssueAction, IssueFacts> = {
  name: '反映的事',
  states: ISSUE_STATES,
  actions: ISSUE_ACTIONS,
  initial: 'raised',
  final: [],
  rows: [
    {
      from: ['raised'],
      action: 'referPetition',
      to: 'referred',
      by: ['leader', 'supervisor'],
      guard: said('请写明为什么归信访、转给了谁，群众要看得懂。'),
      effects: ['tell:applicant'],
    },
    {
      from: ['raised', 'referred'],
      action: 'answerIssue',
      to: 'answered',
      by: ['leader', 'supervisor'],
      guard: (facts) => {
        const [number] = facts.pending
        return number
          ? {
              code: 'ACTION_NOT_ALLOWED',
              message: `${number}还没销号，不能先答复。请等单位回复了，销号以后再写。`,
            }
          : ANSWER(facts)
      },
      effects: ['close', 'tell:applicant'],
    },
    {
      from: ['answered'],
      action: 'askAgain',
      to: 'raised',
      by: ['owner'],
      guard: (facts) =>
        facts.daysSinceAnswer > ASK_AGAIN_DAYS
          ? {
              code: 'TOO_LATE',
              message: `答复过了${String(ASK_AGAIN_DAYS)}天，这件不能再问。请重新说一件，写上原来的编号。`,
            }
          : said('请写一句还差什么，我们接着办。')(facts),
      effects: ['reopen', 'tell:leader', 'tell:supervisor'],
    },
    {
      from: ['raised'],
      action: 'remindIssue',
      by: ['system'],
      effects: ['tell:leader', 'tell:supervisor'],
    },
    {
      from: ['referred'],
      action: 'remindPetition',
      by: ['system'],
      effects: ['tell:leader', 'tell:supervisor'],
    },
    // 信访 counts calendar days: nothing to reckon there.
    {
      from: ['raised'],
      action: 'reckon',
      by: ['system'],
      effects: ['tell:applicant', 'tell:leader', 'tell:supervisor'],
    },
  ],
}
