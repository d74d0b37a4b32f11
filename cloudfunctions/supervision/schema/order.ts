/** 交办单, as it goes over the wire. */
import * as z from 'zod'
import {
  cursor,
  date,
  documentId,
  filledText,
  nextCursor,
  personName,
  requestId,
  text,
} from '../../core/kernel/schemas'

const state = z.enum(['issued', 'signed', 'answered', 'returned', 'closed', 'fed_back'])
const kind = z.enum(['assign', 'supervise'])
const origins = ['issue', 'case', 'meeting', 'rating'] as const
const originKind = z.enum(['direct', ...origins])
const stepName = z.enum([
  'signForOrder',
  'answerOrder',
  'returnOrder',
  'signOff',
  'feedBack',
  'urgeOrder',
  'calledOrder',
  'remindOrder',
  'reportOverdue',
])

const listed = z.object({
  id: z.string(),
  number: z.string(),
  kind,
  origin: originKind,
  unit: z.string(),
  unitName: z.string(),
  task: z.string(),
  status: state,
  statusText: z.string(),
  issuedOn: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
})

const order = listed.extend({
  issuedBy: z.string(),
  holder: z.object({ name: z.string(), post: z.string(), phone: z.string() }).nullable(),
  answer: z.object({ text: z.string(), byName: z.string(), at: z.string() }).nullable(),
  feedback: z.string().nullable(),
  allowed: z.array(stepName),
  events: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      action: stepName.or(z.literal('order')),
      title: z.string(),
      text: z.string(),
    }),
  ),
})

/** What every step answers: the order as it stands now. */
const orderOutput_ = z.object({ order })

export const orderInput = z.object({
  kind: kind.optional(),
  /** The matter behind it; nothing when it is handed out face to face. */
  origin: z.object({ kind: z.enum(origins), id: documentId }).optional(),
  unit: z.string().min(1).max(20),
  task: filledText(500),
  dueOn: date,
  requestId,
})
export const orderOutput = orderOutput_

export const ordersInput = z.object({
  /** Those that are fed back, in place of the open ones. */
  done: z.boolean().optional(),
  cursor: cursor.optional(),
})
export const ordersOutput = z.object({ orders: z.array(listed), next: nextCursor })

export const orderDetailInput = z.object({ id: documentId })
export const orderDetailOutput = orderOutput_

export const signForOrderInput = z.object({ id: documentId, requestId })
export const signForOrderOutput = orderOutput_

/** Texts may be empty here: what says nothing is bounced back by the flow, with its reason. */
export const answerOrderInput = z.object({ id: documentId, text: text(1000), requestId })
export const answerOrderOutput = orderOutput_

export const returnOrderInput = z.object({
  id: documentId,
  text: text(300),
  /** A new day, when the old one cannot be kept. */
  dueOn: date.optional(),
  requestId,
})
export const returnOrderOutput = orderOutput_

export const signOffInput = z.object({ id: documentId, requestId })
export const signOffOutput = orderOutput_

export const feedBackInput = z.object({ id: documentId, text: text(500), requestId })
export const feedBackOutput = orderOutput_

/** Whom the leader called about an order that nobody signed for. */
export const calledOrderInput = z.object({ id: documentId, toName: personName, requestId })
export const calledOrderOutput = orderOutput_

export const urgeOrderInput = z.object({ id: documentId, requestId })
export const urgeOrderOutput = orderOutput_
