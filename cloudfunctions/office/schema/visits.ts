/** 走访: what a villager agrees to have written down; the route of a Thursday. */
import * as z from 'zod'
import { cursor, date, documentId, nextCursor, requestId, text } from '../../core/kernel/schemas'

const villageId = z.string().regex(/^[a-z0-9-]{1,10}$/, '请从列表里选村')

const visit = z.object({
  id: z.string(),
  on: z.string(),
  villageId: z.string(),
  villageName: z.string(),
  byName: z.string(),
  /** Null without consent, and once the time of keeping is over. */
  name: z.string().nullable(),
  text: z.string().nullable(),
  opinion: z.boolean(),
  issueId: z.string().nullable(),
})

export const visitInput = z.object({
  villageId,
  on: date,
  /** 同意记下来. Without it only the village and the day are kept. */
  consent: z.boolean(),
  name: text(30).optional(),
  text: text(500).optional(),
  /** It is an opinion that somebody has to answer. */
  opinion: z.boolean(),
  requestId,
})
export const visitOutput = z.object({ visit })

export const visitsInput = z.object({ cursor: cursor.optional() })
export const visitsOutput = z.object({ visits: z.array(visit), next: nextCursor })

export const visitIssueInput = z.object({ id: documentId, issueId: documentId, requestId })
export const visitIssueOutput = visitOutput

export const routeInput = z.object({
  /** The caller's next day in a village when left out. */
  date: date.optional(),
})
export const routeOutput = z.object({
  /** Null when the caller goes nowhere in the weeks ahead. */
  date: z.string().nullable(),
  /** The holiday Thursday in whose place this day is served. */
  movedFrom: z.string().nullable(),
  stops: z.array(
    z.object({
      placeId: z.string(),
      name: z.string(),
      address: z.string(),
      phone: z.string(),
      location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
      agent: z.object({ name: z.string(), phone: z.string() }).nullable(),
      start: z.string(),
      end: z.string(),
      /** People with a number that day, in the room or at home. */
      booked: z.number(),
      /** Those who asked for a visit at home, with where; and those who wrote something for us. */
      asked: z.array(
        z.object({
          id: z.string(),
          start: z.string(),
          name: z.string(),
          home: z.boolean(),
          note: z.string(),
          /** Whether the caller can dial: `later` from the evening before on. */
          phone: z.enum(['none', 'later', 'now', 'over']),
        }),
      ),
    }),
  ),
})

/** The seat of a home visit. */
export const dialVisitInput = z.object({ id: documentId, requestId })
export const dialVisitOutput = z.object({ phone: z.string() })
