/** 看: my matters, one matter, by number and code, what is to be done. */
import * as z from 'zod'
import { cursor, documentId, nextCursor } from '../../core/kernel/schemas'
import { actionName, caseView, holder, status, warning } from './shapes'

const listed = z.object({
  id: z.string(),
  number: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  applicantName: z.string(),
  status,
  statusText: z.string(),
  dueDate: z.string(),
  /** The day by which the person brings what is missing; null when nobody waits for it. */
  suppliesBy: z.string().nullable(),
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
    missing: true,
    supplement: true,
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
      /** 急事先办: why; null for what takes its turn. */
      priority: z.string().nullable(),
      allowed: z.array(actionName),
      /** 要送到乡里的材料 that the agent still has, and by when; null when there are none. */
      carry: z.object({ dueOn: z.string(), papers: z.array(z.string()) }).nullable(),
      /** 原件 that are still to be given back. */
      originals: z.array(z.string()),
    }),
  ),
  next: nextCursor,
})

export const paperInput = z.object({ id: documentId, key: z.string().min(1).max(40) })
export const paperOutput = z.object({
  /** A link to the photo that expires; null while the paper is brought in by hand. */
  url: z.string().nullable(),
})

export const sheetInput = z.object({ id: documentId, kind: z.enum(['receipt', 'supplement']) })
export const sheetOutput = z.object({
  /** Of the kind, not of the person: the next one is written over it on the phone. */
  name: z.string(),
  /** A Word document, base64; some 15 KB. */
  content: z.string(),
})

export const unitsInput = z.object({})
export const unitsOutput = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string() })),
})
