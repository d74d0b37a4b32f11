/** 评价: five levels, and what they come to in public. */
import { serve } from '../core/kernel/serve'
import { rate } from './actions/rate'
import { stats } from './actions/stats'

export const actions = { rate, stats }

export const main = serve(actions)
