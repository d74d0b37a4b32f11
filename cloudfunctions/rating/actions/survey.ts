import { action } from '../../core/kernel/action'
import { lookupHash } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { SurveyAnswer } from '../../core/store/documents/rating'
import { insertNew } from '../../core/store/insert-new'
import { businessDate } from '../../../miniprogram/shared/dates'
import { refuseStaff } from '../give'
import { surveyInput, surveyOutput } from '../schema'

export const survey = action({
  summary: '一年一次的四个问题：满意、信任、赞成、欢迎；不记名',
  by: ['villager'],
  scope: 'self',
  input: surveyInput,
  output: surveyOutput,
  run: async (call, { answers }) => {
    refuseStaff(call)
    const { township, caller, now, request } = call
    const year = Number(businessDate(now).slice(0, 4))
    const receipt = lookupHash('survey-request', `${request.key}:${request.content}`)
    const _id = lookupHash('survey', `${township}:${String(year)}:${caller.id}`)
    const answer: SurveyAnswer = { _id, township, schema: 1, year, answers, receipt }
    if (!(await insertNew('surveys', answer))) {
      const first = await findOne<SurveyAnswer>('surveys', { _id, township })
      if (first?.receipt !== receipt) {
        throw new AppError('ALREADY_RATED', '今年您已经答过了，谢谢。有话想说，打监督电话。')
      }
    }
    return { year }
  },
})
