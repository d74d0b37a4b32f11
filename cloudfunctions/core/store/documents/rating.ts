/** 窗口评价、纸质评价卡、一年一次的问卷. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { AttitudeAnswer, AttitudeKey } from '../../../../miniprogram/shared/rating-words'
import type { RatingLevel } from '../../domain/rating'
import type { Contact } from './account'
import type { Stored } from './matter'

/** A visit to a window, rated there by its desk card: one per person, window and day. */
export interface VisitRating extends Stored {
  readonly window: number
  readonly windowName: string
  /** The first department at that window, in fixed order. */
  readonly unit: string
  readonly unitName: string
  readonly level: RatingLevel
  readonly reasons: readonly string[]
  readonly comment: string
  readonly passOn: boolean
  readonly by: string
  readonly name: string
  readonly villageId: string
  readonly contact: Contact
  readonly day: BusinessDate
  readonly at: Date
  readonly key: string
  readonly content: string
  /** Due until the follow-up of a bad one exists. */
  readonly nextDueAt?: Date
  readonly v: number
}

/** A paper card, used for one matter only. */
export interface RatingCard extends Stored {
  readonly targetId: string
}

/**
 * 一份问卷: no account, no name, no village, no moment. `_id` is a keyed hash of person and year, so
 * that nobody answers twice and nobody without the key can tell whose it is.
 */
export interface SurveyAnswer extends Stored {
  readonly year: number
  readonly answers: Readonly<Record<AttitudeKey, AttitudeAnswer>>
  /** Keyed hash of the request, to recognise its repeat. */
  readonly receipt: string
}
