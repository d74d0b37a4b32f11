/** 差评整改: opens them after bad ratings, and speaks up once about each deadline that passes. */
import { drawOf } from '../../core/kernel/hash'
import { isSampled } from '../../core/domain/flows/rectification'
import { isBad } from '../../core/domain/rating'
import { find } from '../../core/store/database'
import { setNextDue } from '../../core/store/due'
import type { CaseDocument } from '../../core/store/documents/case'
import type { VisitRating } from '../../core/store/documents/rating'
import type { Rectification } from '../../core/store/documents/rectification'
import { appealOf, RECTIFICATIONS, stageOf } from '../../rating/rectification'
import { overdueNotices } from '../../rating/notices'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { onTime } from './on-time'
import { openRectification } from './open-rectification'
import type { RectificationCause } from './open-rectification'

/** After a bad rating of a matter; does nothing for others. */
export async function followBadRating(doc: CaseDocument, now: Date): Promise<void> {
  const { rating } = doc
  if (rating && isBad(rating.level)) await openRectification(causeOf(doc, 'rating'), now)
}

/** After a bad rating at a window. */
export async function followVisit(doc: VisitRating, now: Date): Promise<void> {
  await openRectification(
    {
      township: doc.township,
      origin: 'visit',
      targetId: doc._id,
      number: '',
      itemName: `${doc.windowName}的接待`,
      villageId: doc.villageId,
      unit: doc.unit,
      unitName: doc.unitName,
      level: doc.level,
      reasons: doc.reasons,
      comment: doc.comment,
      passOn: doc.passOn,
      personName: doc.name,
      contact: doc.contact,
      ownerId: doc.by,
      at: doc.at,
    },
    now,
  )
  await setNextDue('visitRatings', doc, undefined)
}

/**
 * Every night for the day that is over: what a lost minute may have missed, and one in ten completed
 * matters for a call, drawn by its own id, so that running twice draws the same.
 */
export async function followUpDay(township: string, day: BusinessDate, now: Date): Promise<void> {
  const span = { $gte: instantOf(day), $lt: instantOf(addDays(day, 1)) }
  const rated = await find<CaseDocument>(
    'cases',
    { township, 'rating.at': span, 'rating.level': { $lte: 2 } },
    { limit: 1000 },
  )
  for (const doc of rated) await followBadRating(doc, now)
  const completed = await find<CaseDocument>(
    'cases',
    { township, state: 'completed', completedAt: span },
    { limit: 1000 },
  )
  const drawn = completed.filter(({ _id }) => isSampled(drawOf(`sample:${_id}`)))
  for (const doc of drawn) await openRectification(causeOf(doc, 'sample'), now)
}

function causeOf(doc: CaseDocument, origin: 'rating' | 'sample'): RectificationCause {
  const rating = origin === 'rating' ? doc.rating : null
  return {
    township: doc.township,
    origin,
    targetId: doc._id,
    number: doc.number,
    itemName: doc.itemName,
    villageId: doc.villageId,
    unit: doc.unit,
    unitName: doc.unitName,
    level: rating?.level ?? null,
    reasons: rating?.reasons ?? [],
    comment: rating?.comment ?? '',
    passOn: rating?.passOn ?? false,
    personName: doc.applicant.name,
    contact: doc.applicant.contact,
    ownerId: doc.agentId === null ? doc.ownerId : null,
    at: rating?.at ?? doc.completedAt ?? doc.receivedAt,
  }
}

/** A deadline that passed is said once; fifteen days without an answer are the leader's. */
export const watchRectification = (doc: Rectification, now: Date): Promise<void> =>
  onTime(RECTIFICATIONS, doc, now, ({ state }) => ({
    action: state === 'to_rectify' ? 'escalate' : 'remind',
    facts: (before) => ({ text: '', appeal: appealOf(before) }),
    change: (before, { to }) => ({
      set: { ...stageOf(before, to), reminded: true },
      text: state === 'to_rectify' ? '到期没有整改，交站长' : '到期没打电话，告诉监督',
    }),
    tell: (after, _effects, cause) => overdueNotices(after, cause, now),
  }))
