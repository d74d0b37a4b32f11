import * as z from 'zod'
import {
  contact,
  cursor,
  documentId,
  nextCursor,
  filledText,
  personName,
  requestId,
} from '../core/kernel/schemas'
import { isIdNumber } from '../../miniprogram/shared/identity'

const role = z.enum([
  'villager',
  'agent',
  'window',
  'cadre',
  'leader',
  'head',
  'supervisor',
  'admin',
])

const accountView = z.object({
  /** Tells accounts on one phone apart; says nothing about the person. */
  id: z.string(),
  roles: z.array(role),
  resident: z
    .object({
      name: z.string(),
      villageId: z.string(),
      contact: z.object({ by: z.string(), phone: z.string().nullable() }),
      idNumber: z.string().nullable(),
    })
    .nullable(),
  staff: z
    .object({
      id: z.string(),
      name: z.string(),
      post: z.string(),
      department: z.string().nullable(),
      departmentName: z.string().nullable(),
      villageId: z.string().nullable(),
      window: z.string().nullable(),
    })
    .nullable(),
})

/** The WeChat templates a page may ask permission for. */
const templates = z.array(z.object({ key: z.string(), id: z.string(), title: z.string() }))

export const meInput = z.object({})
export const meOutput = z.object({
  /** Null for somebody who has not registered name and village yet. */
  account: accountView.nullable(),
  templates,
})

export const bindResidentInput = z.object({
  name: personName,
  villageId: z.string().regex(/^[a-z0-9-]{1,10}$/, '请从列表里选您的村'),
  contact,
  idNumber: z
    .string()
    .transform((value) => value.trim().toUpperCase())
    .refine(isIdNumber, '身份证号不对，请照着身份证再看一遍')
    .optional(),
  consent: z.boolean().optional(),
  requestId,
})
export const bindResidentOutput = z.object({ account: accountView })

export const bindStaffInput = z.object({
  /** The eight digits that the administrator gave. */
  invitation: z
    .string()
    .transform((value) => value.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8}$/, '号是8个数字，照着管理员给的再看一遍')),
  requestId,
})
export const bindStaffOutput = z.object({ account: accountView })

export const permitsInput = z.object({
  /** What the person answered WeChat's dialog, by template id. */
  templates: z.record(z.string().max(80), z.enum(['accept', 'reject', 'ban', 'filter'])),
  requestId,
})
export const permitsOutput = z.object({
  /** How many more messages WeChat will take, as far as we know. */
  permits: z.array(z.object({ key: z.string(), id: z.string(), left: z.number() })),
})

export const inboxInput = z.object({
  cursor: cursor.optional(),
  /** Messages that were opened. */
  read: z.array(documentId).max(50).optional(),
})
export const inboxOutput = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      title: z.string(),
      text: z.string(),
      target: z.string(),
      read: z.boolean(),
    }),
  ),
  next: nextCursor,
})

const villageId = z.string().regex(/^[a-z0-9-]{1,10}$/, '请从列表里选村')

export const familyInput = z.object({
  add: z.object({ name: personName, relation: filledText(10), villageId }).optional(),
  remove: documentId.optional(),
  requestId: requestId.optional(),
})
export const familyOutput = z.object({
  family: z.array(
    z.object({ id: z.string(), name: z.string(), relation: z.string(), villageId: z.string() }),
  ),
})
