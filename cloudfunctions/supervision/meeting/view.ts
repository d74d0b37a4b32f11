/** A meeting as it is read on the phone. */
import { AGENDA_TOPICS } from '../../core/domain/agenda'
import { ORDER_STATES } from '../../core/domain/flows/order'
import type { MeetingDocument } from '../../core/store/documents/meeting'
import type { OrderDocument } from '../../core/store/documents/order'

export type DecidedOrder = Pick<OrderDocument, '_id' | 'number' | 'unitName' | 'state'>

export function meetingView(doc: MeetingDocument, orders: readonly DecidedOrder[]) {
  return {
    week: doc.week,
    state: doc.state,
    agenda: doc.agenda.map(({ topic, count, entries }) => ({
      topic,
      title: AGENDA_TOPICS[topic],
      count,
      entries,
    })),
    minutes: doc.minutes,
    decisions: doc.decisions.map(({ orderId, task, dueOn }) => {
      const order = orders.find(({ _id }) => _id === orderId)
      return {
        orderId,
        number: order?.number ?? '',
        unitName: order?.unitName ?? '',
        task,
        dueOn,
        statusText: order ? ORDER_STATES[order.state] : '正在开单',
      }
    }),
    heldAt: doc.heldAt?.toISOString() ?? null,
    heldBy: doc.heldBy,
  }
}
