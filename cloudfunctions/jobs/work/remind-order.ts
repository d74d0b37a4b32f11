/** 交办单到期: the unit is reminded on the last day; once past it, leader and supervisor hear of it. */
import { hashId } from '../../core/kernel/hash'
import { applyStep } from '../../core/kernel/step'
import type { OrderDocument } from '../../core/store/documents/order'
import { businessDate } from '../../../miniprogram/shared/dates'
import { orderDueAt, ORDERS, orderStep } from '../../supervision/orders'
import { SYSTEM } from './system'
import { sendNotices } from './notices'

export async function remindOrder(doc: OrderDocument, now: Date): Promise<void> {
  const due = orderDueAt(doc)
  let current = doc
  if (due && due <= now) {
    const overdue = businessDate(now) > doc.dueOn
    const action = overdue ? 'reportOverdue' : 'remindOrder'
    const title = overdue ? '交办单过了期限，还没回复' : '交办单今天到期'
    const step = orderStep(
      action,
      { text: '', said: title, set: () => ({ reminded: overdue ? 2 : 1 }), title },
      now,
    )
    const key = hashId(doc._id, action, doc.dueOn)
    const after = await applyStep(ORDERS, doc, SYSTEM, { key, content: key }, now, step)
    // Somebody moved it at this moment: still due, so the next tick looks again.
    if (!after) return
    current = after
  }
  await sendNotices('orders', current, now, (left) => orderDueAt(left as OrderDocument))
}
