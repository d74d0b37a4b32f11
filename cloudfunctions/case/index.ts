/** 办件: hand in, watch, accept, decide, complete. */
import { serve } from '../core/kernel/serve'
import { accept } from './actions/accept'
import { ask } from './actions/ask'
import { askAgain } from './actions/ask-again'
import { complete } from './actions/complete'
import { decide } from './actions/decide'
import { detail } from './actions/detail'
import { inbox } from './actions/inbox'
import { mine } from './actions/mine'
import { paper } from './actions/paper'
import { progress } from './actions/progress'
import { raise } from './actions/raise'
import { raised } from './actions/raised'
import { submit } from './actions/submit'
import { track } from './actions/track'
import { trackIssue } from './actions/track-issue'
import { urge } from './actions/urge'

export const actions = {
  submit,
  mine,
  detail,
  paper,
  track,
  ask,
  urge,
  inbox,
  accept,
  progress,
  decide,
  complete,
  raise,
  raised,
  trackIssue,
  askAgain,
}

export const main = serve(actions)
