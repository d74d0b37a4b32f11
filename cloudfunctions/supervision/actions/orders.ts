import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
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
    const { docs, next } = await page<OrderDocument, 'dueAt'>(
      'orders',
      { ...scope, open: !done },
      {
        field: 'dueAt',
        cursor,
        direction: done ? 'desc' : 'asc',
        size: PAGE,
        projection: { log: 0, out: 0 },
      },
    )
    return {
      orders: docs.map((doc) => listedOrder(doc, now)),
      next,
    }
  },
})
