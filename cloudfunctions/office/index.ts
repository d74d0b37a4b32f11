/** 上班: what the people at work say and keep. */
import { serve } from '../core/kernel/serve'
import { announcements } from './actions/announcements'
import { answerHandover } from './actions/answer-handover'
import { answerSwap } from './actions/answer-swap'
import { attend } from './actions/attend'
import { calendar } from './actions/calendar'
import { callBack } from './actions/call-back'
import { catalogue } from './actions/catalogue'
import { colleagues } from './actions/colleagues'
import { consultation } from './actions/consultation'
import { consultations } from './actions/consultations'
import { coverWindow } from './actions/cover-window'
import { dismiss } from './actions/dismiss'
import { dialVisit } from './actions/dial-visit'
import { dutyNote } from './actions/duty-note'
import { editPlace } from './actions/edit-place'
import { editStaff } from './actions/edit-staff'
import { editText } from './actions/edit-text'
import { editWindows } from './actions/edit-windows'
import { endHandover } from './actions/end-handover'
import { fillHandover } from './actions/fill-handover'
import { fixVenue } from './actions/fix-venue'
import { gaps } from './actions/gaps'
import { handover } from './actions/handover'
import { handovers } from './actions/handovers'
import { invitations } from './actions/invitations'
import { invite } from './actions/invite'
import { deliverHandbook } from './actions/deliver-handbook'
import { handbookRegister } from './actions/handbook-register'
import { handbookVillages } from './actions/handbook-villages'
import { itemHistory } from './actions/item-history'
import { mediation } from './actions/mediation'
import { mediationAgree } from './actions/mediation-agree'
import { mediationConfirm } from './actions/mediation-confirm'
import { mediationConsent } from './actions/mediation-consent'
import { mediationDetail } from './actions/mediation-detail'
import { mediationFail } from './actions/mediation-fail'
import { mediationNote } from './actions/mediation-note'
import { mediationPerform } from './actions/mediation-perform'
import { mediations } from './actions/mediations'
import { nameSubstitute } from './actions/name-substitute'
import { placeHistory } from './actions/place-history'
import { postAnnouncement } from './actions/post-announcement'
import { previewCalendar } from './actions/preview-calendar'
import { publishItem } from './actions/publish-item'
import { retireItem } from './actions/retire-item'
import { reviewVenue } from './actions/review-venue'
import { roster } from './actions/roster'
import { route } from './actions/route'
import { saveItem } from './actions/save-item'
import { setCalendar } from './actions/set-calendar'
import { setDuty } from './actions/set-duty'
import { staff } from './actions/staff'
import { swapDuty } from './actions/swap-duty'
import { textHistory } from './actions/text-history'
import { texts } from './actions/texts'
import { training } from './actions/training'
import { trainings } from './actions/trainings'
import { venueCheck } from './actions/venue-check'
import { venueChecks } from './actions/venue-checks'
import { venuePhoto } from './actions/venue-photo'
import { visit } from './actions/visit'
import { visitIssue } from './actions/visit-issue'
import { visits } from './actions/visits'
import { whereabouts } from './actions/whereabouts'
import { withdrawAnnouncement } from './actions/withdraw-announcement'
import { withdrawInvitation } from './actions/withdraw-invitation'

export const actions = {
  whereabouts,
  calendar,
  previewCalendar,
  setCalendar,
  catalogue,
  itemHistory,
  saveItem,
  publishItem,
  retireItem,
  handbookVillages,
  handbookRegister,
  deliverHandbook,
  venueCheck,
  venueChecks,
  fixVenue,
  reviewVenue,
  venuePhoto,
  placeHistory,
  editPlace,
  editWindows,
  announcements,
  postAnnouncement,
  withdrawAnnouncement,
  texts,
  editText,
  textHistory,
  consultation,
  consultations,
  callBack,
  mediation,
  mediations,
  mediationDetail,
  mediationConsent,
  mediationNote,
  mediationAgree,
  mediationFail,
  mediationPerform,
  mediationConfirm,
  handover,
  nameSubstitute,
  answerHandover,
  fillHandover,
  endHandover,
  handovers,
  gaps,
  coverWindow,
  roster,
  setDuty,
  swapDuty,
  answerSwap,
  dutyNote,
  training,
  trainings,
  attend,
  staff,
  colleagues,
  invite,
  invitations,
  withdrawInvitation,
  editStaff,
  dismiss,
  visit,
  visits,
  visitIssue,
  route,
  dialVisit,
}

export const main = serve(actions)
