/** 一件事到点自己要做的：视为受理、提醒B岗、问要不要撤回、到日子提醒、公示撤下。 */
import { calendarOf } from '../../core/kernel/township-calendar'
import { dueWork } from '../../core/domain/case-timers'
import type { DueWork } from '../../core/domain/case-timers'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { Words } from '../../case/notices'
import { APPLICATIONS, stepFor } from '../../case/step'
import { onTime } from './on-time'

/** What each does to the stored fields, besides being noted as done. */
const SETS: Readonly<
  Record<DueWork['action'], (doc: CaseDocument, now: Date) => Partial<CaseDocument>>
> = {
  // 行政许可法 32: accepted from the day of receipt, not from today.
  deemAccept: (doc) => ({ acceptedOn: doc.receivedOn, acceptedHow: 'deemed' }),
  escalate: () => ({}),
  proposeWithdrawal: (_doc, now) => ({ lateSince: businessDate(now) }),
  remind: () => ({}),
  endPublicity: ({ publicity }) => ({
    publicity: publicity && { ...publicity, fields: [], ended: true },
  }),
}

const WORDS: Readonly<Record<DueWork['action'], (work: DueWork) => Words>> = {
  deemAccept: ({ text }) => ({
    villager: `${text}。点开看最晚哪天办好。`,
    office: { title: '超时未告知，视为受理', hint: '从收到那天起算，抓紧办' },
  }),
  escalate: () => ({ office: { title: '新任务还没人打开', hint: 'A岗不在，B岗先看' } }),
  proposeWithdrawal: () => ({
    office: { title: '要补的材料还没到', hint: '先打电话问问他要不要接着办' },
  }),
  remind: ({ text }) => ({ office: { title: '今天有一件事到日子', hint: text } }),
  endPublicity: () => ({ office: { title: '公示到期了', hint: '看有没有异议，接着办' } }),
}

/** The earliest thing that is due; the next tick does the next. */
export const runCaseTimers = (doc: CaseDocument, now: Date): Promise<void> =>
  onTime(APPLICATIONS, doc, now, (current) => {
    const [work] = dueWork(current, calendarOf(current.township))
    if (!work) throw new Error(`nothing is due in ${current._id}`)
    return stepFor(
      {
        action: work.action,
        set: (before) => ({
          reminded: [...before.reminded, work.key],
          ...SETS[work.action](before, now),
        }),
        text: work.text,
        words: WORDS[work.action](work),
      },
      now,
      null,
    )
  })
