/** 下午四点的电话单: on which day the leader was told last. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Notice, Stored } from './matter'

export interface CallSettings extends Stored {
  readonly v: number
  readonly kind: 'calls'
  readonly toldOn: BusinessDate | null
  readonly out: readonly Notice[]
  readonly nextDueAt: Date
}
