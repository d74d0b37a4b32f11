/** 办件: hand in, watch, accept, work, decide, hand over, complete; and what goes beside it. */
import { serve } from '../core/kernel/serve'
import { accept } from './actions/accept'
import { acceptConditionally } from './actions/accept-conditionally'
import { answerExtension } from './actions/answer-extension'
import { answerOpinion } from './actions/answer-opinion'
import { answerTransfer } from './actions/answer-transfer'
import { ask } from './actions/ask'
import { assign } from './actions/assign'
import { authorise } from './actions/authorise'
import { branchDecide } from './actions/branch-decide'
import { called } from './actions/called'
import { calls } from './actions/calls'
import { carry } from './actions/carry'
import { complete } from './actions/complete'
import { decide } from './actions/decide'
import { declareConflict } from './actions/declare-conflict'
import { deliver } from './actions/deliver'
import { detail } from './actions/detail'
import { earlierPapers } from './actions/earlier-papers'
import { externalUpdate } from './actions/external-update'
import { forward } from './actions/forward'
import { inbox } from './actions/inbox'
import { intake } from './actions/intake'
import { join } from './actions/join'
import { markDeceased } from './actions/mark-deceased'
import { mine } from './actions/mine'
import { notifySupplement } from './actions/notify-supplement'
import { object } from './actions/object'
import { opine } from './actions/opine'
import { paper } from './actions/paper'
import { progress } from './actions/progress'
import { publicize } from './actions/publicize'
import { publicized } from './actions/publicized'
import { refuse } from './actions/refuse'
import { reopen } from './actions/reopen'
import { requestExtension } from './actions/request-extension'
import { requestTransfer } from './actions/request-transfer'
import { resume } from './actions/resume'
import { returnOriginals } from './actions/return-originals'
import { serveNow } from './actions/serve-now'
import { setPriority } from './actions/set-priority'
import { sheet } from './actions/sheet'
import { signFor } from './actions/sign-for'
import { similar } from './actions/similar'
import { submit } from './actions/submit'
import { supplement } from './actions/supplement'
import { survey } from './actions/survey'
import { suspend } from './actions/suspend'
import { takeOriginals } from './actions/take-originals'
import { track } from './actions/track'
import { trackIssue } from './actions/track-issue'
import { units } from './actions/units'
import { urge } from './actions/urge'
import { withdraw } from './actions/withdraw'
import { withdrawLate } from './actions/withdraw-late'
import { askAgain } from './actions/ask-again'
import { raise } from './actions/raise'
import { raised } from './actions/raised'

export const actions = {
  submit,
  intake,
  serveNow,
  similar,
  join,
  earlierPapers,
  mine,
  detail,
  paper,
  sheet,
  track,
  units,
  ask,
  urge,
  inbox,
  calls,
  called,
  signFor,
  accept,
  acceptConditionally,
  notifySupplement,
  supplement,
  refuse,
  withdraw,
  withdrawLate,
  progress,
  suspend,
  resume,
  requestExtension,
  answerExtension,
  requestTransfer,
  answerTransfer,
  assign,
  setPriority,
  declareConflict,
  opine,
  answerOpinion,
  markDeceased,
  authorise,
  takeOriginals,
  returnOriginals,
  carry,
  forward,
  externalUpdate,
  survey,
  publicize,
  publicized,
  object,
  branchDecide,
  decide,
  deliver,
  complete,
  reopen,
  raise,
  raised,
  trackIssue,
  askAgain,
}

export const main = serve(actions)
