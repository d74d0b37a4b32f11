/** 台账导出. */
import * as z from 'zod'
import { cursor, date, filledText, nextCursor, requestId } from '../../core/kernel/schemas'

export const exportMattersInput = z.object({
  /** Matters received on these days, both inclusive; a year at most. */
  from: date,
  to: date,
  /** Names and phones in full: only with a reason, which is kept and shown. */
  reason: filledText(200).pipe(z.string().min(4, '写清楚为什么要，至少四个字')).optional(),
  requestId,
})
export const exportMattersOutput = z.object({
  /** Good for ten minutes. */
  url: z.string(),
  name: z.string(),
  rows: z.number(),
})

export const exportedInput = z.object({ cursor: cursor.optional() })
export const exportedOutput = z.object({
  exports: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      byName: z.string(),
      from: z.string(),
      to: z.string(),
      /** Null when names and phones were masked. */
      reason: z.string().nullable(),
      rows: z.number(),
    }),
  ),
  next: nextCursor,
})
