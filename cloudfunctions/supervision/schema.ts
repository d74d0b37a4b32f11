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
  /** 要站长定的: transfers nobody takes, disputes, extensions asked for. */
  needs: z.object({ transfers: z.number(), disputes: z.number(), extensions: z.number() }),
  /** 收件多久了: calendar days up to and including; null for older. */
  ages: z.array(z.object({ upTo: z.number().nullable(), open: z.number() })),
  /** The most urgent that are overdue or due today. */
  urgent: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      itemName: z.string(),
      unitName: z.string(),
      /** The last day of the running deadline. */
      dueOn: z.string(),
    }),
  ),
  /** 今天的大厅和村. */
  venues: z.array(
    z.object({ id: z.string(), name: z.string(), booked: z.number(), capacity: z.number() }),
  ),
  /** 这个月到昨天: what came in, what got an answer. */
  month: z.object({ received: z.number(), answered: z.number(), completed: z.number() }),
  asOf: z.string(),
})

/** 公开的数: no person, no small numbers that would show one. */
export const monthlyInput = z.object({})
export const monthlyOutput = z.object({
  month: z.string(),
  /** The last day that is counted; null on the first of a month. */
  until: z.string().nullable(),
  received: z.number(),
  answered: z.number(),
  accepted: z.number(),
  completed: z.number(),
  onTime: z.number(),
  proxy: z.number(),
  booked: z.number(),
  /** 满意率: null where too few rated. */
  goodRate: z.number().nullable(),
  rated: z.number(),
  /** 平时要几天, of items completed often enough to say; in the order of their codes. */
  usual: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Working days on average. */
      days: z.number(),
      completed: z.number(),
    }),
  ),
})
