/** 交办单到期: the unit is reminded on the last day; once past it, leader and supervisor hear of it. */
import type { OrderDocument } from '../../core/store/documents/order'
import { businessDate } from '../../../miniprogram/shared/dates'
import { ORDERS, orderStep } from '../../supervision/orders'
import { onTime } from './on-time'

export const remindOrder = (doc: OrderDocument, now: Date): Promise<void> =>
  onTime(ORDERS, doc, now, ({ dueOn }) => {
    const overdue = businessDate(now) > dueOn
    const title = overdue ? '交办单过了期限，还没回复' : '交办单今天到期'
    return orderStep(
      overdue ? 'reportOverdue' : 'remindOrder',
      { text: '', said: title, set: () => ({ reminded: overdue ? 2 : 1 }), title },
      now,
    )
  })
