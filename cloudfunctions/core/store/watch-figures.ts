/** 预警、拦下的二次告知、差评跟进、窗口评价: counted from what was recorded. */
import { countFollowUp } from '../domain/bulletin/follow-up'
import type { BadRating, FollowUpLog } from '../domain/bulletin/follow-up'
import type { Part } from '../domain/bulletin/count'
import { COUNTING_STATES } from '../domain/flows/appealable'
import type { AppealableState } from '../domain/flows/appealable'
import { isBad } from '../domain/rating'
import { calendarOf } from '../kernel/township-calendar'
import type { BlockedNotice } from './documents/blocked-notice'
import type { CaseDocument } from './documents/case'
import type { Rectification } from './documents/rectification'
import type { VisitRating } from './documents/rating'
import type { WarningDocument } from './documents/warning'
import type { Stretch } from './legwork-figures'
import { paged } from './paged'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'

const EVENTS = { 'log.at': 1, 'log.action': 1, 'log.to': 1 } as const

/** Yellow and red on the day they were deserved, unless they were taken back before `asOf`. */
export async function warningParts(township: string, span: Stretch, asOf: Date): Promise<Part[]> {
  const warnings = paged<
    Pick<WarningDocument, '_id' | 'at' | 'unit' | 'villageId'> & { readonly log: FollowUpLog }
  >('warnings', { township, at: span }, 'at', { at: 1, unit: 1, villageId: 1, ...EVENTS })
  const parts: Part[] = []
  for await (const { at, unit, villageId, log } of warnings) {
    const state = log.filter((event) => event.at < asOf).at(-1)?.to ?? 'standing'
    if (!COUNTING_STATES.includes(state as AppealableState)) continue
    parts.push({ day: businessDate(at), unit, villageId, figures: { warnings: 1 } })
  }
  return parts
}

export async function blockedParts(township: string, span: Stretch): Promise<Part[]> {
  const blocked = paged<Pick<BlockedNotice, '_id' | 'at' | 'unit' | 'villageId'>>(
    'blockedNotices',
    { township, at: span },
    'at',
    { at: 1, unit: 1, villageId: 1 },
  )
  const parts: Part[] = []
  for await (const { at, unit, villageId } of blocked) {
    parts.push({ day: businessDate(at), unit, villageId, figures: { blockedNotices: 1 } })
  }
  return parts
}

type CountedVisitRating = Pick<VisitRating, '_id' | 'at' | 'unit' | 'villageId' | 'level'>

const visitRatings = (township: string, span: Stretch) =>
  paged<CountedVisitRating>('visitRatings', { township, at: span }, 'at', {
    at: 1,
    unit: 1,
    villageId: 1,
    level: 1,
  })

/** 桌卡: how the reception at the windows was rated. */
export async function deskParts(township: string, span: Stretch): Promise<Part[]> {
  const parts: Part[] = []
  for await (const { at, unit, villageId, level } of visitRatings(township, span)) {
    const figures = { deskRated: 1, deskGood: isBad(level) ? 0 : 1 }
    parts.push({ day: businessDate(at), unit, villageId, figures })
  }
  return parts
}

/** Fifteen working days lie within this many days, whatever the holidays are. */
const FOLLOW_UP_DAYS = 45

type Bad = BadRating & { readonly targetId: string }

/** 差评跟进: by the days on which the call and the putting right were due. */
export async function followUpParts(township: string, span: Stretch): Promise<Part[]> {
  const since = { $gte: addTime(span.$gte, -FOLLOW_UP_DAYS), $lt: span.$lt }
  const [bad, logs] = await Promise.all([
    badRatings(township, since),
    followUps(township, businessDate(since.$gte)),
  ])
  return bad.flatMap((rating) =>
    countFollowUp(rating, logs.get(rating.targetId) ?? [], calendarOf(township)),
  )
}

const addTime = (at: Date, days: number): Date => new Date(+at + days * 86_400_000)

async function badRatings(township: string, span: Stretch): Promise<Bad[]> {
  const bad: Bad[] = []
  const rated = paged<Pick<CaseDocument, '_id' | 'unit' | 'villageId' | 'rating'>>(
    'cases',
    { township, 'rating.at': span, 'rating.level': { $lte: 2 } },
    'rating.at',
    { unit: 1, villageId: 1, 'rating.at': 1 },
  )
  for await (const { _id, unit, villageId, rating } of rated) {
    if (rating) bad.push({ targetId: _id, unit, villageId, at: rating.at })
  }
  for await (const { _id, unit, villageId, level, at } of visitRatings(township, span)) {
    if (isBad(level)) bad.push({ targetId: _id, unit, villageId, at })
  }
  return bad
}

/** What was done after bad ratings, by what was rated; calls by sample are another thing. */
async function followUps(township: string, since: string): Promise<Map<string, FollowUpLog>> {
  const docs = paged<
    Pick<Rectification, '_id' | 'targetId' | 'origin' | 'raisedOn'> & {
      readonly log: FollowUpLog
    }
  >('rectifications', { township, raisedOn: { $gte: addDays(since, -1) } }, 'raisedOn', {
    targetId: 1,
    origin: 1,
    raisedOn: 1,
    ...EVENTS,
  })
  const logs = new Map<string, FollowUpLog>()
  for await (const { targetId, origin, log } of docs) {
    if (origin !== 'sample') logs.set(targetId, log)
  }
  return logs
}
