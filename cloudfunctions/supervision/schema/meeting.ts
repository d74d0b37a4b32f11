/** 周调度会, as it goes over the wire. */
import * as z from 'zod'
import { AGENDA_TOPIC_KEYS } from '../../core/domain/agenda'
import { date, filledText, requestId } from '../../core/kernel/schemas'

const meeting = z.object({
  /** The Monday of its week. */
  week: z.string(),
  state: z.enum(['drafted', 'held']),
  agenda: z.array(
    z.object({
      topic: z.enum(AGENDA_TOPIC_KEYS),
      title: z.string(),
      /** All of them; the list may be cut. */
      count: z.number(),
      entries: z.array(
        z.object({
          kind: z.enum(['case', 'order', 'rectification']),
          id: z.string(),
          number: z.string(),
          name: z.string(),
          unitName: z.string(),
          note: z.string(),
        }),
      ),
    }),
  ),
  minutes: z.string(),
  decisions: z.array(
    z.object({
      orderId: z.string(),
      number: z.string(),
      unitName: z.string(),
      task: z.string(),
      dueOn: z.string(),
      statusText: z.string(),
    }),
  ),
  heldAt: z.string().nullable(),
  heldBy: z.string().nullable(),
})

/** Without a week: the latest. */
export const agendaInput = z.object({ week: date.optional() })
export const agendaOutput = z.object({
  /** Null before the first Monday. */
  meeting: meeting.nullable(),
  /** Units to which a decision can go, in fixed order. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Weeks that can be looked at, the latest first. */
  weeks: z.array(z.string()),
})

export const meetingInput = z.object({
  week: date,
  minutes: filledText(3000),
  decisions: z
    .array(z.object({ unit: z.string().min(1).max(20), task: filledText(500), dueOn: date }))
    .max(10, '一次最多定10件，再多就分开开会'),
  requestId,
})
export const meetingOutput = z.object({ meeting })
