import { action } from '../../core/kernel/action'
import { refuseTwiceADay } from '../../core/kernel/once-a-day'
import { urgeOrderInput, urgeOrderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const urgeOrder = action({
  summary: '督办：催还没回复的单位，一天一次',
  by: ['leader', 'supervisor'],
  scope: 'orders',
  input: urgeOrderInput,
  output: urgeOrderOutput,
  run: async (call, { id }) => {
    const doc = await takeOrderStep(call, id, {
      action: 'urgeOrder',
      said: '督办了一次',
      set: (order) => {
        refuseTwiceADay(
          order.log,
          'urgeOrder',
          call.now,
          '今天督办过了，单位已经收到。急的话直接打电话。',
        )
        return {}
      },
      title: '交办单在催，请尽快回复',
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
