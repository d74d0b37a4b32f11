/** 目录: what can be done, what it takes, where. Public, read-only. */
import { serve } from '../core/kernel/serve'
import { guide } from './actions/guide'
import { home } from './actions/home'
import { items } from './actions/items'
import { people } from './actions/people'
import { venues } from './actions/venues'

export const actions = { home, items, guide, venues, people }

export const main = serve(actions)
