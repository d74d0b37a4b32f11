import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { answerOpinionInput, answerOpinionOutput } from '../schema/work'
import { takeStep } from '../step'

export const answerOpinion = action({
  summary: '回复领导意见：不回复不能办结',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: answerOpinionInput,
  output: answerOpinionOutput,
  run: (call, { id, n, text }) =>
    takeStep(call, id, {
      action: 'answerOpinion',
      set: (doc) => {
        if (!doc.opinions.some((opinion) => opinion.n === n)) throw notFound('这条意见')
        return {
          opinions: doc.opinions.map((opinion) =>
            opinion.n === n ? { ...opinion, answer: { byName: call.caller.name, text } } : opinion,
          ),
        }
      },
      text: `回复领导意见：${text}`,
      words: { office: { title: '意见有回复了', hint: '看回复' } },
    }),
})
