import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { signOffInput, signOffOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const signOff = action({
  summary: '销号：单位回复了、办成了',
  by: ['leader', 'supervisor'],
  scope: 'orders',
  input: signOffInput,
  output: signOffOutput,
  run: async (call, { id }) => {
    const doc = await takeOrderStep(call, id, {
      action: 'signOff',
      said: '销号了',
      set: () => ({ closedOn: businessDate(call.now) }),
      title: '交办单销号了',
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
