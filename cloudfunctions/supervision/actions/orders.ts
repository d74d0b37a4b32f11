import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
import type { OrderDocument } from '../../core/store/documents/order'
import { ordersInput, ordersOutput } from '../schema/order'
import { listedOrder } from '../order-view'

const PAGE = 30

export const orders = action({
  summary: '交办单：没反馈完的，最急的在前；也能看办完的',
  by: ['window', 'cadre', 'leader', 'supervisor'],
  scope: 'orders',
  input: ordersInput,
  output: ordersOutput,
  run: async ({ scope, now }, { done = false, cursor }) => {
    const direction = done ? 'desc' : 'asc'
    const docs = await find<OrderDocument>(
      'orders',
      afterCursor({ ...scope, open: !done }, 'dueAt', direction, cursor),
      {
        order: [
          ['dueAt', direction],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        projection: { log: 0, out: 0 },
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      orders: docs.map((doc) => listedOrder(doc, now)),
      next: last ? encodeCursor(last.dueAt, last._id) : null,
    }
  },
})
