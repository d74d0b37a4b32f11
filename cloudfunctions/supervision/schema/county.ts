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
    }),
  ),
  asOf: z.string(),
})
