/** 每月通报, as it goes over the wire. */
import * as z from 'zod'
import { FIGURE_KEYS } from '../../core/domain/bulletin/figures'
import type { FigureKey } from '../../core/domain/bulletin/figures'
import { SECTION_KEYS } from '../../core/domain/bulletin/text'
import { filledText, requestId } from '../../core/kernel/schemas'

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '要写成 2026-11 这样')

const figureKey = z.enum(FIGURE_KEYS as [FigureKey, ...FigureKey[]])
const share = z.number().nullable()

/** One department, one village or all together. */
const bulletinRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Only what is not zero; levels of rating are left out where too few rated. */
  figures: z.partialRecord(figureKey, z.number()),
  rates: z.object({
    onTime: share,
    handleDays: share,
    commitDays: share,
    totalDays: share,
    few: z.boolean(),
  }),
  /** 好差评五项; null where so few rated that a single one could be recognised. */
  ratings: z
    .object({
      rated: z.number(),
      bad: z.number(),
      ratedShare: share,
      goodShare: share,
      badShare: share,
      contactedShare: share,
      rectifiedShare: share,
      few: z.boolean(),
    })
    .nullable(),
})

const sectionKey = z.enum(SECTION_KEYS)

const bulletinView = z.object({
  month: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  sections: z.array(z.object({ key: sectionKey, title: z.string(), text: z.string() })),
  total: bulletinRow,
  departments: z.array(bulletinRow),
  villages: z.array(bulletinRow),
  note: z.string(),
  addenda: z.array(z.object({ at: z.string(), byName: z.string(), text: z.string() })),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  hash: z.string().nullable(),
  allowed: z.array(z.enum(['edit', 'publish', 'correct'])),
})

const bulletinAnswer = z.object({ bulletin: bulletinView })

export const bulletinsInput = z.object({})
export const bulletinsOutput = z.object({
  bulletins: z.array(
    z.object({ month: z.string(), title: z.string(), state: z.enum(['draft', 'published']) }),
  ),
})

export const bulletinInput = z.object({ month })
export const bulletinOutput = bulletinAnswer

export const editBulletinInput = z.object({
  month,
  /** Only the sections that change. */
  sections: z
    .partialRecord(sectionKey, filledText(2000))
    .refine((some) => Object.keys(some).length > 0, '没有改什么'),
  requestId,
})
export const editBulletinOutput = bulletinAnswer

export const publishBulletinInput = z.object({ month, requestId })
export const publishBulletinOutput = bulletinAnswer

export const correctBulletinInput = z.object({ month, text: filledText(1000), requestId })
export const correctBulletinOutput = bulletinAnswer

export const bulletinFileInput = z.object({ month })
export const bulletinFileOutput = z.object({ url: z.string(), name: z.string() })
