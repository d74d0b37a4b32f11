import * as z from 'zod'
import { date, documentId, requestId, text } from '../core/kernel/schemas'

export const rateInput = z.object({
  targetId: documentId,
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  reasons: z.array(text(20)).max(6).optional(),
  comment: text(500).optional(),
  requestId,
})
export const rateOutput = z.object({ rating: z.object({ id: z.string(), level: z.number() }) })

export const statsInput = z.object({
  department: z.string().max(20).optional(),
  from: date.optional(),
  to: date.optional(),
})
export const statsOutput = z.object({
  counts: z.object({
    1: z.number(),
    2: z.number(),
    3: z.number(),
    4: z.number(),
    5: z.number(),
  }),
  rated: z.number(),
  eligible: z.number(),
  goodRate: z.number().nullable(),
})
