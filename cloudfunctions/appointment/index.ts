/** 预约: slots with seats left, book, move, wait, cancel; what the places offer; the day itself. */
import { serve } from '../core/kernel/serve'
import { answerOffer } from './actions/answer-offer'
import { book } from './actions/book'
import { callNext } from './actions/call-next'
import { cancel } from './actions/cancel'
import { changePlan } from './actions/change-plan'
import { checkIn } from './actions/check-in'
import { closeSlots } from './actions/close-slots'
import { day } from './actions/day'
import { detail } from './actions/detail'
import { hall } from './actions/hall'
import { joinWaitlist } from './actions/join-waitlist'
import { mine } from './actions/mine'
import { noShow } from './actions/no-show'
import { openSlots } from './actions/open-slots'
import { plan } from './actions/plan'
import { reschedule } from './actions/reschedule'
import { serve as serveVisitor } from './actions/serve'
import { slots } from './actions/slots'
import { walkIn } from './actions/walk-in'

export const actions = {
  slots,
  book,
  mine,
  detail,
  cancel,
  reschedule,
  joinWaitlist,
  answerOffer,
  day,
  checkIn,
  walkIn,
  callNext,
  serve: serveVisitor,
  noShow,
  hall,
  openSlots,
  closeSlots,
  plan,
  changePlan,
}

export const main = serve(actions)
