/** 督查: what leaders and supervisors see and hand out. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { answerIssue } from './actions/answer-issue'
import { answerOrder } from './actions/answer-order'
import { board } from './actions/board'
import { feedBack } from './actions/feed-back'
import { issueDetail } from './actions/issue-detail'
import { issues } from './actions/issues'
import { order } from './actions/order'
import { orderDetail } from './actions/order-detail'
import { orders } from './actions/orders'
import { referPetition } from './actions/refer-petition'
import { register } from './actions/register'
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
  register,
  issues,
  issueDetail,
  answerIssue,
  referPetition,
}

export const main = serve(actions)
