/** 反映的事, as it goes over the wire; two functions share it. */
import * as z from 'zod'

export const issueKind = z.enum(['unfinished', 'hotspot', 'suggestion', 'complaint'])
export const issueStep = z.enum([
  'referPetition',
  'answerIssue',
  'askAgain',
  'remindIssue',
  'remindPetition',
  'reckon',
])

export const issueShared = z.object({
  id: z.string(),
  number: z.string(),
  kind: issueKind,
  kindText: z.string(),
  text: z.string(),
  status: z.enum(['raised', 'referred', 'answered']),
  statusText: z.string(),
  raisedOn: z.string(),
  dueOn: z.string(),
})

export const issueReply = z
  .object({ text: z.string(), byName: z.string(), at: z.string() })
  .nullable()

export const petition = z
  .object({ where: z.string(), acceptBy: z.string(), concludeBy: z.string() })
  .nullable()

export const issueEvent = z.object({
  at: z.string(),
  by: z.string(),
  action: z.string(),
  title: z.string(),
  text: z.string(),
})

/** Words of the person; long enough to say it, short enough to be read. */
export const MOST_WORDS = 1000
