/** 督查: what leaders and supervisors see and hand out. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { accountability } from './actions/accountability'
import { agenda } from './actions/agenda'
import { answerIssue } from './actions/answer-issue'
import { answerOrder } from './actions/answer-order'
import { appealAccountability } from './actions/appeal-accountability'
import { appealWarning } from './actions/appeal-warning'
import { board } from './actions/board'
import { bulletinFile } from './actions/bulletin-file'
import { bulletin } from './actions/bulletin'
import { bulletins } from './actions/bulletins'
import { correctBulletin } from './actions/correct-bulletin'
import { county } from './actions/county'
import { editBulletin } from './actions/edit-bulletin'
import { fairness } from './actions/fairness'
import { feedBack } from './actions/feed-back'
import { issueDetail } from './actions/issue-detail'
import { issues } from './actions/issues'
import { judgeAccountability } from './actions/judge-accountability'
import { judgeWarning } from './actions/judge-warning'
import { ledger } from './actions/ledger'
import { meeting } from './actions/meeting'
import { monthly } from './actions/monthly'
import { orderDetail } from './actions/order-detail'
import { order } from './actions/order'
import { orders } from './actions/orders'
import { outages } from './actions/outages'
import { publishBulletin } from './actions/publish-bulletin'
import { referPetition } from './actions/refer-petition'
import { registerAccountability } from './actions/register-accountability'
import { registerOutage } from './actions/register-outage'
import { register } from './actions/register'
import { returnOrder } from './actions/return-order'
import { signForOrder } from './actions/sign-for-order'
import { signOff } from './actions/sign-off'
import { urgeOrder } from './actions/urge-order'
import { warnings } from './actions/warnings'
import { watch } from './actions/watch'

export const actions = {
  accountability,
  agenda,
  answerIssue,
  answerOrder,
  appealAccountability,
  appealWarning,
  board,
  bulletinFile,
  bulletin,
  bulletins,
  correctBulletin,
  county,
  editBulletin,
  fairness,
  feedBack,
  issueDetail,
  issues,
  judgeAccountability,
  judgeWarning,
  ledger,
  meeting,
  monthly,
  orderDetail,
  order,
  orders,
  outages,
  publishBulletin,
  referPetition,
  registerAccountability,
  registerOutage,
  register,
  returnOrder,
  signForOrder,
  signOff,
  urgeOrder,
  warnings,
  watch,
}

export const main = serve(actions)
