import { action } from '../../core/kernel/action'
import { endOfDay } from '../../core/domain/deadline'
import { returnOrderInput, returnOrderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { checkDue, takeOrderStep } from '../orders'

export const returnOrder = action({
  summary: '退回重办：写明差什么',
  by: ['leader', 'supervisor'],
  scope: 'orders',
  input: returnOrderInput,
  output: returnOrderOutput,
  run: async (call, { id, text, dueOn }) => {
    if (dueOn !== undefined) checkDue(dueOn, call.now)
    const doc = await takeOrderStep(call, id, {
      action: 'returnOrder',
      text,
      said: text,
      set: () => (dueOn === undefined ? {} : { dueOn, dueAt: endOfDay(dueOn), reminded: 0 }),
      title: '交办单退回来了，要重办',
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
