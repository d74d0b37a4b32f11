/** 差评整改、抽查回访. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { CallOutcome, RectificationState } from '../../domain/flows/rectification'
import type { RatingLevel } from '../../domain/rating'
import type { Contact } from './account'
import type { Matter } from './matter'

export interface Rectification extends Matter {
  readonly state: RectificationState
  /** 差评、窗口差评、抽查 */
  readonly origin: 'rating' | 'visit' | 'sample'
  /** The matter or the visit it is about. */
  readonly targetId: string
  /** The matter's number; empty for a visit. */
  readonly number: string
  readonly itemName: string
  readonly villageId: string
  /** The rated unit. It sees nothing before the villager was asked. */
  readonly unit: string
  readonly unitName: string
  readonly told: boolean
  /** Another unit, which calls. */
  readonly callUnit: string
  readonly callUnitName: string
  readonly level: RatingLevel | null
  readonly reasons: readonly string[]
  readonly comment: string
  /** The villager agreed that the words reach the unit. */
  readonly passOn: boolean
  /** The villager agreed that the unit learns which matter it is. */
  readonly named: boolean
  readonly personName: string
  readonly contact: Contact
  /** Whom to tell on the phone; null when an agent ran the errand. */
  readonly ownerId: string | null
  readonly raisedOn: BusinessDate
  readonly rectifiedOn: BusinessDate | null
  readonly open: boolean
  /** The end of what is due next; far away when nothing is. */
  readonly urgentAt: Date
  /** The system spoke up about this deadline already. */
  readonly reminded: boolean
  readonly calls: number
  /** What is to be put right, in the words of who called. */
  readonly advice: string
  /** What the unit did, or why it was done so. */
  readonly answer: string
  readonly revisit: { readonly outcome: CallOutcome; readonly text: string } | null
  readonly conclusion: string
  readonly appeal: {
    readonly text: string
    readonly at: Date
    readonly judgement: { readonly upheld: boolean; readonly reason: string } | null
  } | null
}
