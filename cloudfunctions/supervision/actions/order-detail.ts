import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { OrderDocument } from '../../core/store/documents/order'
import { orderDetailInput, orderDetailOutput } from '../schema/order'
import { orderView } from '../order-view'
import { ORDERS } from '../orders'

export const orderDetail = action({
  summary: '一张交办单：要办什么、谁在办、走到哪一步',
  by: ['window', 'cadre', 'leader', 'supervisor'],
  scope: 'orders',
  input: orderDetailInput,
  output: orderDetailOutput,
  run: async ({ scope, caller, now }, { id }) => {
    const doc = await findOne<OrderDocument>('orders', { ...scope, _id: id })
    if (!doc) throw notFound(ORDERS.what)
    return { order: orderView(doc, caller, now) }
  },
})
