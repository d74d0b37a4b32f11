/** 上班: what the people at work say and keep. */
import { serve } from '../core/kernel/serve'
import { catalogue } from './actions/catalogue'
import { itemHistory } from './actions/item-history'
import { publishItem } from './actions/publish-item'
import { retireItem } from './actions/retire-item'
import { saveItem } from './actions/save-item'
import { whereabouts } from './actions/whereabouts'

export const actions = {
  whereabouts,
  catalogue,
  itemHistory,
  saveItem,
  publishItem,
  retireItem,
}

export const main = serve(actions)
