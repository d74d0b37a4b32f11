/** 制度、文明用语、文书样式、问答: their words and their history. */
import * as z from 'zod'
import { filledText, itemCode, requestId } from '../../core/kernel/schemas'

const version = z.object({
  at: z.string(),
  byName: z.string(),
  title: z.string(),
  text: z.string(),
})

const kind = z.enum(['rule', 'wording', 'template', 'faq'])
const itemCodes = z.array(itemCode).max(20)
const keywords = z.array(filledText(20)).max(20)

const content = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  text: z.string(),
  sample: z.boolean(),
  retired: z.boolean(),
  /** Codes of the items that an answer is about, and words that find it. */
  items: z.array(z.string()),
  keywords: z.array(z.string()),
  /** Goes back with a change: whoever comes second is told. */
  version: z.number(),
})

export const textsInput = z.object({ kind })
/** Also those that are no longer shown to the public. */
export const textsOutput = z.object({
  texts: z.array(content.pick({ id: true, title: true, sample: true, retired: true })),
})

export const editTextInput = z.object({
  /** Left out for a new one. */
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  kind,
  title: filledText(60),
  text: filledText(3000),
  /** 示例 until the township has confirmed it. */
  sample: z.boolean(),
  /** No longer shown to the public; its history stays. */
  retired: z.boolean().optional(),
  /** Left out, they stay as they are. */
  items: itemCodes.optional(),
  keywords: keywords.optional(),
  /** Of the text that was looked at; left out, the change is made on whatever is there. */
  version: z.int().min(0).optional(),
  requestId,
})
export const editTextOutput = z.object({ text: content.extend({ versions: z.number() }) })

export const textHistoryInput = z.object({ id: z.string().max(80) })
export const textHistoryOutput = z.object({ text: content, versions: z.array(version) })
