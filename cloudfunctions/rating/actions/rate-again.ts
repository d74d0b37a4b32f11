import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { RATING_LEVELS } from '../../core/domain/rating'
import { commit, repeatOf } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import type { Rectification } from '../../core/store/documents/rectification'
import { nextEvent } from '../../core/store/events'
import { refuseStaff } from '../give'
import { rateAgainInput, rateAgainOutput } from '../schema'

export const rateAgain = action({
  summary: '整改以后再评一次：往上往下都行，第一次的留着',
  by: ['villager'],
  scope: 'ownCases',
  input: rateAgainInput,
  output: rateAgainOutput,
  run: async (call, { targetId, level, comment = '' }) => {
    const { scope, caller, now, request, township } = call
    refuseStaff(call)
    const [target, followUp] = await Promise.all([
      findOne<CaseDocument>('cases', { ...scope, _id: targetId }),
      followUpOf(township, targetId),
    ])
    if (!target) throw notFound('这件事')
    const answer = { rating: { id: `${target._id}:rating`, level } }
    if (repeatOf(target.log, request)) return answer
    refuseUnlessAgain(target, followUp)
    const event = nextEvent(target, {
      at: now,
      by: caller.id,
      byName: caller.name,
      action: 'rateAgain',
      to: target.state,
      text: RATING_LEVELS[level],
      ...request,
    })
    const set = { rerating: { level, comment, at: now } }
    if (!(await commit('cases', target, { set, event, out: [] }))) {
      throw new AppError('CONFLICT', '这件事刚刚变了，评价还没交上。请再点一次。', {
        retryable: true,
      })
    }
    return answer
  },
})

/** What became of the rating of this matter; null while nothing did. */
export const followUpOf = (township: string, targetId: string): Promise<Rectification | null> =>
  findOne<Rectification>('rectifications', {
    _id: hashId('rectification', 'rating', targetId),
    township,
  })

/** The unit has answered, so there is something new to rate. */
export const isAnswered = (followUp: Rectification | null): boolean =>
  followUp !== null && followUp.answer !== ''

function refuseUnlessAgain(target: CaseDocument, followUp: Rectification | null): void {
  if (target.rerating) {
    throw new AppError('ALREADY_RATED', '改了以后您已经再评过了，谢谢。还有话想说，打监督电话。')
  }
  if (!target.rating || !isAnswered(followUp)) {
    throw new AppError('ACTION_NOT_ALLOWED', '还没有整改的答复，等他们答复了再评。急就打监督电话。')
  }
}
