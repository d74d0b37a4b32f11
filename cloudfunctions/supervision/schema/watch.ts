/** 监督看板, as it goes over the wire. */
import * as z from 'zod'

/** What stands in each section, and what each is called on the wire. */
export const WATCH_SECTIONS = ['raised', 'appeals', 'calls', 'notices', 'conduct'] as const

const entry = z.object({
  kind: z.enum([
    'issue',
    'warning',
    'accountability',
    'assessment',
    'rectification',
    'exception',
    'blocked',
    'gap',
  ]),
  /** Of the record; of the matter where it is about a notice. */
  id: z.string(),
  title: z.string(),
  note: z.string(),
  on: z.string(),
  late: z.boolean(),
})

export const watchInput = z.object({})
export const watchOutput = z.object({
  /** 现在要您办的: never capped by what is listed. */
  needs: z.object({
    complaints: z.number(),
    anonymous: z.number(),
    others: z.number(),
    overdue: z.number(),
    appeals: z.number(),
    calls: z.number(),
  }),
  /** In fixed order; each lists its most urgent or newest. */
  sections: z.array(
    z.object({ key: z.enum(WATCH_SECTIONS), count: z.number(), entries: z.array(entry) }),
  ),
  /** 这个月到昨天. */
  month: z.object({ warnings: z.number(), secondNotices: z.number(), blockedNotices: z.number() }),
  asOf: z.string(),
})
