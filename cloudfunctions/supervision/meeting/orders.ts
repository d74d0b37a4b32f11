/** What a meeting decided becomes orders, each exactly once, however often this runs. */
import type { KnownCall } from '../../core/kernel/action'
import type { Caller } from '../../core/kernel/caller'
import { sha256 } from '../../core/kernel/hash'
import { updateOne } from '../../core/store/database'
import type { MeetingDocument } from '../../core/store/documents/meeting'
import type { OrderDocument } from '../../core/store/documents/order'
import { issueOrder } from '../orders'

export async function issueDecisions(
  call: Pick<KnownCall, 'township' | 'now'> & { readonly caller: Pick<Caller, 'id' | 'name'> },
  meeting: MeetingDocument,
): Promise<OrderDocument[]> {
  const orders: OrderDocument[] = []
  // One after the other, so that their numbers follow the minutes.
  for (const { orderId, unit, task, dueOn } of meeting.decisions) {
    const request = { key: orderId, content: sha256({ unit, task, dueOn }) }
    orders.push(
      await issueOrder(
        { ...call, request },
        {
          kind: 'assign',
          origin: { kind: 'meeting', id: meeting._id },
          unit,
          task,
          dueOn,
          watch: 'station',
          hiddenFrom: [],
        },
      ),
    )
  }
  const { _id, township } = meeting
  await updateOne('meetings', { _id, township }, { $set: { ordered: true } })
  return orders
}
