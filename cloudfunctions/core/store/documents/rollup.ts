/** Daily recounts. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Sums } from '../../domain/bulletin/table'
import type { Month } from '../../domain/bulletin/text'
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

/** 一天的办事数，按部门和村分; only what is not zero */
export interface WorkRollup extends Stored, Sums {
  readonly kind: 'work'
  readonly day: BusinessDate
  /** Completed matters of each item, and the working days they took in all. */
  readonly items: Readonly<Record<string, { readonly n: number; readonly days: number }>>
}

/** The nightly recount of the day's work, and the bulletin that follows from a finished month. */
export interface WorkSettings extends Stored {
  readonly v: number
  readonly kind: 'work'
  readonly doneUntil: BusinessDate | null
  readonly draftedUntil: Month | null
  readonly nextDueAt: Date
}
