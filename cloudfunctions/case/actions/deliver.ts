import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { deliverInput, deliverOutput } from '../schema/result'
import { takeStep } from '../step'

const HOW: Readonly<Record<'pickup' | 'cadre' | 'agent' | 'post', string>> = {
  pickup: '自己来取',
  cadre: '干部送上门',
  agent: '代办员送到',
  post: '邮寄',
}

export const deliver = action({
  summary: '送达：结果怎么送的、谁签收',
  by: ['window', 'cadre', 'agent'],
  scope: 'workableCases',
  input: deliverInput,
  output: deliverOutput,
  run: (call, { id, how, signedBy }) =>
    takeStep(call, id, {
      action: 'deliver',
      set: (doc) => ({
        delivery: { how, signedBy, on: businessDate(call.now) },
        trips: doc.trips + (how === 'pickup' ? 1 : 0),
      }),
      text: `${HOW[how]}，${signedBy}签收`,
      words: { villager: `结果送到了：${HOW[how]}，${signedBy}签收。` },
    }),
})
