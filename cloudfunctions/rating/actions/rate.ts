import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { giveRating, refuseStaff } from '../give'
import { rateInput, rateOutput } from '../schema'

export const rate = action({
  summary: '办得怎么样：五个档，一件事评一次，原来的评价一直留着',
  by: ['villager'],
  scope: 'ownCases',
  input: rateInput,
  output: rateOutput,
  run: async (call, { targetId, ...given }) => {
    const target = await findOne<CaseDocument>('cases', { ...call.scope, _id: targetId })
    if (!target) throw notFound('这件事')
    if (target.agentId === call.caller.id) {
      throw new AppError('FORBIDDEN', '代办的事由群众自己评。他没有手机，会有人打电话问他。')
    }
    refuseStaff(call)
    return giveRating(call, target, given)
  },
})
