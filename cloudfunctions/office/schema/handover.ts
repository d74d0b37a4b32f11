/** 交接: leave, substitute, windows at which nobody is left. */
import * as z from 'zod'
import {
  cursor,
  date,
  documentId,
  filledText,
  nextCursor,
  requestId,
  text,
} from '../../core/kernel/schemas'

const staffId = z.string().min(1).max(40)

const view = z.object({
  id: z.string(),
  kind: z.enum(['leave', 'emergency']),
  state: z.enum(['asked', 'named', 'accepted', 'declined', 'ended']),
  stateText: z.string(),
  from: z.object({ name: z.string(), post: z.string(), phone: z.string() }),
  to: z.object({ name: z.string(), post: z.string(), phone: z.string() }),
  start: z.string(),
  until: z.string(),
  note: z.string(),
  allowed: z.array(z.enum(['accept', 'decline', 'fill', 'end'])),
  events: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
})

export const handoverInput = z.object({
  /** Who takes over. */
  toStaffId: staffId,
  start: date,
  until: date,
  /** What there is to know; numbers of matters, no names of villagers. */
  note: filledText(500),
  requestId,
})
export const handoverOutput = z.object({ handover: view })

export const nameSubstituteInput = z.object({
  /** Who cannot come. */
  staffId,
  toStaffId: staffId,
  until: date,
  requestId,
})
export const nameSubstituteOutput = handoverOutput

export const answerHandoverInput = z.object({
  id: documentId,
  agree: z.boolean(),
  text: text(200).optional(),
  requestId,
})
export const answerHandoverOutput = handoverOutput

export const fillHandoverInput = z.object({ id: documentId, text: filledText(500), requestId })
export const fillHandoverOutput = handoverOutput

export const endHandoverInput = z.object({ id: documentId, requestId })
export const endHandoverOutput = handoverOutput

export const handoversInput = z.object({ cursor: cursor.optional() })
export const handoversOutput = z.object({ handovers: z.array(view), next: nextCursor })

const gap = z.object({
  id: z.string(),
  window: z.string(),
  at: z.string(),
  left: z.string(),
  state: z.enum(['open', 'covered']),
  coveredBy: z.string(),
})

export const gapsInput = z.object({ cursor: cursor.optional() })
export const gapsOutput = z.object({ gaps: z.array(gap), next: nextCursor })

export const coverWindowInput = z.object({ id: documentId, staffId, requestId })
export const coverWindowOutput = z.object({ gap })
