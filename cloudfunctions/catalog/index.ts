/** 目录: what can be done, what it takes, where. Public, read-only. */
import { serve } from '../core/kernel/serve'
import { faq } from './actions/faq'
import { guide } from './actions/guide'
import { home } from './actions/home'
import { items } from './actions/items'
import { notices } from './actions/notices'
import { people } from './actions/people'
import { place } from './actions/place'
import { rules } from './actions/rules'
import { venues } from './actions/venues'

export const actions = { home, items, guide, venues, place, people, notices, rules, faq }

export const main = serve(actions)
