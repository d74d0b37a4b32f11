/** 反映的事, for those who answer it. */
import * as z from 'zod'
import {
  issueEvent,
  issueKind,
  issueReply,
  issueShared,
  issueStep,
  MOST_WORDS,
  petition,
} from '../../core/kernel/issue-schemas'
import {
  cursor,
  documentId,
  filledText,
  nextCursor,
  requestId,
  text,
} from '../../core/kernel/schemas'

const listed = issueShared.extend({
  villageId: z.string().nullable(),
  anonymous: z.boolean(),
  overdue: z.boolean(),
})

const issue = listed.extend({
  byName: z.string(),
  about: z.object({ name: z.string(), post: z.string() }).nullable(),
  /** Only one of leader and supervisor may know of it. */
  supervisorAlone: z.boolean(),
  petition,
  reply: issueReply,
  orders: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      unitName: z.string(),
      statusText: z.string(),
      dueOn: z.string(),
    }),
  ),
  allowed: z.array(issueStep),
  events: z.array(issueEvent),
})

const output = z.object({ issue })

export const registerInput = z.object({
  kind: issueKind,
  text: filledText(MOST_WORDS),
  villageId: z.string().max(10).optional(),
  /** Staff id of whom it is about. */
  about: z.string().max(40).optional(),
  requestId,
})
/** Whoever registers may not be among those who answer: they get the number. */
export const registerOutput = z.object({
  issue: z.object({ id: z.string(), number: z.string(), dueOn: z.string() }),
})

export const issuesInput = z.object({
  /** The answered ones, in place of the open ones. */
  done: z.boolean().optional(),
  cursor: cursor.optional(),
})
export const issuesOutput = z.object({ issues: z.array(listed), next: nextCursor })

export const issueDetailInput = z.object({ id: documentId })
export const issueDetailOutput = output

export const answerIssueInput = z.object({ id: documentId, text: text(1000), requestId })
export const answerIssueOutput = output

export const referPetitionInput = z.object({ id: documentId, text: text(300), requestId })
export const referPetitionOutput = output
