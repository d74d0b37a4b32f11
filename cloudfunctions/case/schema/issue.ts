/** 反映一件事: for whoever raises it. */
import * as z from 'zod'
import {
  issueEvent,
  issueKind,
  issueReply,
  issueShared,
  MOST_WORDS,
  petition,
} from '../../core/kernel/issue-schemas'
import { cursor, filledText, nextCursor, requestId, text } from '../../core/kernel/schemas'

const issue = issueShared.extend({
  reply: issueReply,
  petition,
  canAskAgain: z.boolean(),
  events: z.array(issueEvent),
})

/** What opens it without logging in. */
const byCode = { number: z.string().min(1).max(40), code: z.string().min(1).max(12) }

export const raiseInput = z.object({
  kind: issueKind,
  text: filledText(MOST_WORDS),
  villageId: z.string().max(10).optional(),
  /** Staff id of whom it is about: they never see it. */
  about: z.string().max(40).optional(),
  anonymous: z.boolean().optional(),
  requestId,
})
export const raiseOutput = z.object({
  issue: z.object({
    id: z.string(),
    number: z.string(),
    queryCode: z.string(),
    dueOn: z.string(),
    /** It goes to one of leader and supervisor alone. */
    goesTo: z.enum(['station', 'supervisor', 'leader']),
  }),
})

export const raisedInput = z.object({ cursor: cursor.optional() })
export const raisedOutput = z.object({
  issues: z.array(issue.extend({ queryCode: z.string() })),
  next: nextCursor,
})

export const trackIssueInput = z.object(byCode)
export const trackIssueOutput = z.object({ issue })

export const askAgainInput = z.object({ ...byCode, text: text(500), requestId })
export const askAgainOutput = z.object({ issue })
