/** 联合审批: one survey, one public notice, every department's opinion. */
import * as z from 'zod'
import {
  contact,
  date,
  documentId,
  filledText,
  nextCursor,
  personName,
  requestId,
  text,
} from '../../core/kernel/schemas'
import { stepOutput } from './shapes'

const step = { id: documentId, requestId }

export const surveyInput = z
  .object({
    ...step,
    on: date,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '写明几点，比如 09:30'),
    officers: z.array(personName).max(8),
    /** What was seen; left out while it is only planned. */
    report: text(1000).optional(),
  })
  .refine(({ officers }) => new Set(officers).size >= 2, {
    path: ['officers'],
    message: '踏勘至少要两名干部一起去（行政许可法第三十四条）',
  })
export const surveyOutput = stepOutput

export const publicizeInput = z.object({
  ...step,
  /** Calendar days. */
  days: z.int().min(1).max(60),
  /** Only what the law lets be shown for this item. */
  fields: z
    .array(z.object({ label: filledText(20), value: filledText(200) }))
    .min(1)
    .max(10),
})
export const publicizeOutput = stepOutput

export const branchDecideInput = z.object({
  ...step,
  outcome: z.enum(['approve', 'refuse']),
  text: filledText(500),
})
export const branchDecideOutput = stepOutput

export const publicizedInput = z.object({})
export const publicizedOutput = z.object({
  notices: z.array(
    z.object({
      number: z.string(),
      itemName: z.string(),
      unitName: z.string(),
      unitPhone: z.string(),
      villageId: z.string(),
      from: z.string(),
      until: z.string(),
      fields: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  next: nextCursor,
})

export const objectInput = z.object({
  number: z.string().min(1).max(40),
  text: filledText(500),
  contact: contact.optional(),
  requestId,
})
export const objectOutput = z.object({ objection: z.object({ number: z.string(), n: z.number() }) })
