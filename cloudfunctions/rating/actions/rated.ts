import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { RECTIFICATION_STATES } from '../../core/domain/flows/rectification'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { clockOf } from '../../case/deadlines'
import { ratedInput, ratedOutput } from '../schema'
import { followUpOf, isAnswered } from './rate-again'

export const rated = action({
  summary: '我评过的：评了什么，后来怎么改的，还能不能再评',
  by: ['villager'],
  scope: 'ownCases',
  input: ratedInput,
  output: ratedOutput,
  run: async ({ scope, township, caller, now }, { targetId }) => {
    const [target, followUp] = await Promise.all([
      findOne<CaseDocument>('cases', { ...scope, _id: targetId }),
      followUpOf(township, targetId),
    ])
    if (!target) throw notFound('这件事')
    const own = target.agentId !== caller.id && !caller.account.staff
    return {
      itemName: target.itemName,
      usedDays: clockOf(target, now).counted,
      level: target.rating?.level ?? null,
      again: target.rerating?.level ?? null,
      canRate: own && target.state === 'completed' && target.rating === null,
      canRateAgain: own && target.rating !== null && !target.rerating && isAnswered(followUp),
      followUp: followUp && {
        status: RECTIFICATION_STATES[followUp.state],
        callUnitName: followUp.callUnitName,
        answer: followUp.answer,
      },
    }
  },
})
