/** 督查: what leaders and supervisors see and hand out. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { accountability } from './actions/accountability'
import { agenda } from './actions/agenda'
import { answerIssue } from './actions/answer-issue'
import { answerOrder } from './actions/answer-order'
import { appealAccountability } from './actions/appeal-accountability'
import { appealAssessment } from './actions/appeal-assessment'
import { appealWarning } from './actions/appeal-warning'
import { assessment } from './actions/assessment'
import { board } from './actions/board'
import { bulletin } from './actions/bulletin'
import { bulletinFile } from './actions/bulletin-file'
import { bulletins } from './actions/bulletins'
import { changeAssessment } from './actions/change-assessment'
import { correctBulletin } from './actions/correct-bulletin'
import { county } from './actions/county'
import { editBulletin } from './actions/edit-bulletin'
import { exportMatters } from './actions/export-matters'
import { exported } from './actions/exported'
import { fairness } from './actions/fairness'
import { feedBack } from './actions/feed-back'
import { issueDetail } from './actions/issue-detail'
import { issues } from './actions/issues'
import { judgeAccountability } from './actions/judge-accountability'
import { judgeAssessment } from './actions/judge-assessment'
import { judgeWarning } from './actions/judge-warning'
import { ledger } from './actions/ledger'
import { meeting } from './actions/meeting'
import { monthly } from './actions/monthly'
import { order } from './actions/order'
import { orderDetail } from './actions/order-detail'
import { orders } from './actions/orders'
import { outages } from './actions/outages'
import { publishBulletin } from './actions/publish-bulletin'
import { referPetition } from './actions/refer-petition'
import { register } from './actions/register'
import { registerAccountability } from './actions/register-accountability'
import { registerAssessment } from './actions/register-assessment'
import { registerOutage } from './actions/register-outage'
import { returnOrder } from './actions/return-order'
import { signForOrder } from './actions/sign-for-order'
import { signOff } from './actions/sign-off'
import { turnOffAssessment } from './actions/turn-off-assessment'
import { turnOnAssessment } from './actions/turn-on-assessment'
import { calledOrder } from './actions/called-order'
import { urgeOrder } from './actions/urge-order'
import { warnings } from './actions/warnings'
import { watch } from './actions/watch'

export const actions = {
  accountability,
  agenda,
  answerIssue,
  answerOrder,
  appealAccountability,
  appealAssessment,
  appealWarning,
  assessment,
  board,
  bulletin,
  bulletinFile,
  bulletins,
  changeAssessment,
  correctBulletin,
  county,
  editBulletin,
  fairness,
  feedBack,
  issueDetail,
  issues,
  judgeAccountability,
  judgeAssessment,
  judgeWarning,
  ledger,
  exportMatters,
  exported,
  meeting,
  monthly,
  order,
  orderDetail,
  orders,
  outages,
  publishBulletin,
  referPetition,
  register,
  registerAccountability,
  registerAssessment,
  registerOutage,
  returnOrder,
  signForOrder,
  signOff,
  turnOffAssessment,
  turnOnAssessment,
  urgeOrder,
  calledOrder,
  warnings,
  watch,
}

export const main = serve(actions)
