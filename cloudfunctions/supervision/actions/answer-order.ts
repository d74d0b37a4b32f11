import { action } from '../../core/kernel/action'
import { holderOf } from '../../core/kernel/holder'
import { answerOrderInput, answerOrderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const answerOrder = action({
  summary: '回复交办单：写明办了什么，空的退回',
  by: ['window', 'cadre'],
  scope: 'orders',
  input: answerOrderInput,
  output: answerOrderOutput,
  run: async (call, { id, text }) => {
    const doc = await takeOrderStep(call, id, {
      action: 'answerOrder',
      text,
      said: text,
      set: () => ({
        holder: holderOf(call),
        answer: { text, byName: call.caller.name, at: call.now },
      }),
      title: '交办单有回复了',
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
