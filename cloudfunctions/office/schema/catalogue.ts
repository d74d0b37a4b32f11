/** 目录的编辑: what the administrator's actions take and give. */
import * as z from 'zod'
import { itemContent, itemDraft } from '../../core/kernel/item-schema'
import { date, filledText, itemCode, requestId } from '../../core/kernel/schemas'

const state = z.enum(['draft', 'public', 'retired'])
const change = z.object({ label: z.string(), before: z.string(), after: z.string() })
const replacement = z.object({ code: z.string(), name: z.string() }).nullable()

const record = z.object({
  code: z.string(),
  /** Goes back with a change: whoever comes second is told. */
  version: z.number(),
  state,
  /** What is in force today; null while it never was. */
  item: itemContent.nullable(),
  draft: itemDraft.nullable(),
  /** The latest edition with the draft over it: what would be made public. */
  writing: itemDraft,
  /** The same as a person reads it, field by field; empty texts are not written yet. */
  told: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  /** What the draft changes. */
  changes: z.array(change),
  /** Which of the seven things that must be open are still empty. */
  missing: z.array(z.string()),
  editions: z.array(
    z.object({
      n: z.number(),
      from: z.string().nullable(),
      inForce: z.boolean(),
      at: z.date().nullable(),
      byName: z.string(),
      note: z.string(),
      changes: z.array(change),
      retired: z.object({ reason: z.string(), replacedBy: replacement }).nullable(),
    }),
  ),
  /** The last twenty steps, newest first. */
  steps: z.array(z.object({ at: z.date(), byName: z.string(), text: z.string() })),
})

export const catalogueInput = z.object({})
export const catalogueOutput = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      category: z.string(),
      department: z.string(),
      state,
      hasDraft: z.boolean(),
      editions: z.number(),
    }),
  ),
})

export const itemHistoryInput = z.object({ code: itemCode })
export const itemHistoryOutput = z.object({ record })

export const saveItemInput = z.object({
  code: itemCode,
  /** True to begin a matter that is not in the catalogue yet. */
  isNew: z.boolean().optional(),
  /** Of the record that was looked at; left out, the change is made on whatever is there. */
  version: z.int().min(0).optional(),
  change: itemDraft,
  requestId,
})
export const saveItemOutput = z.object({ record })

export const publishItemInput = z.object({
  code: itemCode,
  /** 从哪天起用; today when left out. */
  from: date.optional(),
  /** Why it was changed. */
  note: filledText(200),
  requestId,
})
export const publishItemOutput = z.object({ record })

export const retireItemInput = z.object({
  code: itemCode,
  from: date.optional(),
  reason: filledText(200),
  replacedBy: itemCode.optional(),
  requestId,
})
export const retireItemOutput = z.object({ record })
