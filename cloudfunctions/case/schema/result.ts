/** 结果: decided with a reply, handed over, completed, reopened. */
import * as z from 'zod'
import { documentId, filledText, personName, requestId, text } from '../../core/kernel/schemas'
import { stepOutput } from './shapes'

const step = { id: documentId, requestId }

export const decideInput = z.object({
  ...step,
  outcome: z.enum(['approve', 'refuse']),
  reply: text(1000),
  /** How to object; a refusal without one gets the statutory sentence. */
  remedy: text(500).optional(),
})
export const decideOutput = stepOutput

export const deliverInput = z.object({
  ...step,
  how: z.enum(['pickup', 'cadre', 'agent', 'post']),
  signedBy: personName,
})
export const deliverOutput = stepOutput

export const completeInput = z.object(step)
export const completeOutput = stepOutput

export const reopenInput = z.object({ ...step, reason: filledText(300) })
export const reopenOutput = stepOutput
