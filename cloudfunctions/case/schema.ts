import * as z from 'zod'
import {
  contact,
  cursor,
  documentId,
  filledText,
  itemCode,
  nextCursor,
  personName,
  requestId,
  text,
  photoFile,
} from '../core/kernel/schemas'

const status = z.enum(['received', 'accepted', 'in_progress', 'decided', 'completed'])
const actionName = z.enum(['accept', 'progress', 'decide', 'complete', 'ask', 'urge'])
const warning = z.enum(['none', 'blue', 'yellow', 'red'])

/** 怎么算的 */
const clock = z.object({
  receivedOn: z.string(),
  acceptedOn: z.string().nullable(),
  due: z.string(),
  noticeBy: z.string(),
  commitDays: z.number(),
  counted: z.number(),
  totalDays: z.number(),
  provisional: z.boolean(),
  restDays: z.array(z.string()),
})

const holder = z.object({ name: z.string(), post: z.string(), phone: z.string() }).nullable()

const event = z.object({
  at: z.string(),
  by: z.string(),
  /** The action's name in the contract, e.g. `accept`; `title` is what people read. */
  action: z.string(),
  title: z.string(),
  status,
  text: z.string(),
})

const reply = z
  .object({
    outcome: z.enum(['approve', 'refuse']),
    text: z.string(),
    remedy: z.string().nullable(),
    byName: z.string(),
    at: z.string(),
  })
  .nullable()

/** A matter as its people see it. */
const caseView = z.object({
  id: z.string(),
  number: z.string(),
  /** Only for whoever handed it in: lets anybody they trust look it up. */
  queryCode: z.string().nullable(),
  status,
  statusText: z.string(),
  item: z.object({ code: z.string(), name: z.string(), mode: z.string() }),
  unit: z.object({ id: z.string(), name: z.string(), phone: z.string() }),
  villageId: z.string(),
  applicant: z.object({
    name: z.string(),
    contact: z.object({ by: z.string(), phone: z.string().nullable() }),
  }),
  materials: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      required: z.boolean(),
      fileId: z.string().nullable(),
    }),
  ),
  note: z.string(),
  steps: z.array(z.object({ name: z.string(), by: z.string() })),
  receivedAt: z.string(),
  dueDate: z.string(),
  warning,
  clock,
  firstReceiver: holder,
  holder,
  reply,
  ratedLevel: z.number().nullable(),
  canRate: z.boolean(),
  allowed: z.array(actionName),
  events: z.array(event),
})
export type CaseView = z.infer<typeof caseView>

const receipt = z.object({
  id: z.string(),
  number: z.string(),
  queryCode: z.string(),
  status,
  dueDate: z.string(),
})

export const submitInput = z.object({
  code: itemCode,
  requestId,
  /** A contact and not an identity: whoever hands in may do it for somebody else. */
  applicant: z.object({
    name: personName,
    /** As registered when left out: the page knows the phone only masked. */
    contact: contact.optional(),
    villageId: z.string().max(10).optional(),
  }),
  /** Missing papers never block handing in. */
  materials: z
    .array(z.object({ key: z.string().min(1).max(40), fileId: photoFile.optional() }))
    .max(40),
  note: text(500).optional(),
})
export const submitOutput = z.object({ case: receipt })

const listed = z.object({
  id: z.string(),
  number: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  applicantName: z.string(),
  status,
  statusText: z.string(),
  dueDate: z.string(),
  receivedAt: z.string(),
  holder,
  canRate: z.boolean(),
})

export const mineInput = z.object({ cursor: cursor.optional() })
export const mineOutput = z.object({ cases: z.array(listed), next: nextCursor })

export const detailInput = z.object({ id: documentId })
export const detailOutput = z.object({ case: caseView })

export const trackInput = z.object({
  number: z.string().min(1).max(40),
  code: z.string().min(1).max(12),
})
export const trackOutput = z.object({
  case: caseView.pick({
    id: true,
    number: true,
    status: true,
    statusText: true,
    item: true,
    unit: true,
    dueDate: true,
    clock: true,
    steps: true,
    holder: true,
    reply: true,
    events: true,
  }),
})

export const inboxInput = z.object({ cursor: cursor.optional() })
export const inboxOutput = z.object({
  tasks: z.array(
    z.object({
      id: z.string(),
      caseId: z.string(),
      number: z.string(),
      itemCode: z.string(),
      itemName: z.string(),
      applicantName: z.string(),
      villageId: z.string(),
      status,
      statusText: z.string(),
      dueDate: z.string(),
      warning,
      allowed: z.array(actionName),
    }),
  ),
  next: nextCursor,
})

/** What a staff action answers: where the matter stands now. */
const stepOutput = z.object({
  case: z.object({
    id: z.string(),
    number: z.string(),
    status,
    dueDate: z.string(),
    allowed: z.array(actionName),
  }),
})

export const acceptInput = z.object({ id: documentId, requestId, note: text(500).optional() })
export const acceptOutput = stepOutput

export const progressInput = z.object({ id: documentId, requestId, text: filledText(500) })
export const progressOutput = stepOutput

export const decideInput = z.object({
  id: documentId,
  requestId,
  outcome: z.enum(['approve', 'refuse']),
  reply: text(1000),
  /** How to object; a refusal without one gets the statutory sentence. */
  remedy: text(500).optional(),
})
export const decideOutput = stepOutput

export const completeInput = z.object({ id: documentId, requestId })
export const completeOutput = stepOutput

export const askInput = z.object({ id: documentId, requestId, text: filledText(300) })
export const askOutput = stepOutput

export const urgeInput = z.object({ id: documentId, requestId })
export const urgeOutput = stepOutput

export const paperInput = z.object({ id: documentId, key: z.string().min(1).max(40) })
export const paperOutput = z.object({
  /** A link to the photo that expires; null while the paper is brought in by hand. */
  url: z.string().nullable(),
})
