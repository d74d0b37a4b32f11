/** Daily recounts. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { RatingCounts } from '../../domain/rating'
import type { Stored } from './matter'

/** 一天的满意度，按部门分 */
export interface RatingRollup extends Stored {
  readonly kind: 'rating'
  readonly day: BusinessDate
  readonly departments: Readonly<
    Record<string, { readonly counts: RatingCounts; readonly eligible: number }>
  >
}

/** The daily recount of statistics. */
export interface RollupSettings extends Stored {
  readonly v: number
  readonly kind: 'rollups'
  readonly doneUntil: BusinessDate | null
  readonly nextDueAt: Date
}
