import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { OrderOrigin } from '../../core/store/documents/order'
import { orderInput, orderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { issueOrder } from '../orders'

/** Where the matter behind an order is looked up; what meetings and ratings decide is their own. */
const ORIGINS: Readonly<Partial<Record<OrderOrigin, { collection: 'cases'; what: string }>>> = {
  case: { collection: 'cases', what: '这件事' },
}

export const order = action({
  summary: '开交办单（领导）、督办单（监督）：哪个单位、办什么、哪天前回复',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: orderInput,
  output: orderOutput,
  run: async (call, { kind = 'assign', origin, unit, task, dueOn }) => {
    const behind = ORIGINS[origin.kind]
    if (behind && !(await findOne(behind.collection, { ...call.scope, _id: origin.id }))) {
      throw notFound(behind.what)
    }
    const doc = await issueOrder(call, {
      kind,
      origin,
      unit,
      task,
      dueOn,
      watch: 'station',
      hiddenFrom: [],
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
