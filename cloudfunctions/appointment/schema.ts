import * as z from 'zod'
import {
  contact,
  cursor,
  date,
  documentId,
  filledText,
  itemCode,
  nextCursor,
  personName,
  requestId,
  text,
} from '../core/kernel/schemas'

const slotId = z.string().min(1).max(80)

const slotView = z.object({
  id: z.string(),
  venueId: z.string(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  capacity: z.number(),
  remaining: z.number(),
  /** `full` and `closed` cannot be booked; `closed` also when the time has come. */
  state: z.enum(['open', 'full', 'closed']),
})

const place = z.object({ name: z.string(), address: z.string(), phone: z.string() })

const appointmentView = z.object({
  id: z.string(),
  /** The number to say on the phone and at the window. */
  ticket: z.string(),
  status: z.enum(['booked', 'cancelled', 'past']),
  slot: slotView,
  place,
  name: z.string(),
  items: z.array(z.object({ code: z.string(), name: z.string() })),
  note: z.string(),
  bookedAt: z.string(),
  /** What the caller may do now. */
  allowed: z.array(z.enum(['cancel'])),
})
export type AppointmentView = z.infer<typeof appointmentView>

export const slotsInput = z.object({ venueId: z.string().min(1).max(20), from: date, to: date })
export const slotsOutput = z.object({ slots: z.array(slotView) })

export const bookInput = z.object({
  slotId,
  codes: z.array(itemCode).min(1).max(5),
  requestId,
  /** Somebody else: family, or a villager without a phone, booked by the agent. */
  for: z
    .object({
      name: personName,
      villageId: z.string().max(10).optional(),
      contact: contact.optional(),
    })
    .optional(),
  /** For a home visit: where to. */
  place: filledText(60).optional(),
  note: text(200).optional(),
})
export const bookOutput = z.object({ appointment: appointmentView })

export const mineInput = z.object({ cursor: cursor.optional() })
export const mineOutput = z.object({ appointments: z.array(appointmentView), next: nextCursor })

export const detailInput = z.object({ id: documentId })
export const detailOutput = z.object({ appointment: appointmentView })

export const cancelInput = z.object({ id: documentId, reason: text(100).optional(), requestId })
export const cancelOutput = z.object({ appointment: appointmentView })

export const dayInput = z.object({ venueId: z.string().min(1).max(20), date })
export const dayOutput = z.object({
  visitors: z.array(
    z.object({
      id: z.string(),
      ticket: z.string(),
      start: z.string(),
      end: z.string(),
      name: z.string(),
      items: z.array(z.object({ code: z.string(), name: z.string() })),
      note: z.string(),
      contact: z.object({ by: z.string(), phone: z.string().nullable() }).nullable(),
    }),
  ),
  /** Seats still free that day. */
  free: z.number(),
})
