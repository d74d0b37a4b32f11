/** 接待咨询, as it goes over the wire. */
import * as z from 'zod'
import { documentId, filledText, requestId, text, visitorRef } from '../../core/kernel/schemas'

const state = z.enum(['answered', 'guided', 'pending', 'called_back'])
const way = z.enum(['window', 'phone', 'visit'])

const listed = z.object({
  id: z.string(),
  at: z.string(),
  topic: z.string(),
  way,
  status: state,
  statusText: z.string(),
  callBack: z.string().nullable(),
  allowed: z.array(z.enum(['callBack', 'remindCallBack'])),
})

export const consultationInput = z
  .object({
    /** Category of the catalogue; that of their first matter when left out for a visitor. */
    topic: z
      .string()
      .regex(/^[a-z0-9-]{1,20}$/, '请从列表里选')
      .optional(),
    /** 接着号票: who at the window asked. */
    visitor: visitorRef.optional(),
    outcome: z.enum(['answered', 'guided', 'pending']),
    way: way.optional(),
    villageId: z.string().max(10).optional(),
    /** Whom to call back and about what; only when it is pending. */
    callBack: filledText(200).optional(),
    requestId,
  })
  .refine(({ outcome, callBack }) => outcome !== 'pending' || callBack !== undefined, {
    path: ['callBack'],
    message: '要回话的，写上打给谁、说什么',
  })
  .refine(({ topic, visitor }) => topic !== undefined || visitor !== undefined, {
    path: ['topic'],
    message: '请从列表里选',
  })
export const consultationOutput = z.object({ consultation: listed })

export const consultationsInput = z.object({})
export const consultationsOutput = z.object({
  /** Today's of the caller. */
  today: z.number(),
  month: z.number(),
  /** Those that wait for a call back, the oldest first. */
  pending: z.array(listed),
})

export const callBackInput = z.object({ id: documentId, text: text(500), requestId })
export const callBackOutput = z.object({ consultation: listed })
