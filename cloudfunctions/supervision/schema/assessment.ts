/** 考核, as it goes over the wire. */
import * as z from 'zod'
import { ASSESSABLE } from '../../core/domain/assessment'
import { cursor, documentId, filledText, nextCursor, requestId } from '../../core/kernel/schemas'

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '要写成 2026-11 这样')
const unit = z.string().min(1).max(20)

const rule = z.object({
  name: filledText(40),
  fact: z.enum(ASSESSABLE),
  /** As the township writes it; the program does not reckon with it. */
  weight: filledText(60),
})
const rules = z.array(rule).min(1, '至少写一条').max(30)

const decision = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  month: z.string(),
  basis: z.string(),
  decision: z.string(),
  reason: z.string(),
  decidedBy: z.string(),
  at: z.string(),
  status: z.enum(['standing', 'appealed', 'upheld', 'withdrawn', 'excused']),
  statusText: z.string(),
  appeal: z
    .object({
      text: z.string(),
      answer: z.object({ stands: z.boolean(), reason: z.string() }).nullable(),
    })
    .nullable(),
  allowed: z.array(z.enum(['appeal', 'judge', 'excuse'])),
})
const oneDecision = z.object({ decision })

const assessment = z.object({
  on: z.boolean(),
  basis: z.object({ number: z.string(), title: z.string() }).nullable(),
  rules: z.array(rule.extend({ factText: z.string() })),
  changedBy: z.string(),
  changedAt: z.string().nullable(),
  allowed: z.array(z.enum(['turnOn', 'changeRules', 'turnOff'])),
})
const switched = z.object({ assessment })

export const assessmentInput = z.object({
  /** A month that is over; the last one when left out. */
  month: month.optional(),
  cursor: cursor.optional(),
})
export const assessmentOutput = z.object({
  assessment,
  month: z.string(),
  /** What a rule may name. */
  choices: z.array(z.object({ fact: z.enum(ASSESSABLE), text: z.string() })),
  /** In fixed order, only while it is on; null where too few stand behind a number. */
  units: z.array(
    z.object({ id: z.string(), name: z.string(), facts: z.array(z.number().nullable()) }),
  ),
  decisions: z.array(decision),
  next: nextCursor,
})

export const turnOnAssessmentInput = z.object({
  /** 乡里的文件: without one it cannot be turned on. */
  number: filledText(40),
  title: filledText(60),
  rules,
  requestId,
})
export const turnOnAssessmentOutput = switched

export const changeAssessmentInput = turnOnAssessmentInput
export const changeAssessmentOutput = switched

export const turnOffAssessmentInput = z.object({ reason: filledText(300), requestId })
export const turnOffAssessmentOutput = switched

export const registerAssessmentInput = z.object({
  unit,
  month,
  decision: filledText(300),
  reason: filledText(500),
  requestId,
})
export const registerAssessmentOutput = oneDecision

export const appealAssessmentInput = z.object({ id: documentId, text: filledText(500), requestId })
export const appealAssessmentOutput = oneDecision

export const judgeAssessmentInput = z.object({
  id: documentId,
  /** True: what was decided stays. */
  stands: z.boolean(),
  reason: filledText(500),
  requestId,
})
export const judgeAssessmentOutput = oneDecision
