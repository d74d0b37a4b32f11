/** 放假安排: a year of holidays and make-up workdays, as published and as the township adds to it. */
import * as z from 'zod'
import { date, filledText, requestId } from '../../core/kernel/schemas'

const year = z.int().min(2025).max(2099)

const day = z.object({
  date,
  /** True: 放假. False: 调休上班. */
  off: z.boolean(),
  name: filledText(20),
})

const view = z.object({
  year: z.number(),
  /** Days on which the week does not tell, in order; `added` by the township. */
  days: z.array(day.extend({ date: z.string(), name: z.string(), added: z.boolean() })),
  /** The State Council's arrangement of this year is in, with the program or by the township. */
  verified: z.boolean(),
  verifiedUntil: z.string(),
  /** Open matters are being reckoned again; done within a quarter of an hour. */
  reckoning: z.boolean(),
  /** Who changed what, newest first. */
  history: z.array(z.object({ at: z.string(), byName: z.string(), text: z.string() })),
  version: z.number(),
})

export const calendarInput = z.object({ year })
export const calendarOutput = z.object({ calendar: view })

export const setCalendarInput = z.object({
  year,
  /** All that the township adds in this year; replaces what it added before. */
  days: z.array(day).max(120),
  /** This is the State Council's whole arrangement of the year: dates are not provisional any more. */
  complete: z.boolean(),
  /** As last seen; a change in between is a CONFLICT. */
  version: z.int().min(0),
  requestId,
})
export const setCalendarOutput = z.object({ calendar: view })

/** The same as what would be entered; nothing is stored. */
export const previewCalendarInput = setCalendarInput.omit({ version: true, requestId: true })
export const previewCalendarOutput = z.object({
  /** Open matters that get another date by it. */
  moved: z.number(),
  /** How many get more time than now, of those. */
  later: z.number(),
})
