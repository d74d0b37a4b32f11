/** 调解, as it goes over the wire. */
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
import { parsePhone } from '../../../miniprogram/shared/identity'
import { MOST_PARTIES } from '../../core/domain/flows/mediation'

const state = z.enum(['asking', 'talking', 'agreed', 'performed', 'ended'])
const kind = z.enum(['neighbour', 'land', 'family', 'debt', 'damage', 'other'])
const stepName = z.enum([
  'mediationConsent',
  'mediationNote',
  'mediationAgree',
  'mediationFail',
  'mediationPerform',
  'mediationConfirm',
  'remindConfirmation',
  'remindPerformance',
])

const listed = z.object({
  id: z.string(),
  number: z.string(),
  kind,
  kindText: z.string(),
  status: state,
  statusText: z.string(),
  openedOn: z.string(),
  /** Names of the parties, for the mediator alone; empty for everybody else. */
  title: z.string(),
})

const mediation = listed.extend({
  mediator: z.object({ name: z.string(), post: z.string(), phone: z.string() }),
  own: z.boolean(),
  summary: z.string(),
  parties: z.array(
    z.object({
      label: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      consent: z.enum(['asked', 'given', 'refused']),
    }),
  ),
  notes: z.array(z.object({ at: z.string(), text: z.string() })),
  agreement: z
    .object({
      form: z.enum(['written', 'oral']),
      text: z.string(),
      on: z.string(),
      performBy: z.string().nullable(),
      confirmBy: z.string(),
    })
    .nullable(),
  confirmedOn: z.string().nullable(),
  allowed: z.array(stepName),
  events: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      action: z.string(),
      title: z.string(),
      text: z.string(),
    }),
  ),
})

const output = z.object({ mediation })

const phone = z
  .string()
  .max(30)
  .transform((value, context) => {
    const parsed = parsePhone(value)
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', message: '电话号码不对，手机是11位，座机要带区号' })
    return z.NEVER
  })

export const mediationInput = z.object({
  kind,
  summary: filledText(500),
  parties: z
    .array(z.object({ name: personName, phone: phone.optional() }))
    .min(2, '至少要有两方')
    .max(MOST_PARTIES, `最多${String(MOST_PARTIES)}方`),
  requestId,
})
export const mediationOutput = output

export const mediationsInput = z.object({
  /** Those that are over, in place of the open ones. */
  done: z.boolean().optional(),
  cursor: cursor.optional(),
})
export const mediationsOutput = z.object({ mediations: z.array(listed), next: nextCursor })

export const mediationDetailInput = z.object({ id: documentId })
export const mediationDetailOutput = output

export const mediationConsentInput = z.object({
  id: documentId,
  party: z.string().min(1).max(4),
  given: z.boolean(),
  requestId,
})
export const mediationConsentOutput = output

export const mediationNoteInput = z.object({ id: documentId, text: text(1000), requestId })
export const mediationNoteOutput = output

export const mediationAgreeInput = z.object({
  id: documentId,
  form: z.enum(['written', 'oral']),
  text: text(1000),
  performBy: date.optional(),
  requestId,
})
export const mediationAgreeOutput = output

export const mediationFailInput = z.object({ id: documentId, text: text(500), requestId })
export const mediationFailOutput = output

export const mediationPerformInput = z.object({
  id: documentId,
  done: z.boolean(),
  text: text(500),
  requestId,
})
export const mediationPerformOutput = output

export const mediationConfirmInput = z.object({ id: documentId, requestId })
export const mediationConfirmOutput = output
