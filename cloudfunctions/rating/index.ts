/** 评价: five levels, what they come to in public, and what follows from a bad one. */
import { serve } from '../core/kernel/serve'
import { appeal } from './actions/appeal'
import { conclude } from './actions/conclude'
import { contact } from './actions/contact'
import { enterRating } from './actions/enter-rating'
import { judgeAppeal } from './actions/judge-appeal'
import { rate } from './actions/rate'
import { rateAgain } from './actions/rate-again'
import { rateVisit } from './actions/rate-visit'
import { rated } from './actions/rated'
import { rectification } from './actions/rectification'
import { rectifications } from './actions/rectifications'
import { rectify } from './actions/rectify'
import { revisit } from './actions/revisit'
import { stats } from './actions/stats'
import { survey } from './actions/survey'
import { surveyStats } from './actions/survey-stats'
import { unitStats } from './actions/unit-stats'

export const actions = {
  rate,
  rateAgain,
  rateVisit,
  rated,
  enterRating,
  stats,
  unitStats,
  survey,
  surveyStats,
  rectifications,
  rectification,
  contact,
  rectify,
  revisit,
  conclude,
  appeal,
  judgeAppeal,
}

export const main = serve(actions)
