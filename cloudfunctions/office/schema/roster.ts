/** 值班表, 换班, 交班记录; 培训. */
import * as z from 'zod'
import { date, documentId, filledText, requestId, text } from '../../core/kernel/schemas'

const staffId = z.string().min(1).max(40)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间要写成 14:00 这样')
const kind = z.enum(['leader', 'duty', 'hall', 'thursday', 'reception'])

const duty = z.object({
  id: z.string(),
  kind,
  what: z.string(),
  date: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  start: z.string(),
  end: z.string(),
  staff: z.object({ staffId: z.string(), name: z.string(), post: z.string(), phone: z.string() }),
  swapWith: z.string().nullable(),
  note: z.string(),
  mine: z.boolean(),
  allowed: z.array(z.enum(['swapDuty', 'agreeSwap', 'declineSwap', 'dutyNote', 'changeDuty'])),
})

export const rosterInput = z.object({ from: date, to: date })
export const rosterOutput = z.object({ duties: z.array(duty) })

export const setDutyInput = z.object({
  date,
  kind,
  /** `hall`, `station` or a village. */
  placeId: z.string().regex(/^[a-z0-9-]{1,20}$/, '请从列表里选地方'),
  staffId,
  start: time.optional(),
  end: time.optional(),
  requestId,
})
export const setDutyOutput = z.object({ duty })

export const swapDutyInput = z.object({
  id: documentId,
  toStaffId: staffId,
  reason: text(100).optional(),
  requestId,
})
export const swapDutyOutput = setDutyOutput

export const answerSwapInput = z.object({ id: documentId, agree: z.boolean(), requestId })
export const answerSwapOutput = setDutyOutput

export const dutyNoteInput = z.object({ id: documentId, text: filledText(500), requestId })
export const dutyNoteOutput = setDutyOutput

const training = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  start: z.string(),
  place: z.string(),
  attended: z.number(),
  /** Departments that were asked and sent nobody, in fixed order. */
  absent: z.array(z.string()),
  signed: z.boolean(),
  canSign: z.boolean(),
})

export const trainingInput = z.object({
  title: filledText(60),
  date,
  start: time,
  place: filledText(40),
  /** Departments asked to come; all of them when left out. */
  units: z.array(z.string().max(20)).max(60).optional(),
  requestId,
})
export const trainingOutput = z.object({ training })

export const trainingsInput = z.object({})
/** The last fifty. */
export const trainingsOutput = z.object({ trainings: z.array(training) })

export const attendInput = z.object({ id: documentId, requestId })
export const attendOutput = trainingOutput
