/** Pieces of schema that several functions share. */
import * as z from 'zod'
import { isBusinessDate } from '../../../miniprogram/shared/dates'
import { parsePhone } from '../../../miniprogram/shared/identity'

/** Chosen by the page, one per thing the person wants; a repeat carries the same. */
export const requestId = z.string().min(1).max(64)

export const documentId = z.string().min(1).max(80)

export const date = z
  .string()
  .max(10)
  .refine(isBusinessDate, '不是一个日子，要写成 2026-12-01 这样')

/** Somebody at the window: their entry of a day at a place. */
export const visitorRef = z.object({ venueId: z.string().min(1).max(20), date, id: documentId })

/** Control, format (zero width, direction) and separator characters that nobody sees. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A tag of a web page; `3<5` and `<王主任>` are none. */
const MARKUP = /<\s*[/!?]?\s*[a-z][^<>]*>|<\s*script/i

/**
 * Text that people read: trimmed, without control and invisible characters, and without markup, so
 * that nobody who shows it later can be fooled by it.
 */
export const text = (max: number) =>
  z
    .string()
    .max(max * 2, `太多了，最多${String(max)}个字`)
    .transform((value) => value.replace(INVISIBLE, '').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((value) => !MARKUP.test(value), '里面有网页代码，请用平常的话写'),
    )

export const filledText = (max: number) => text(max).pipe(z.string().min(1))

/** A person's name: one character to the long names of minorities and foreigners. */
export const personName = filledText(30)

export const itemCode = z.string().regex(/^[A-Z]{2,4}-\d{2,3}$/, '没有这个编号的事项')

const PHOTO_FAILED = '照片没传好，请重新拍一张'

/** A photo that the page uploaded; no other file of the cloud can be handed in. */
export const photoFile = z
  .string()
  .max(300)
  .regex(/^cloud:\/\/[^/]+\/papers\/[\w.-]+\.(jpe?g|png|webp|heic)$/i, PHOTO_FAILED)

/** How to reach the person: no phone is needed for any matter. */
export const contact = z
  .object({
    by: z.enum(['phone', 'relative', 'agent', 'paper']),
    phone: z
      .string()
      .max(30)
      .transform((value, context) => {
        const phone = parsePhone(value)
        if (phone === null) {
          context.addIssue({ code: 'custom', message: '电话号码不对，手机是11位，座机要带区号' })
          return z.NEVER
        }
        return phone
      })
      .optional(),
  })
  .refine((value) => value.by !== 'phone' || value.phone !== undefined, {
    path: ['phone'],
    message: '选了打电话联系，就要写电话号码',
  })

export type ContactInput = z.infer<typeof contact>

/** Where a list goes on: opaque to the page. */
export const cursor = z.string().max(200)

export const nextCursor = z.string().nullable()
