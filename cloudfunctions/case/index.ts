/** 办件: hand in, watch, accept, decide, complete. */
import { serve } from '../core/kernel/serve'
import { accept } from './actions/accept'
import { ask } from './actions/ask'
import { complete } from './actions/complete'
import { decide } from './actions/decide'
import { detail } from './actions/detail'
import { inbox } from './actions/inbox'
import { mine } from './actions/mine'
import { paper } from './actions/paper'
import { progress } from './actions/progress'
import { submit } from './actions/submit'
import { track } from './actions/track'
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
}

export const main = serve(actions)
