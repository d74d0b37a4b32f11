import { openAction } from '../../core/kernel/action'
import { SMALLEST_SUM } from '../../core/domain/rating'
import { aggregate } from '../../core/store/database'
import type { SurveyAnswer } from '../../core/store/documents/rating'
import { businessDate } from '../../../miniprogram/shared/dates'
import { ATTITUDE_ANSWERS, ATTITUDES } from '../../../miniprogram/shared/rating-words'
import type { AttitudeAnswer, AttitudeKey } from '../../../miniprogram/shared/rating-words'
import { surveyStatsInput, surveyStatsOutput } from '../schema'

type Sums = Readonly<Record<AttitudeKey, Readonly<Record<AttitudeAnswer, number>>>>

export const surveyStats = openAction({
  summary: '四个问题各有多少人怎么答；不到五个人不公布',
  by: ['public'],
  scope: 'public',
  input: surveyStatsInput,
  output: surveyStatsOutput,
  run: async ({ township, now }, { year = Number(businessDate(now).slice(0, 4)) }) => {
    const rows = await aggregate<{ _id: SurveyAnswer['answers']; n: number }>('surveys', [
      { $match: { township, year } },
      { $group: { _id: '$answers', n: { $sum: 1 } } },
    ])
    const people = rows.reduce((total, { n }) => total + n, 0)
    return { year, people, answers: people < SMALLEST_SUM ? null : sumsOf(rows) }
  },
})

function sumsOf(rows: readonly { _id: SurveyAnswer['answers']; n: number }[]): Sums {
  const sum = (key: AttitudeKey, said: AttitudeAnswer) =>
    rows.filter(({ _id }) => _id[key] === said).reduce((total, { n }) => total + n, 0)
  const question = (key: AttitudeKey) =>
    Object.fromEntries(ATTITUDE_ANSWERS.map((said) => [said, sum(key, said)]))
  return Object.fromEntries(ATTITUDES.map(({ key }) => [key, question(key)])) as unknown as Sums
}
