/** 县里看各乡: sums, never persons. */
import * as z from 'zod'

const count = z.number()

export const countyInput = z.object({})
export const countyOutput = z.object({
  /** In the county's own order, never by number. */
  townships: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      open: count,
      overdue: count,
      unanswered: count,
      warnings: z.object({ blue: count, yellow: count, red: count }),
      /** This month up to yesterday. */
      month: z.object({
        /** The last day that is counted; null on the first of a month. */
        until: z.string().nullable(),
        received: count,
        completed: count,
        /** Shares 0…1; null where so few stand behind them that they say nothing. */
        onTimeShare: z.number().nullable(),
        goodShare: z.number().nullable(),
      }),
    }),
  ),
  asOf: z.string(),
})
