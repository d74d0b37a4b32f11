/** 《百事通》的发放登记. */
import * as z from 'zod'
import { cursor, nextCursor, requestId, text } from '../../core/kernel/schemas'

/** An agent need not name the own village. */
const villageId = z.string().max(40).optional()

export const handbookVillagesInput = z.object({})
export const handbookVillagesOutput = z.object({
  /** The edition that is being handed out. */
  edition: z.string(),
  villages: z.array(
    z.object({ id: z.string(), name: z.string(), households: z.number(), delivered: z.number() }),
  ),
})

export const handbookRegisterInput = z.object({
  villageId,
  /** An earlier edition; the current one when left out. */
  edition: z.string().max(20).optional(),
  cursor: cursor.optional(),
})
export const handbookRegisterOutput = z.object({
  edition: z.string(),
  deliveries: z.array(
    z.object({ no: z.string(), at: z.date(), byName: z.string(), head: z.string().nullable() }),
  ),
  next: nextCursor,
})

export const deliverHandbookInput = z.object({
  villageId,
  /** 户号, or what people call the house where there is no list of households. */
  no: text(20).pipe(z.string().min(1, '写哪一户')),
  requestId,
})
export const deliverHandbookOutput = z.object({
  delivery: z.object({ no: z.string(), at: z.date(), byName: z.string() }),
  /** It had been handed out before: nothing was written. */
  before: z.boolean(),
})
