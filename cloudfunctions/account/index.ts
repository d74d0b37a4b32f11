/** 我的: who I am, my messages, my permits. */
import { serve } from '../core/kernel/serve'
import { bindResident } from './actions/bind-resident'
import { bindStaff } from './actions/bind-staff'
import { family } from './actions/family'
import { inbox } from './actions/inbox'
import { me } from './actions/me'
import { permits } from './actions/permits'

export const actions = { me, bindResident, bindStaff, family, permits, inbox }

export const main = serve(actions)
