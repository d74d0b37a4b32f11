/** 交办单 in tests: issued by the leader to the department of the sample cadre, up to a state. */
import type { OrderState } from '../../cloudfunctions/core/domain/flows/order'
import type { Output } from '../../typings/wire'
import type { LocalCloud } from './local-cloud'
import { CADRE, LEADER, newRequest, SUPERVISOR } from './people'

export type Order = Output<'supervision', 'order'>['order']

export const ORDER = { unit: 'mz', task: '村口路灯不亮，三天内修好', dueOn: '2026-12-01' }

/** One step of an order. */
export const orderStep = (
  cloud: LocalCloud,
  openid: string,
  action: string,
  id: string,
  content: Record<string, unknown> = {},
) =>
  cloud.ok<{ order: Order }>(openid, `supervision.${action}`, {
    id,
    requestId: newRequest(),
    ...content,
  })

/** The way to every state, as steps of the right people. */
const WAY: readonly (readonly [OrderState, string, string, Record<string, unknown>?])[] = [
  ['signed', CADRE, 'signForOrder'],
  ['answered', CADRE, 'answerOrder', { text: '路灯修好了，两盏都亮' }],
  ['closed', SUPERVISOR, 'signOff'],
  ['fed_back', SUPERVISOR, 'feedBack', { text: '告诉了村里和反映的人' }],
]

export async function issuedOrder(
  cloud: LocalCloud,
  state: OrderState = 'issued',
  content: Record<string, unknown> = {},
): Promise<Order> {
  let { order } = await cloud.ok<{ order: Order }>(LEADER, 'supervision.order', {
    ...ORDER,
    origin: { kind: 'meeting', id: 'meeting-1' },
    requestId: newRequest(),
    ...content,
  })
  for (const [to, openid, action, words] of WAY) {
    if (order.status === state) break
    order = (await orderStep(cloud, openid, action, order.id, words)).order
    if (to === state) break
  }
  return order
}
