import { openAction } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { findByCode } from '../../core/kernel/query-code'
import { applyStep } from '../../core/kernel/step'
import type { Actor } from '../../core/kernel/step'
import { calendarOf } from '../../core/kernel/township-calendar'
import { repeatOf } from '../../core/store/commit'
import type { IssueDocument } from '../../core/store/documents/issue'
import { businessDate, daysBetween } from '../../../miniprogram/shared/dates'
import { raisedView } from '../../supervision/issue-view'
import { answerBy, ISSUES, issueStep } from '../../supervision/issues'
import { askAgainInput, askAgainOutput } from '../schema/issue'

/** Whoever has number and code speaks for the person who raised it. */
const RAISER: Actor = { id: 'raiser', name: '反映的人', relations: ['owner'] }

export const askAgain = openAction({
  summary: '答复了没解决：凭编号和查询码再说一次，重新算5个工作日',
  by: ['public'],
  scope: 'public',
  input: askAgainInput,
  output: askAgainOutput,
  run: async ({ scope, now, request }, { text, ...which }) => {
    const doc = await findByCode<IssueDocument>('issues', scope, which, now)
    if (repeatOf(doc.log, request)) return { issue: raisedView(doc) }
    const today = businessDate(now)
    const answered = doc.reply ? businessDate(doc.reply.at) : today
    const step = issueStep(
      'askAgain',
      {
        text,
        title: '答复过的事，群众说没解决',
        daysSinceAnswer: daysBetween(answered, today),
        set: () => ({ open: true, petition: null, ...answerBy(today, calendarOf(doc.township)) }),
      },
      now,
    )
    const after = await applyStep(ISSUES, doc, RAISER, request, now, step)
    if (!after) {
      const message = '这件事刚刚有别人动过，您写的没有保存。请看看最新情况再说。'
      throw new AppError('CONFLICT', message, { retryable: true })
    }
    return { issue: raisedView(after) }
  },
})
