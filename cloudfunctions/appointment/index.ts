/** 预约: slots with seats left, book, mine, cancel. */
import { serve } from '../core/kernel/serve'
import { book } from './actions/book'
import { cancel } from './actions/cancel'
import { day } from './actions/day'
import { detail } from './actions/detail'
import { mine } from './actions/mine'
import { slots } from './actions/slots'

export const actions = { slots, book, mine, detail, cancel, day }

export const main = serve(actions)
