/** 办件: hand in, watch, accept, decide, complete. */
import { serve } from '../core/kernel/serve'
import { accept } from './actions/accept'
import { complete } from './actions/complete'
import { decide } from './actions/decide'
import { detail } from './actions/detail'
import { inbox } from './actions/inbox'
import { mine } from './actions/mine'
import { progress } from './actions/progress'
import { submit } from './actions/submit'
import { track } from './actions/track'

export const actions = { submit, mine, detail, track, inbox, accept, progress, decide, complete }

export const main = serve(actions)
