import * as z from 'zod'

const figures = z.object({
  open: z.number(),
  overdue: z.number(),
  /** Without a reply that the villager sees: 事事有答复 wants this to reach zero. */
  unanswered: z.number(),
  warnings: z.object({ blue: z.number(), yellow: z.number(), red: z.number() }),
})

export const boardInput = z.object({})
export const boardOutput = figures.extend({
  /** In fixed order, never ranked. */
  departments: z.array(figures.extend({ id: z.string(), name: z.string() })),
  asOf: z.string(),
})
