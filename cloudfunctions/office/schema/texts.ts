/** 制度、文明用语、文书样式、问答: their words and their history. */
import * as z from 'zod'
import { filledText, requestId } from '../../core/kernel/schemas'

const version = z.object({
  at: z.string(),
  byName: z.string(),
  title: z.string(),
  text: z.string(),
})

export const editTextInput = z.object({
  /** Left out for a new one. */
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  kind: z.enum(['rule', 'wording', 'template', 'faq']),
  title: filledText(60),
  text: filledText(3000),
  /** 示例 until the township has confirmed it. */
  sample: z.boolean(),
  /** No longer shown to the public; its history stays. */
  retired: z.boolean().optional(),
  requestId,
})
export const editTextOutput = z.object({
  text: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    sample: z.boolean(),
    retired: z.boolean(),
    versions: z.number(),
  }),
})

export const textHistoryInput = z.object({ id: z.string().max(40) })
export const textHistoryOutput = z.object({ versions: z.array(version) })
