/** 预警、停电断网、责任追究、三个一样, as they go over the wire. */
import * as z from 'zod'
import {
  cursor,
  date,
  documentId,
  filledText,
  nextCursor,
  requestId,
} from '../../core/kernel/schemas'

const state = z.enum(['standing', 'appealed', 'upheld', 'withdrawn', 'excused'])
const stepName = z.enum(['appeal', 'judge', 'excuse'])
const appeal = z
  .object({
    text: z.string(),
    answer: z.object({ stands: z.boolean(), reason: z.string() }).nullable(),
  })
  .nullable()

const warning = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  itemName: z.string(),
  unit: z.string(),
  unitName: z.string(),
  step: z.string(),
  colour: z.enum(['yellow', 'red']),
  at: z.string(),
  due: z.string(),
  provisional: z.boolean(),
  /** Null when nobody was assigned: then it is the leader's. */
  holder: z.string().nullable(),
  /** 怎么算的 */
  calculation: z.array(z.string()),
  status: state,
  statusText: z.string(),
  /** False when it was withdrawn or fell into a registered outage. */
  counts: z.boolean(),
  appeal,
  allowed: z.array(stepName),
})
const oneWarning = z.object({ warning })

export const warningsInput = z.object({ cursor: cursor.optional() })
export const warningsOutput = z.object({ warnings: z.array(warning), next: nextCursor })

export const appealWarningInput = z.object({ id: documentId, text: filledText(500), requestId })
export const appealWarningOutput = oneWarning

/** The answer to an appeal: what was recorded stands, or is withdrawn. */
const judgement = z.object({
  id: documentId,
  stands: z.boolean(),
  reason: filledText(500),
  requestId,
})

export const judgeWarningInput = judgement
export const judgeWarningOutput = oneWarning

const outageKind = z.enum(['power', 'network', 'superior'])
const outage = z.object({
  id: z.string(),
  kind: outageKind,
  from: z.string(),
  until: z.string(),
  text: z.string(),
  byName: z.string(),
})

export const registerOutageInput = z.object({
  kind: outageKind,
  from: date,
  until: date,
  text: filledText(200),
  requestId,
})
export const registerOutageOutput = z.object({ outage })

export const outagesInput = z.object({})
export const outagesOutput = z.object({ outages: z.array(outage) })

const fact = z.object({
  kind: z.enum(['warning', 'rectification']),
  id: documentId,
  text: z.string().max(200),
})
const measure = z.enum(['none', 'talk', 'explain', 'notice', 'other'])
const record = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  person: z.string().nullable(),
  measure,
  reason: z.string(),
  facts: z.array(fact),
  decidedBy: z.string(),
  at: z.string(),
  status: state,
  statusText: z.string(),
  appeal,
  allowed: z.array(stepName),
})
const oneRecord = z.object({ record })

export const accountabilityInput = z.object({ cursor: cursor.optional() })
export const accountabilityOutput = z.object({
  /** Facts that nobody has decided about yet; only people decide. */
  proposals: z.array(z.object({ unit: z.string(), unitName: z.string(), facts: z.array(fact) })),
  records: z.array(record),
  next: nextCursor,
})

export const registerAccountabilityInput = z.object({
  unit: z.string().min(1).max(20),
  /** Staff id, when it is about one person. */
  staffId: z.string().max(40).optional(),
  /** `none`: looked at, and nobody is held to account. */
  measure,
  reason: filledText(500),
  facts: z
    .array(fact.pick({ kind: true, id: true }))
    .min(1)
    .max(50),
  requestId,
})
export const registerAccountabilityOutput = oneRecord

export const appealAccountabilityInput = z.object({
  id: documentId,
  text: filledText(500),
  requestId,
})
export const appealAccountabilityOutput = oneRecord

export const judgeAccountabilityInput = judgement
export const judgeAccountabilityOutput = oneRecord

const cell = z.object({
  label: z.string(),
  matters: z.number(),
  /** Working days from acceptance to the answer; null when there are fewer than thirty. */
  averageDays: z.number().nullable(),
  /** Calendar days since the villager handed in; null when there are fewer than thirty. */
  averageTotalDays: z.number().nullable(),
})

export const fairnessInput = z.object({
  /** `2026-11`; the running month when left out. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份要写成 2026-11 这样')
    .optional(),
})
export const fairnessOutput = z.object({
  month: z.string(),
  /** 小事大事、熟人生人、早去晚去 */
  tables: z.array(z.object({ title: z.string(), cells: z.array(cell) })),
  /** Said in place of a number that is too small. */
  tooFew: z.string(),
  /** 插队: each with its logged reason. */
  jumps: z.array(
    z.object({ number: z.string(), itemName: z.string(), at: z.string(), reason: z.string() }),
  ),
})
