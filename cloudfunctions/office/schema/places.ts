/** 地方: checks of the rooms, the public board, address and windows. */
import * as z from 'zod'
import {
  cursor,
  date,
  documentId,
  filledText,
  nextCursor,
  photoFile,
  requestId,
  text,
} from '../../core/kernel/schemas'

const placeId = z.string().regex(/^[a-z0-9-]{1,20}$/, '请从列表里选地方')

const haves = z.strictObject({
  place: z.boolean(),
  sign: z.boolean(),
  rules: z.boolean(),
  ledger: z.boolean(),
  telephone: z.boolean(),
  computer: z.boolean(),
  noticeBoard: z.boolean(),
  agent: z.boolean(),
})

const checkView = z.object({
  id: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  on: z.string(),
  inspector: z.string(),
  state: z.enum(['fine', 'fixing', 'fixed', 'closed']),
  stateText: z.string(),
  /** What was not there, in words. */
  missing: z.array(z.string()),
  note: z.string(),
  fixBy: z.string().nullable(),
  fixed: z.string().nullable(),
  hasPhoto: z.boolean(),
  allowed: z.array(z.enum(['fixVenue', 'passVenue', 'returnVenue', 'remind', 'reckon'])),
})

export const venueCheckInput = z.object({
  placeId,
  haves,
  note: text(200).optional(),
  fileId: photoFile.optional(),
  /** Until when it is put right; ten working days when left out. */
  fixBy: date.optional(),
  requestId,
})
export const venueCheckOutput = z.object({ check: checkView })

export const venueChecksInput = z.object({
  /** One place, or what is not closed yet; the latest of all places when both are left out. */
  placeId: placeId.optional(),
  state: z.enum(['fixing', 'fixed']).optional(),
  cursor: cursor.optional(),
})
export const venueChecksOutput = z.object({ checks: z.array(checkView), next: nextCursor })

export const fixVenueInput = z.object({
  id: documentId,
  text: filledText(200),
  fileId: photoFile.optional(),
  requestId,
})
export const fixVenueOutput = venueCheckOutput

export const reviewVenueInput = z.object({
  id: documentId,
  pass: z.boolean(),
  text: text(200).optional(),
  requestId,
})
export const reviewVenueOutput = venueCheckOutput

export const venuePhotoInput = z.object({ id: documentId })
export const venuePhotoOutput = z.object({ url: z.string().nullable() })

/** Of the place that was looked at; left out, the change is made on whatever is there. */
const version = z.int().min(0).optional()
const windows = z.array(z.object({ name: z.string(), units: z.array(z.string()) }))

export const placeHistoryInput = z.object({ placeId })
export const placeHistoryOutput = z.object({
  place: z.object({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    hours: z.string(),
    location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    sample: z.boolean(),
    windows,
    version: z.number(),
  }),
  /** The last twenty, newest first. */
  changes: z.array(z.object({ at: z.date(), byName: z.string(), text: z.string() })),
})

export const editPlaceInput = z.object({
  placeId,
  address: filledText(60),
  phone: z.string().regex(/^[\d -]{7,20}$/, '电话只能有数字、空格和横杠'),
  hours: filledText(80),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  /** 示例 until the township says that it is right. */
  sample: z.boolean(),
  version,
  requestId,
})
export const editPlaceOutput = placeHistoryOutput

export const editWindowsInput = z.object({
  windows: z
    .array(z.object({ name: filledText(20), units: z.array(z.string().max(20)).max(40) }))
    .min(1)
    .max(30),
  version,
  requestId,
})
export const editWindowsOutput = placeHistoryOutput

const announcementView = z.object({
  id: z.string(),
  placeId: z.string(),
  title: z.string(),
  text: z.string(),
  at: z.string(),
  until: z.string(),
})

export const announcementsInput = z.object({ placeId, cursor: cursor.optional() })
/** All that ever hung there, newest first. */
export const announcementsOutput = z.object({
  announcements: z.array(
    announcementView.extend({
      byName: z.string(),
      state: z.enum(['hanging', 'over', 'withdrawn']),
    }),
  ),
  next: nextCursor,
})

export const postAnnouncementInput = z.object({
  placeId,
  title: filledText(40),
  text: filledText(1000),
  until: date,
  requestId,
})
export const postAnnouncementOutput = z.object({ announcement: announcementView })

export const withdrawAnnouncementInput = z.object({ id: documentId, requestId })
export const withdrawAnnouncementOutput = z.object({ withdrawn: z.boolean() })
