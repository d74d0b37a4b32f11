import { action } from '../../core/kernel/action'
import { calledOrderInput, calledOrderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { takeOrderStep } from '../orders'

export const calledOrder = action({
  summary: '打过电话：没人签收的交办单，带班领导打给了谁，记在单子的经过里',
  by: ['leader'],
  scope: 'orders',
  input: calledOrderInput,
  output: calledOrderOutput,
  run: async (call, { id, toName }) => {
    const { caller, now } = call
    const doc = await takeOrderStep(call, id, {
      action: 'calledOrder',
      said: `还没人签收，打电话催了${toName}`,
      set: () => ({ called: { at: now, byName: caller.name, toName } }),
    })
    return { order: orderView(doc, caller, now) }
  },
})
