/** 台账核对, as it goes over the wire. */
import * as z from 'zod'
import { cursor, date, nextCursor } from '../../core/kernel/schemas'

export const ledgerInput = z.object({
  /** Matters that began on these days; all when left out. */
  from: date.optional(),
  to: date.optional(),
  cursor: cursor.optional(),
})
export const ledgerOutput = z.object({
  /** Matters and steps looked at in this part. */
  matters: z.number(),
  steps: z.number(),
  broken: z.array(
    z.object({
      kind: z.string(),
      number: z.string(),
      n: z.number(),
      of: z.number(),
      why: z.string(),
      on: z.string(),
    }),
  ),
  next: nextCursor,
})
