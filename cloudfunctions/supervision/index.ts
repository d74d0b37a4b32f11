/** 督查: what leaders and supervisors see and hand out. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { answerOrder } from './actions/answer-order'
import { board } from './actions/board'
import { feedBack } from './actions/feed-back'
import { order } from './actions/order'
import { orderDetail } from './actions/order-detail'
import { orders } from './actions/orders'
import { returnOrder } from './actions/return-order'
import { signForOrder } from './actions/sign-for-order'
import { signOff } from './actions/sign-off'
import { urgeOrder } from './actions/urge-order'

export const actions = {
  board,
  order,
  orders,
  orderDetail,
  signForOrder,
  answerOrder,
  returnOrder,
  signOff,
  feedBack,
  urgeOrder,
}

export const main = serve(actions)
