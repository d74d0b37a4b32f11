/** 一件事 on the wire. */
import * as z from 'zod'
import { APPLICATION_ACTIONS, APPLICATION_STATES } from '../../core/domain/flows/application'

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): [Key, ...Key[]] =>
  Object.keys(table) as [Key, ...Key[]]

export const status = z.enum(keysOf(APPLICATION_STATES))
export const actionName = z.enum(keysOf(APPLICATION_ACTIONS))
export const warning = z.enum(['none', 'blue', 'yellow', 'red'])

/** 怎么算的 */
export const clock = z.object({
  receivedOn: z.string(),
  acceptedOn: z.string().nullable(),
  startOn: z.string(),
  due: z.string(),
  noticeBy: z.string(),
  commitDays: z.number(),
  counted: z.number(),
  totalDays: z.number(),
  extendedDays: z.number(),
  pauses: z.array(
    z.object({
      from: z.string(),
      until: z.string().nullable(),
      ground: z.string(),
      expectedOn: z.string(),
    }),
  ),
  provisional: z.boolean(),
  restDays: z.array(z.string()),
  /** The calculation in sentences. */
  explanation: z.array(z.string()),
})

export const holder = z.object({ name: z.string(), post: z.string(), phone: z.string() }).nullable()

export const event = z.object({
  at: z.string(),
  by: z.string(),
  /** The action's name in the contract, e.g. `accept`; `title` is what people read. */
  action: z.string(),
  title: z.string(),
  status,
  text: z.string(),
})

export const reply = z
  .object({
    outcome: z.enum(['approve', 'refuse']),
    text: z.string(),
    remedy: z.string().nullable(),
    byName: z.string(),
    at: z.string(),
  })
  .nullable()

/** A matter as its people see it. */
export const caseView = z.object({
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
      inHand: z.boolean(),
    }),
  ),
  note: z.string(),
  via: z.enum(['phone', 'agent', 'window', 'slip']),
  coApplicants: z.array(z.string()),
  linkedTo: z.string().nullable(),
  /** What is still to be brought, from the last notice; empty when nothing is. */
  missing: z.array(z.object({ key: z.string(), name: z.string(), reason: z.string() })),
  /** 一次性告知, the sheet to print; null while nothing was asked for. */
  supplement: z
    .object({ on: z.string(), dueOn: z.string(), byName: z.string(), again: z.boolean() })
    .nullable(),
  acceptedHow: z.enum(['complete', 'conditional', 'deemed']).nullable(),
  promise: z
    .object({
      names: z.array(z.string()),
      dueOn: z.string(),
      consequence: z.string(),
      kept: z.boolean(),
    })
    .nullable(),
  refusal: z.object({ reason: z.string(), whereTo: z.string() }).nullable(),
  extension: z
    .object({
      state: z.enum(['asked', 'granted', 'declined']),
      reason: z.string(),
      days: z.number(),
    })
    .nullable(),
  transfer: z
    .object({
      state: z.enum(['asked', 'declined']),
      unitName: z.string(),
      reason: z.string(),
      declined: z.string().nullable(),
    })
    .nullable(),
  partners: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      task: z.string(),
      opinion: z
        .object({ outcome: z.enum(['approve', 'refuse']), text: z.string(), byName: z.string() })
        .nullable(),
    }),
  ),
  survey: z
    .object({
      on: z.string(),
      at: z.string(),
      officers: z.array(z.string()),
      report: z.string().nullable(),
    })
    .nullable(),
  publicity: z
    .object({
      from: z.string(),
      until: z.string(),
      ended: z.boolean(),
      objections: z.array(z.object({ n: z.number(), at: z.string(), text: z.string() })),
    })
    .nullable(),
  authorised: z.enum(['phone', 'scan', 'thumbprint']).nullable(),
  originals: z.array(
    z.object({
      n: z.number(),
      name: z.string(),
      takenOn: z.string(),
      takenBy: z.string(),
      returnedOn: z.string().nullable(),
    }),
  ),
  carry: z.object({ dueOn: z.string(), doneOn: z.string().nullable() }).nullable(),
  external: z.array(
    z.object({
      n: z.number(),
      to: z.string(),
      receiptNumber: z.string().nullable(),
      handedOn: z.string(),
      expectedOn: z.string(),
      result: z.string().nullable(),
      resultOn: z.string().nullable(),
    }),
  ),
  platformNumber: z.string().nullable(),
  /** Working days: ours and those that lay with the county; calendar days in all. */
  days: z.object({ ours: z.number(), county: z.number(), total: z.number() }),
  opinions: z.array(
    z.object({
      n: z.number(),
      byName: z.string(),
      text: z.string(),
      on: z.string(),
      answer: z.string().nullable(),
    }),
  ),
  priority: z.string().nullable(),
  deceased: z.boolean(),
  delivery: z
    .object({
      how: z.enum(['pickup', 'cadre', 'agent', 'post']),
      signedBy: z.string(),
      on: z.string(),
    })
    .nullable(),
  trips: z.number(),
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

/** What a step answers: where the matter stands now. */
export const stepOutput = z.object({
  case: z.object({
    id: z.string(),
    number: z.string(),
    status,
    dueDate: z.string(),
    allowed: z.array(actionName),
  }),
})
