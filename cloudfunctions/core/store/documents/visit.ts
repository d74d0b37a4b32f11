/** 走访: what a villager agrees to have written down. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Sealed } from '../../kernel/crypto'
import type { Stored } from './matter'

export interface Visit extends Stored {
  readonly v: number
  readonly villageId: string
  readonly villageName: string
  readonly on: BusinessDate
  readonly at: Date
  readonly by: { readonly account: string; readonly name: string }
  /** Department of the visitor on that day; '' for an agent or a leader, absent in older ones. */
  readonly unit?: string
  /** Name and words of the villager, only with consent; gone when the time of keeping is over. */
  readonly said: { readonly name: Sealed; readonly text: Sealed } | null
  /** An opinion heard that should become a task. */
  readonly opinion: boolean
  /** The issue that it became. */
  readonly issueId: string | null
  readonly content: string
  readonly nextDueAt?: Date
}
