import { action } from '../../core/kernel/action'
import { feedBackInput, feedBackOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const feedBack = action({
  summary: '反馈：结果告诉了谁、怎么说的',
  by: ['leader', 'supervisor'],
  scope: 'orders',
  input: feedBackInput,
  output: feedBackOutput,
  run: async (call, { id, text }) => {
    const doc = await takeOrderStep(call, id, {
      action: 'feedBack',
      text,
      said: text,
      set: () => ({ feedback: text, open: false }),
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
