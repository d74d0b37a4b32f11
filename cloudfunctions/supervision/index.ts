/** 督查: what leaders and supervisors see and hand out. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { answerIssue } from './actions/answer-issue'
import { answerOrder } from './actions/answer-order'
import { board } from './actions/board'
import { bulletinFile } from './actions/bulletin-file'
import { bulletin } from './actions/bulletin'
import { bulletins } from './actions/bulletins'
import { correctBulletin } from './actions/correct-bulletin'
import { county } from './actions/county'
import { editBulletin } from './actions/edit-bulletin'
import { feedBack } from './actions/feed-back'
import { issueDetail } from './actions/issue-detail'
import { issues } from './actions/issues'
import { ledger } from './actions/ledger'
import { orderDetail } from './actions/order-detail'
import { order } from './actions/order'
import { orders } from './actions/orders'
import { publishBulletin } from './actions/publish-bulletin'
import { referPetition } from './actions/refer-petition'
import { register } from './actions/register'
import { returnOrder } from './actions/return-order'
import { signForOrder } from './actions/sign-for-order'
import { signOff } from './actions/sign-off'
import { urgeOrder } from './actions/urge-order'
import { accountability } from './actions/accountability'
import { appealAccountability } from './actions/appeal-accountability'
import { appealWarning } from './actions/appeal-warning'
import { fairness } from './actions/fairness'
import { judgeAccountability } from './actions/judge-accountability'
import { judgeWarning } from './actions/judge-warning'
import { outages } from './actions/outages'
import { registerAccountability } from './actions/register-accountability'
import { registerOutage } from './actions/register-outage'
import { warnings } from './actions/warnings'

export const actions = {
  answerIssue,
  answerOrder,
  board,
  bulletinFile,
  bulletin,
  bulletins,
  correctBulletin,
  county,
  editBulletin,
  feedBack,
  issueDetail,
  issues,
  orderDetail,
  order,
  orders,
  publishBulletin,
  referPetition,
  register,
  returnOrder,
  signForOrder,
  signOff,
  urgeOrder,
  accountability,
  appealAccountability,
  appealWarning,
  fairness,
  judgeAccountability,
  judgeWarning,
  outages,
  registerAccountability,
  registerOutage,
  warnings,
  ledger,
}

export const main = serve(actions)
