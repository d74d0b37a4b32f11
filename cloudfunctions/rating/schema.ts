import * as z from 'zod'
import { ATTITUDE_ANSWERS, RATING_REASONS } from '../../miniprogram/shared/rating-words'
import {
  cursor,
  date,
  documentId,
  filledText,
  nextCursor,
  requestId,
  text,
} from '../core/kernel/schemas'

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

const comment = text(500)

/** What a rating says, however it comes in. */
const content = {
  level,
  reasons: z
    .array(z.enum([...RATING_REASONS.good, ...RATING_REASONS.bad], '没有这个原因'))
    .max(6)
    .optional(),
  comment: comment.optional(),
  /** The words may reach whoever handled it; without it nobody but the supervisor reads them. */
  passOn: z.boolean().optional(),
}

export const rateInput = z.object({ targetId: documentId, ...content, requestId })
export const rateOutput = z.object({ rating: z.object({ id: z.string(), level: z.number() }) })

export const rateAgainInput = z.object({
  targetId: documentId,
  level,
  comment: comment.optional(),
  requestId,
})
export const rateAgainOutput = rateOutput

export const rateVisitInput = z.object({
  /** The number on the desk card. */
  window: z.number().int().min(1).max(99),
  ...content,
  requestId,
})
export const rateVisitOutput = rateOutput

/** 没有手机的人: asked on the phone by another unit, or a paper card. */
export const enterRatingInput = z
  .object({
    number: z.string().min(1).max(40),
    source: z.enum(['call', 'paper']),
    /** The number printed on the card. */
    card: z
      .string()
      .regex(/^\d{3,10}$/, '卡片编号是3到10位数字')
      .optional(),
    ...content,
    requestId,
  })
  .refine(({ source, card }) => source === 'call' || card !== undefined, {
    path: ['card'],
    message: '没有填',
  })
export const enterRatingOutput = rateOutput

export const ratedInput = z.object({ targetId: documentId })
export const ratedOutput = z.object({
  itemName: z.string(),
  /** Working days of the commitment that it took. */
  usedDays: z.number(),
  level: z.number().nullable(),
  again: z.number().nullable(),
  canRate: z.boolean(),
  canRateAgain: z.boolean(),
  /** What became of a bad rating, in the words of those who answered; null while nothing did. */
  followUp: z
    .object({ status: z.string(), callUnitName: z.string(), answer: z.string() })
    .nullable(),
})

const counts = z.object({
  1: z.number(),
  2: z.number(),
  3: z.number(),
  4: z.number(),
  5: z.number(),
})

export const statsInput = z.object({
  department: z.string().max(20).optional(),
  from: date.optional(),
  to: date.optional(),
})
export const statsOutput = z.object({
  counts,
  rated: z.number(),
  eligible: z.number(),
  goodRate: z.number().nullable(),
})

export const unitStatsInput = z.object({ from: date.optional(), to: date.optional() })
export const unitStatsOutput = z.object({
  units: z.array(
    z.object({
      unit: z.string(),
      /** Null while there are fewer than five: nobody can be guessed. */
      counts: counts.nullable(),
      eligible: z.number(),
    }),
  ),
  from: z.string(),
  to: z.string(),
})

const attitude = z.enum(ATTITUDE_ANSWERS)

export const surveyInput = z.object({
  answers: z.object({
    satisfied: attitude,
    trust: attitude,
    approve: attitude,
    welcome: attitude,
  }),
  requestId,
})
export const surveyOutput = z.object({ year: z.number() })

const answered = z.object({ yes: z.number(), partly: z.number(), no: z.number() })

export const surveyStatsInput = z.object({ year: z.number().int().min(2020).max(2100).optional() })
export const surveyStatsOutput = z.object({
  year: z.number(),
  people: z.number(),
  /** Null while fewer than five answered. */
  answers: z
    .object({ satisfied: answered, trust: answered, approve: answered, welcome: answered })
    .nullable(),
})

const rectificationAction = z.enum([
  'contact',
  'rectify',
  'revisit',
  'conclude',
  'appeal',
  'judgeAppeal',
  'remind',
  'escalate',
  'reckon',
])
const rectificationStatus = z.enum([
  'to_contact',
  'to_rectify',
  'to_revisit',
  'escalated',
  'closed',
  'disregarded',
])
const callOutcome = z.enum(['told', 'settled', 'unsettled', 'unreached'])

const rectificationView = z.object({
  id: z.string(),
  origin: z.enum(['rating', 'visit', 'sample']),
  status: rectificationStatus,
  statusText: z.string(),
  itemName: z.string(),
  number: z.string(),
  unitName: z.string(),
  callUnitName: z.string(),
  villageId: z.string(),
  raisedOn: z.string(),
  dueDate: z.string().nullable(),
  overdue: z.boolean(),
  rating: z
    .object({ level: z.number(), text: z.string(), reasons: z.array(z.string()) })
    .nullable(),
  comment: z.string(),
  person: z.object({ name: z.string(), by: z.string(), phone: z.string().nullable() }).nullable(),
  advice: z.string(),
  answer: z.string(),
  revisit: z.object({ outcome: callOutcome, text: z.string() }).nullable(),
  conclusion: z.string(),
  appeal: z
    .object({
      text: z.string(),
      judgement: z.object({ upheld: z.boolean(), reason: z.string() }).nullable(),
    })
    .nullable(),
  allowed: z.array(rectificationAction),
  events: z.array(
    z.object({ at: z.string(), by: z.string(), title: z.string(), text: z.string() }),
  ),
})

const rectificationAnswer = z.object({ rectification: rectificationView })

export const rectificationsInput = z.object({
  /** What is done with, instead of what is open. */
  closed: z.boolean().optional(),
  cursor: cursor.optional(),
})
export const rectificationsOutput = z.object({
  rectifications: z.array(
    rectificationView.pick({
      id: true,
      origin: true,
      status: true,
      statusText: true,
      itemName: true,
      unitName: true,
      callUnitName: true,
      dueDate: true,
      overdue: true,
      allowed: true,
    }),
  ),
  next: nextCursor,
})

export const rectificationInput = z.object({ id: documentId })
export const rectificationOutput = rectificationAnswer

export const contactInput = z
  .object({
    id: documentId,
    outcome: z.enum(['told', 'settled', 'unreached']),
    /** What is to be put right, in own words and without the villager's name. */
    text: text(500).optional(),
    /** The villager agreed that the unit learns which matter it is. */
    named: z.boolean().optional(),
    requestId,
  })
  .refine(({ outcome, text: written }) => outcome !== 'told' || (written ?? '') !== '', {
    path: ['text'],
    message: '没有填',
  })
export const contactOutput = rectificationAnswer

export const rectifyInput = z.object({ id: documentId, text: filledText(1000), requestId })
export const rectifyOutput = rectificationAnswer

export const revisitInput = z.object({
  id: documentId,
  outcome: z.enum(['settled', 'unsettled', 'unreached']),
  text: text(500).optional(),
  requestId,
})
export const revisitOutput = rectificationAnswer

export const concludeInput = z.object({ id: documentId, text: filledText(1000), requestId })
export const concludeOutput = rectificationAnswer

export const appealInput = z.object({ id: documentId, text: filledText(1000), requestId })
export const appealOutput = rectificationAnswer

export const judgeAppealInput = z.object({
  id: documentId,
  /** True: 不采信, the rating does not hold; it stays where it is either way. */
  upheld: z.boolean(),
  reason: filledText(500),
  requestId,
})
export const judgeAppealOutput = rectificationAnswer
