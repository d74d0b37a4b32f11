import { businessDate } from '../../../miniprogram/shared/dates'
import { action } from '../../core/kernel/action'
import { CALENDAR } from '../../core/kernel/calendar'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch, notice } from '../../core/kernel/notices'
import { nextWorkday } from '../../core/domain/calendar'
import { isBad, RATING_LEVELS } from '../../core/domain/rating'
import type { RatingLevel } from '../../core/domain/rating'
import { commit, repeatOf } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { nextEvent } from '../../core/store/events'
import { rateInput, rateOutput } from '../schema'

export const rate = action({
  summary: '办得怎么样：五个档，一件事评一次，原来的评价一直留着',
  by: ['villager'],
  scope: 'ownCases',
  input: rateInput,
  output: rateOutput,
  run: async (call, { targetId, level, reasons = [], comment = '' }) => {
    const { scope, caller, now, request } = call
    const target = await findOne<CaseDocument>('cases', { ...scope, _id: targetId })
    if (!target) throw notFound('这件事')
    const id = `${target._id}:rating`
    if (repeatOf(target.log, request)) return { rating: { id, level } }
    refuseUnlessRatable(target, caller.id)
    const event = nextEvent(target, {
      at: now,
      by: caller.id,
      byName: caller.name,
      action: 'rate',
      to: target.state,
      text: RATING_LEVELS[level],
      ...request,
    })
    const out = isBad(level) ? [badRatingNotice(target, level, now)] : []
    const set = { rating: { level, reasons, comment, by: caller.id, at: now } }
    if (!(await commit('cases', target, { set, event, out }))) {
      throw new AppError('CONFLICT', '这件事刚刚变了，评价还没交上。请再点一次。', {
        retryable: true,
      })
    }
    await dispatch('cases', target, out, now)
    return { rating: { id, level } }
  },
})

function refuseUnlessRatable(target: CaseDocument, callerId: string): void {
  if (target.agentId === callerId) {
    throw new AppError('FORBIDDEN', '代办的事由群众自己评。他没有手机，会有人打电话问他。')
  }
  if (target.state !== 'completed') {
    throw new AppError('ACTION_NOT_ALLOWED', '这件事还没办完，办完了再评。有话想说，先打监督电话。')
  }
  if (target.rating) {
    throw new AppError('ALREADY_RATED', '这件事您已经评过了，谢谢。还有话想说，打监督电话。')
  }
}

/** 差评 goes to the supervisor, who has another unit call within one working day. */
const badRatingNotice = (target: CaseDocument, level: RatingLevel, now: Date) =>
  notice(`bad-rating:${target._id}`, now, {
    to: { role: 'supervisor' },
    template: 'task',
    title: '有一条差评要回访',
    text: `${target.unitName}，${target.itemName}：${RATING_LEVELS[level]}。1个工作日内请另一个单位打电话问清楚。`,
    target: `/packages/office/case/case?id=${target._id}`,
    values: {
      matter: '差评回访',
      place: target.unitName,
      by: `${nextWorkday(businessDate(now), CALENDAR)} 17:30`,
      hint: '请另一个单位打电话问清楚',
    },
  })
