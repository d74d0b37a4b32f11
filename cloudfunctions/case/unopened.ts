/** 没人打开的事、没人签收的交办单: two hours of office time after they came. */
import { calendarOf } from '../core/kernel/township-calendar'
import { waitsTooLong } from '../core/domain/call-list'
import { unopenedCases, unsignedOrders } from '../core/store/calls'
import type { UnopenedCase, UnsignedOrder } from '../core/store/calls'
import type { Query } from '../core/store/database'

export interface Unopened {
  readonly cases: readonly UnopenedCase[]
  readonly orders: readonly UnsignedOrder[]
}

/** Within what may be seen of each of the two. Two requests. */
export async function readUnopened(
  township: string,
  may: { readonly cases: Query; readonly orders: Query },
  now: Date,
): Promise<Unopened> {
  const calendar = calendarOf(township)
  const [cases, orders] = await Promise.all([
    unopenedCases({ ...may.cases, township }),
    unsignedOrders({ ...may.orders, township }),
  ])
  return {
    cases: cases.filter(({ receivedAt }) => waitsTooLong(receivedAt, now, calendar)),
    orders: orders.filter(({ log: [first] }) => first && waitsTooLong(first.at, now, calendar)),
  }
}
