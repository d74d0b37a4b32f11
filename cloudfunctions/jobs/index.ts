/** 定时任务: does what is due, in order of time. Timer only; safe twice, late or killed half-way. */
import { serveTimer } from '../core/kernel/serve-timer'
import { tick } from './actions/tick'

export const main = serveTimer('tick', tick)
