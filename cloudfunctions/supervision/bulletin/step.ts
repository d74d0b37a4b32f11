/** 每月通报: its kind of matter, one step of it, and which month may be spoken of. */
import type { KnownCall } from '../../core/kernel/action'
import { leadingRelations } from '../../core/kernel/caller'
import { AppError } from '../../core/kernel/errors'
import { takeStep } from '../../core/kernel/step'
import type { Change, MatterKind } from '../../core/kernel/step'
import { lastFinished } from '../../core/domain/bulletin/month'
import { monthName } from '../../core/domain/bulletin/text'
import type { Month } from '../../core/domain/bulletin/text'
import { BULLETIN } from '../../core/domain/flows/bulletin'
import type { BulletinAction, BulletinState } from '../../core/domain/flows/bulletin'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import { businessDate } from '../../../miniprogram/shared/dates'
import { bulletinView } from './view'

const BULLETINS: MatterKind<BulletinDocument, BulletinState, BulletinAction, object> = {
  collection: 'bulletins',
  flow: BULLETIN,
  what: '这一期通报',
  relations: leadingRelations,
}

export const bulletinId = (township: string, month: Month): string =>
  `${township}:bulletin:${month}`

/** A bulletin is about a month that is over; it is drafted on the first of the next. */
export function refuseUnlessOver(month: Month, now: Date): void {
  if (month <= lastFinished(businessDate(now))) return
  throw new AppError(
    'MONTH_NOT_OVER',
    `${monthName(month)}还没过完，下月1日出初稿。现在的数看看板。`,
  )
}

export async function bulletinStep(
  call: KnownCall,
  month: Month,
  action: BulletinAction,
  change: (doc: BulletinDocument) => Change<BulletinDocument>,
) {
  refuseUnlessOver(month, call.now)
  const view = (doc: BulletinDocument) => ({ bulletin: bulletinView(doc, call.caller) })
  const step = { action, facts: () => ({}), change }
  return view(await takeStep(BULLETINS, call, bulletinId(call.township, month), step, view))
}
