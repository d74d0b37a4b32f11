/** 上班: what the people at work say and keep. */
import { serve } from '../core/kernel/serve'
import { callBack } from './actions/call-back'
import { catalogue } from './actions/catalogue'
import { consultation } from './actions/consultation'
import { consultations } from './actions/consultations'
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
import { publishItem } from './actions/publish-item'
import { retireItem } from './actions/retire-item'
import { saveItem } from './actions/save-item'
import { editPlace } from './actions/edit-place'
import { editText } from './actions/edit-text'
import { editWindows } from './actions/edit-windows'
import { fixVenue } from './actions/fix-venue'
import { postAnnouncement } from './actions/post-announcement'
import { reviewVenue } from './actions/review-venue'
import { textHistory } from './actions/text-history'
import { venueCheck } from './actions/venue-check'
import { venueChecks } from './actions/venue-checks'
import { venuePhoto } from './actions/venue-photo'
import { whereabouts } from './actions/whereabouts'
import { withdrawAnnouncement } from './actions/withdraw-announcement'

export const actions = {
  whereabouts,
  catalogue,
  itemHistory,
  saveItem,
  publishItem,
  retireItem,
  venueCheck,
  venueChecks,
  fixVenue,
  reviewVenue,
  venuePhoto,
  editPlace,
  editWindows,
  postAnnouncement,
  withdrawAnnouncement,
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
}

export const main = serve(actions)
