import * as z from 'zod'
import {
  contact,
  cursor,
  date,
  documentId,
  filledText,
  itemCode,
  nextCursor,
  personName,
  requestId,
  text,
} from '../core/kernel/schemas'
import { session, sessions, slotTemplate } from '../core/kernel/slot-template'

const venueId = z.string().min(1).max(20)
const slotId = z.string().min(1).max(80)

const slotView = z.object({
  id: z.string(),
  venueId: z.string(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  capacity: z.number(),
  remaining: z.number(),
  /** `full` and `closed` cannot be booked; `closed` also when the time has come. */
  state: z.enum(['open', 'full', 'closed']),
  /** Full, and one can join the waiting list. */
  canWait: z.boolean().optional(),
  /** Why it was closed. */
  reason: z.string().optional(),
  /** The holiday Thursday in whose place this day is served. */
  movedFrom: z.string().optional(),
})
export type SlotView = z.infer<typeof slotView>

const place = z.object({ name: z.string(), address: z.string(), phone: z.string() })

const appointmentView = z.object({
  id: z.string(),
  /** The number to say on the phone and at the window; empty while waiting for one. */
  ticket: z.string(),
  /** `waiting` has no number yet; `offered` has one that is kept until `offerUntil`. */
  status: z.enum(['booked', 'waiting', 'offered', 'moved', 'cancelled', 'past']),
  slot: slotView,
  place,
  name: z.string(),
  items: z.array(z.object({ code: z.string(), name: z.string() })),
  note: z.string(),
  bookedAt: z.string(),
  /** 上门 */
  home: z.boolean(),
  forOther: z.boolean(),
  offerUntil: z.string().nullable(),
  /** The appointment that took its place. */
  movedTo: z.string().nullable(),
  /** On the day, once they checked in; only in `detail`. */
  here: z
    .object({
      state: z.enum(['waiting', 'called', 'served', 'absent']),
      /** How many are called before. */
      ahead: z.number(),
      /** Where they were called to. */
      window: z.string(),
      /** Matters that were made of it. */
      numbers: z.array(z.string()),
    })
    .nullable()
    .optional(),
  /** What the caller may do now. */
  allowed: z.array(z.enum(['cancel', 'reschedule', 'answerOffer'])),
})
export type AppointmentView = z.infer<typeof appointmentView>

export const slotsInput = z.object({ venueId, from: date, to: date })
export const slotsOutput = z.object({
  slots: z.array(slotView),
  /** 上门: somebody comes to the house, at some time of the session. */
  homeVisits: z.array(slotView),
})

export const bookInput = z.object({
  slotId,
  codes: z.array(itemCode).min(1).max(5),
  requestId,
  /** Somebody else: a family member by id, or by name, booked for a villager without a phone. */
  for: z
    .object({
      memberId: documentId.optional(),
      name: personName.optional(),
      villageId: z.string().max(10).optional(),
      contact: contact.optional(),
    })
    .refine(({ memberId, name }) => memberId !== undefined || name !== undefined, {
      path: ['name'],
      message: '没有填',
    })
    .optional(),
  /** For a home visit: where to. */
  place: filledText(60).optional(),
  note: text(200).optional(),
})
export const bookOutput = z.object({ appointment: appointmentView })

export const mineInput = z.object({ cursor: cursor.optional() })
export const mineOutput = z.object({ appointments: z.array(appointmentView), next: nextCursor })

export const detailInput = z.object({ id: documentId })
export const detailOutput = z.object({ appointment: appointmentView })

export const cancelInput = z.object({ id: documentId, reason: text(100).optional(), requestId })
export const cancelOutput = z.object({ appointment: appointmentView })

export const rescheduleInput = z.object({ id: documentId, slotId, requestId })
export const rescheduleOutput = z.object({ appointment: appointmentView })

export const joinWaitlistInput = bookInput
export const joinWaitlistOutput = z.object({ appointment: appointmentView })

export const answerOfferInput = z.object({ id: documentId, accept: z.boolean(), requestId })
export const answerOfferOutput = z.object({ appointment: appointmentView })

/** Whom a change hits: told before it is made, and to them when it is. */
const hit = z.object({
  name: z.string(),
  venueName: z.string(),
  date: z.string(),
  start: z.string(),
  contact: z.object({ by: z.string(), phone: z.string().nullable() }).nullable(),
})

export const openSlotsInput = z.object({
  venueId,
  date,
  sessions: sessions.min(1),
  minutes: z.int().min(5).max(240),
  capacity: z.int().min(1).max(200),
  requestId,
})
export const openSlotsOutput = z.object({ slots: z.array(slotView) })

export const closeSlotsInput = z.object({
  venueId,
  date,
  /** Only slots that begin in this stretch; the whole day when left out. */
  session: session.optional(),
  reason: filledText(40),
  /** Only says whom it would hit. */
  dryRun: z.boolean().optional(),
  requestId,
})
export const closeSlotsOutput = z.object({ closed: z.number(), people: z.array(hit) })

const exception = z
  .object({
    id: z.string().min(1).max(40),
    date,
    venueId: venueId.nullable(),
    kind: z.enum(['closed', 'extra']),
    reason: filledText(40),
    sessions,
  })
  .readonly()

export const planInput = z.object({})
export const planOutput = z.object({
  templates: z.record(z.string(), slotTemplate),
  venues: z.array(
    z.object({ id: z.string(), name: z.string(), template: z.string(), also: z.array(z.string()) }),
  ),
  exceptions: z.array(exception),
  horizonDays: z.number(),
  version: z.number(),
})

const templateKey = z.string().regex(/^[a-z0-9-]{1,20}$/, '没有这个模板')

export const changePlanInput = z.object({
  /** Templates that change or are new, by key; the others stay. A new one is for some place. */
  templates: z
    .record(templateKey, slotTemplate)
    .refine((all) => Object.keys(all).length <= 10, '太多了')
    .optional(),
  /** Places that follow other templates from now on; the others stay. */
  venues: z
    .array(z.object({ id: venueId, template: templateKey, also: z.array(templateKey).max(3) }))
    .max(100)
    .optional(),
  /** All exceptions from now on. */
  exceptions: z.array(exception).max(200).optional(),
  horizonDays: z.int().min(7).max(60, '最多提前60天').optional(),
  /** The version that was looked at: nobody writes over what another changed meanwhile. */
  version: z.int(),
  dryRun: z.boolean().optional(),
  requestId,
})
export const changePlanOutput = z.object({
  /** How many times of day appear and disappear. */
  added: z.number(),
  removed: z.number(),
  /** Days on which somebody booked already: their times and numbers stay as they were. */
  keptDays: z.number(),
  people: z.array(hit),
  version: z.number(),
})

const item = z.object({ code: z.string(), name: z.string() })

const visitor = z.object({
  /** The appointment; or the entry of somebody who just came. */
  id: z.string(),
  ticket: z.string(),
  start: z.string(),
  end: z.string(),
  name: z.string(),
  items: z.array(item),
  note: z.string(),
  contact: z.object({ by: z.string(), phone: z.string().nullable() }).nullable(),
  /** `expected`: not there yet. `offered`: the seat is kept until they answer. */
  state: z.enum(['expected', 'offered', 'waiting', 'called', 'served', 'absent']),
  home: z.boolean(),
  /** 上门: where to. */
  place: z.string(),
  villageId: z.string(),
  priority: z.string(),
  /** Where they were called to. */
  window: z.string(),
  came: z.string(),
  /** Matters that were made of it. */
  numbers: z.array(z.string()),
})

export const dayInput = z.object({ venueId, date })
export const dayOutput = z.object({
  visitors: z.array(visitor),
  /** 直接来的人 */
  walkIns: z.array(visitor),
  /** Ids of those who wait, in the order in which they are called. */
  order: z.array(z.string()),
  /** Seats still free that day. */
  free: z.number(),
  /** Places kept for those who just come. */
  walkInPlaces: z.number(),
  /** Once the day is over. */
  counts: z
    .object({ booked: z.number(), came: z.number(), walkIns: z.number(), served: z.number() })
    .nullable(),
})

const priority = z.enum(['80岁以上', '残疾', '生病', '赶末班车', '带小孩或怀孕'])

const entryView = z.object({
  id: z.string(),
  ticket: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'called', 'served', 'absent']),
  items: z.array(item),
  /** How many are called before. */
  ahead: z.number(),
  /** The promised time; null for those who just came. */
  dueAt: z.string().nullable(),
})

export const checkInInput = z
  .object({
    venueId,
    /** What the QR code of the ticket says, or its id. */
    ticket: z.string().min(1).max(90).optional(),
    number: z.int().min(1).max(9999).optional(),
    name: personName.optional(),
    villageId: z.string().max(10).optional(),
    priority: priority.optional(),
    requestId,
  })
  .refine(
    ({ ticket, number, name }) =>
      ticket !== undefined || number !== undefined || name !== undefined,
    { path: ['ticket'], message: '扫号票，或者填号、填姓名' },
  )
export const checkInOutput = z.object({ entry: entryView })

export const walkInInput = z.object({
  venueId,
  name: text(30).optional(),
  villageId: z.string().max(10).optional(),
  codes: z.array(itemCode).max(5).optional(),
  priority: priority.optional(),
  requestId,
})
export const walkInOutput = z.object({ entry: entryView })

export const callNextInput = z.object({
  venueId,
  /** A certain one, such as somebody who was absent and is back. */
  id: documentId.optional(),
  requestId,
})
export const callNextOutput = z.object({ entry: entryView.nullable(), waiting: z.number() })

export const serveInput = z.object({
  venueId,
  id: documentId,
  /** 当场办好、收件成事、答复了、要再来 */
  came: z.enum(['done', 'case', 'consultation', 'again']),
  note: text(60).optional(),
  requestId,
})
export const serveOutput = z.object({ entry: entryView })

export const noShowInput = z.object({ venueId, id: documentId, requestId })
export const noShowOutput = z.object({ entry: entryView })

export const hallInput = z.object({ venueId })
export const hallOutput = z.object({
  name: z.string(),
  calling: z.array(z.object({ number: z.string(), window: z.string() })),
  next: z.array(z.string()),
  waiting: z.number(),
})
