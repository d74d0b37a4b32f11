/** 电话单: what nobody opened, and whom to call about it. */
import * as z from 'zod'
import { documentId, personName, requestId } from '../../core/kernel/schemas'
import { stepOutput } from './shapes'

const called = z.object({ at: z.string(), byName: z.string(), toName: z.string() }).nullable()

export const callsInput = z.object({})
export const callsOutput = z.object({
  /** In the township's own order. */
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      phone: z.string(),
      /** A posts first, then B posts. */
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          post: z.string(),
          phone: z.string(),
          abPost: z.enum(['A', 'B']),
          /** 今天不在: in words, with nothing about why or where; empty when here or not said. */
          away: z.string(),
        }),
      ),
      matters: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          itemName: z.string(),
          receivedAt: z.string(),
          /** The papers are to be looked at by the end of this day. */
          lookBy: z.string(),
          called,
        }),
      ),
      /** 交办单 that nobody has signed for. */
      orders: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          task: z.string(),
          issuedAt: z.string(),
          dueOn: z.string(),
          called,
        }),
      ),
    }),
  ),
})

export const calledInput = z.object({ id: documentId, toName: personName, requestId })
export const calledOutput = stepOutput
