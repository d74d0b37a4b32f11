/** 交件、收件: by the villager, the agent, the window. */
import * as z from 'zod'
import {
  contact,
  date,
  documentId,
  filledText,
  itemCode,
  personName,
  photoFile,
  requestId,
  text,
  visitorRef,
} from '../../core/kernel/schemas'
import { status, stepOutput } from './shapes'

const materialKey = z.string().min(1).max(40)

const receipt = z.object({
  id: z.string(),
  number: z.string(),
  queryCode: z.string(),
  status,
  dueDate: z.string(),
})

/** Missing papers never block handing in. */
const materials = z.array(z.object({ key: materialKey, fileId: photoFile.optional() })).max(40)

/** 推选的代表，连申请人一共不超过五个 */
const coApplicants = z.array(personName).max(4, '代表最多五个人，连您在内')

/** The number of an earlier matter that this one goes on from. */
const linkedTo = z.string().max(20)

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
  materials,
  note: text(500).optional(),
  coApplicants: coApplicants.optional(),
  linkedTo: linkedTo.optional(),
})
export const submitOutput = z.object({ case: receipt })

/** Of somebody with a number: the contact as booked when left out, since it is known only masked. */
const walkIn = z.object({
  name: personName,
  contact: contact.optional(),
  villageId: z.string().max(10).optional(),
})

export const intakeInput = z.object({
  code: itemCode,
  requestId,
  applicant: walkIn,
  /** Papers that were handed over: seen at the counter, or photographed. */
  materials,
  note: text(500).optional(),
  coApplicants: coApplicants.optional(),
  linkedTo: linkedTo.optional(),
  /** 接着号票办: of whom at the window. */
  visitor: visitorRef.optional(),
  /** Urgent relief is served first, the papers come later. */
  priority: filledText(100).optional(),
  /** 停电断网时的纸条: its number, the true time of receipt, who countersigned. */
  slip: z
    .object({
      number: filledText(20),
      receivedAt: z.iso.datetime({ offset: true, message: '收件的时间要写明哪天几点' }),
      countersignedBy: personName,
    })
    .optional(),
})
export const intakeOutput = z.object({ case: receipt })

export const serveNowInput = z.object({
  code: itemCode,
  requestId,
  applicant: walkIn,
  reply: text(1000),
  note: text(500).optional(),
  visitor: visitorRef.optional(),
})
export const serveNowOutput = z.object({ case: receipt })

export const similarInput = z.object({
  code: itemCode,
  name: personName,
  villageId: z.string().min(1).max(10),
})
/** 同一个人同一件事: shown, never blocking. */
export const similarOutput = z.object({
  cases: z.array(
    z.object({ number: z.string(), status, statusText: z.string(), receivedOn: z.string() }),
  ),
})

export const joinInput = z.object({
  number: z.string().min(1).max(40),
  code: z.string().min(1).max(12),
  requestId,
})
export const joinOutput = z.object({ case: z.object({ id: z.string(), number: z.string() }) })

export const earlierPapersInput = z.object({
  code: itemCode,
  /** Whose papers: one phone hands in for several people. */
  name: personName,
})
/** 以前交过的材料: of specific kinds only; used again only when the person agrees. */
export const earlierPapersOutput = z.object({
  papers: z.array(
    z.object({ key: z.string(), name: z.string(), fileId: z.string(), on: z.string() }),
  ),
})

const step = { id: documentId, requestId }

export const signForInput = z.object(step)
export const signForOutput = stepOutput

export const acceptInput = z.object({ ...step, note: text(500).optional() })
export const acceptOutput = stepOutput

export const acceptConditionallyInput = z.object({
  ...step,
  /** What is promised to be brought later. */
  keys: z.array(materialKey).min(1, '写明容缺哪几样').max(20),
  dueOn: date,
  consequence: filledText(200),
})
export const acceptConditionallyOutput = stepOutput

export const notifySupplementInput = z.object({
  ...step,
  /** The whole list at once. A paper that the guide does not name has a name of its own. */
  missing: z
    .array(z.object({ key: materialKey, name: filledText(60).optional(), reason: filledText(100) }))
    .min(1, '写明要补哪几样')
    .max(20),
  /** Only for a second notice: why it could not be known the first time. */
  exception: text(300).optional(),
})
export const notifySupplementOutput = stepOutput

export const supplementInput = z.object({
  ...step,
  /** With a photo, or without one when the paper itself is handed over at a counter. */
  materials: z
    .array(z.object({ key: materialKey, fileId: photoFile.optional() }))
    .min(1, '一样都没有补')
    .max(20),
})
export const supplementOutput = stepOutput

export const refuseInput = z.object({
  ...step,
  reason: filledText(300),
  /** 该找哪里 */
  whereTo: filledText(200),
})
export const refuseOutput = stepOutput

export const withdrawInput = z.object({ ...step, reason: text(200).optional() })
export const withdrawOutput = stepOutput

export const withdrawLateInput = z.object({ ...step, spokeWith: text(200) })
export const withdrawLateOutput = stepOutput
