import { action } from '../../core/kernel/action'
import { holderOf } from '../../core/kernel/holder'
import { signForOrderInput, signForOrderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const signForOrder = action({
  summary: '签收交办单：谁签收谁负责',
  by: ['window', 'cadre'],
  scope: 'orders',
  input: signForOrderInput,
  output: signForOrderOutput,
  run: async (call, { id }) => {
    const doc = await takeOrderStep(call, id, {
      action: 'signForOrder',
      said: '签收了',
      set: () => ({ holder: holderOf(call) }),
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
