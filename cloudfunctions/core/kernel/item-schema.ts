/** What a matter of the catalogue must be, for the township's files and for edits alike. */
import * as z from 'zod'
import { itemCode, text } from './schemas'

const filled = text(600).refine((value) => value !== '', '不能空着')
const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+$/, '只能用小写字母、数字和横杠')
const list = z.array(filled).max(40)

export const phoneNumber = z.string().regex(/^[\d -]{7,20}$/, '电话只能有数字、空格和横杠')

const material = z.object({
  key: id,
  name: filled,
  form: z.enum(['original', 'copy', 'original+copy', 'form', 'photo', 'electronic']),
  count: z.int().min(1).max(20),
  required: z.boolean(),
  source: z.enum(['self', 'issued', 'village']),
  note: text(600).nullable(),
})

export const itemFields = {
  code: itemCode,
  name: filled,
  aliases: list,
  keywords: list,
  category: id,
  department: id,
  level: z.enum(['village', 'township', 'county']),
  mode: z.enum(['direct', 'proxy', 'joint', 'booking', 'consultation']),
  instant: z.boolean(),
  commitDays: z.int().min(0).max(90),
  legalDays: z.int().min(1).max(999).nullable(),
  legalBasis: text(600).nullable(),
  audience: filled,
  conditions: list,
  materials: z.array(material).max(40),
  steps: z
    .array(z.object({ name: filled, by: filled, days: z.int().min(0).max(999).nullable() }))
    .min(1, '至少要有一步')
    .max(40),
  branches: z.array(id).max(8).optional(),
  branchTasks: z
    .array(z.object({ department: id, task: filled }))
    .max(8)
    .optional(),
  inPerson: z.boolean(),
  visits: z.int().min(0).max(9),
  fee: z.object({ charged: z.boolean(), text: filled }),
  result: filled,
  tips: list,
} as const

const people = z.array(z.object({ name: filled, post: filled, phone: phoneNumber })).max(20)

/** A matter with everything that is public about it. */
export const itemContent = z.object({ ...itemFields, people })

/** What somebody is writing: any part of it, each part right. */
export const itemDraft = itemContent.omit({ code: true }).partial()
