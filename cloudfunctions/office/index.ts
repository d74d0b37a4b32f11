/** 上班: what the people at work say and keep. */
import { serve } from '../core/kernel/serve'
import { whereabouts } from './actions/whereabouts'

export const actions = { whereabouts }

export const main = serve(actions)
