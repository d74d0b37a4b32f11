/** 督查: what leaders and supervisors see. Facts, never ranks. */
import { serve } from '../core/kernel/serve'
import { board } from './actions/board'

export const actions = { board }

export const main = serve(actions)
