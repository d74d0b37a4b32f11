import { find } from './database'
import type { OrderDocument } from './documents/order'

export type OrderBehind = Pick<OrderDocument, '_id' | 'number' | 'unitName' | 'state' | 'dueOn'>

/** The orders that a matter led to, oldest first. */
export function ordersBehind(township: string, originId: string): Promise<OrderBehind[]> {
  return find<OrderBehind>(
    'orders',
    { township, 'origin.id': originId },
    {
      order: [['_id', 'asc']],
      projection: { number: 1, unitName: 1, state: 1, dueOn: 1 },
    },
  )
}
