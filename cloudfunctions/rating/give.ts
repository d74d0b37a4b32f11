/** What every way of rating a matter has in common: the refusals, the event, the conditional write. */
import type { KnownCall } from '../core/kernel/action'
import { AppError } from '../core/kernel/errors'
import { dispatch, notice } from '../core/kernel/notices'
import { calendarOf } from '../core/kernel/township-calendar'
import { nextWorkday } from '../core/domain/calendar'
import { isBad, RATING_LEVELS } from '../core/domain/rating'
import type { RatingLevel } from '../core/domain/rating'
import { commit, repeatOf } from '../core/store/commit'
import type { CaseDocument } from '../core/store/documents/case'
import { nextEvent } from '../core/store/events'
import { businessDate } from '../../miniprogram/shared/dates'

export interface Given {
  readonly level: RatingLevel
  readonly reasons?: readonly string[] | undefined
  readonly comment?: string | undefined
  readonly passOn?: boolean | undefined
  readonly source?: 'call' | 'paper'
}

const HOW: Readonly<Record<'call' | 'paper', string>> = {
  call: '（打电话问的）',
  paper: '（纸质评价卡）',
}

/** Stores the one rating of a matter, or answers what the same request stored. */
export async function giveRating(
  { caller, now, request }: KnownCall,
  target: CaseDocument,
  { level, reasons = [], comment = '', passOn = false, source }: Given,
) {
  const id = `${target._id}:rating`
  if (repeatOf(target.log, request)) return { rating: { id, level } }
  refuseUnlessRatable(target)
  const event = nextEvent(target, {
    at: now,
    by: caller.id,
    byName: caller.name,
    action: 'rate',
    to: target.state,
    text: `${RATING_LEVELS[level]}${source ? HOW[source] : ''}`,
    ...request,
  })
  const out = isBad(level) ? [badRatingNotice(target, level, now)] : []
  const set = {
    rating: {
      level,
      reasons,
      comment,
      passOn,
      by: caller.id,
      at: now,
      ...(source ? { source } : {}),
    },
  }
  // Due at once: the next tick opens the follow-up of a bad one.
  const nextDueAt = isBad(level) ? now : undefined
  if (!(await commit('cases', target, { set, event, out, nextDueAt }))) {
    throw new AppError('CONFLICT', '这件事刚刚变了，评价还没交上。请再点一次。', {
      retryable: true,
    })
  }
  await dispatch('cases', target, out, now)
  return { rating: { id, level } }
}

function refuseUnlessRatable(target: CaseDocument): void {
  if (target.state !== 'completed') {
    throw new AppError('ACTION_NOT_ALLOWED', '这件事还没办完，办完了再评。有话想说，先打监督电话。')
  }
  if (target.rating) {
    throw new AppError('ALREADY_RATED', '这件事已经评过了，谢谢。还有话想说，打监督电话。')
  }
}

/** 评价只在群众自己的手机上: an account of somebody at work gives none, also not for an own matter. */
export function refuseStaff({ caller }: KnownCall): void {
  if (!caller.account.staff) return
  throw new AppError(
    'FORBIDDEN',
    '工作人员的微信上不评价。群众自己的手机扫桌卡评，没有手机的填纸质卡或者等电话。',
  )
}

/** 差评 is known to the supervisor at once; another unit is asked to call. */
const badRatingNotice = (target: CaseDocument, level: RatingLevel, now: Date) =>
  notice(`bad-rating:${target._id}`, now, {
    to: { role: 'supervisor' },
    template: 'task',
    title: '有一条差评要回访',
    text: `${target.unitName}，${target.itemName}：${RATING_LEVELS[level]}。1个工作日内由另一个单位打电话问清楚。`,
    target: `/packages/rating/rectifications/rectifications`,
    values: {
      matter: '差评回访',
      place: target.unitName,
      by: `${nextWorkday(businessDate(now), calendarOf(target.township))} 17:30`,
      hint: '由另一个单位打电话问清楚',
    },
  })
