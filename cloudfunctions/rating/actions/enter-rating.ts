import { action } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import type { RatingCard } from '../../core/store/documents/rating'
import { insertNew } from '../../core/store/insert-new'
import { parseCaseNumber } from '../../../miniprogram/shared/numbers'
import { giveRating } from '../give'
import { enterRatingInput, enterRatingOutput } from '../schema'

export const enterRating = action({
  summary: '替没有手机的人录评价：打电话问的，或者纸质卡；由另一个单位录',
  by: ['window', 'cadre', 'supervisor'],
  scope: 'township',
  input: enterRatingInput,
  output: enterRatingOutput,
  run: async (call, { number, source, card, ...given }) => {
    const { scope, township, caller } = call
    const target = await findOne<CaseDocument>('cases', {
      ...scope,
      number: parseCaseNumber(number) ?? '',
    })
    if (!target) throw notFound('这个编号')
    const handles = unitsOf(caller).includes(target.unit)
    if (handles || target.holder?.account === caller.id || target.agentId === caller.id) {
      throw new AppError(
        'FORBIDDEN',
        '自己单位办的事不能自己录评价。请另一个单位的人打电话、录入。',
      )
    }
    if (card !== undefined) await useCard(township, card, target._id)
    return giveRating(call, target, { ...given, source })
  },
})

/** A card counts for one matter; the same one again for the same matter is a repeat. */
async function useCard(township: string, card: string, targetId: string): Promise<void> {
  const used: RatingCard = { _id: `${township}:${card}`, township, schema: 1, targetId }
  if (!(await insertNew('ratingCards', used))) {
    const first = await findOne<RatingCard>('ratingCards', { _id: used._id, township })
    if (first?.targetId === targetId) return
    throw new AppError('ALREADY_RATED', '这张卡已经录过别的事了。请看看卡上的编号有没有看错。', {
      fields: { card: '录过了' },
    })
  }
}
