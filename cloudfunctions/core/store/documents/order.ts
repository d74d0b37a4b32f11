/** 交办单、督办单. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { OrderKind, OrderState } from '../../domain/flows/order'
import type { Watch } from '../../domain/issue-watch'
import type { CaseDocument, Holder } from './case'
import type { Matter } from './matter'

/** `direct`: 领导当面交办的, with nothing written behind it. */
export type OrderOrigin = 'direct' | 'issue' | 'case' | 'meeting' | 'rating'

export interface OrderDocument extends Matter {
  readonly state: OrderState
  readonly kind: OrderKind
  readonly year: number
  readonly seq: number
  /** 交办〔2026〕12号 */
  readonly number: string
  readonly origin: { readonly kind: OrderOrigin; readonly id: string | null }
  readonly unit: string
  readonly unitName: string
  readonly task: string
  readonly issuedOn: BusinessDate
  readonly issuedBy: string
  readonly dueOn: BusinessDate
  /** The end of `dueOn`: lists are in this order. */
  readonly dueAt: Date
  /** Until it is fed back. */
  readonly open: boolean
  readonly holder: Holder | null
  /** The last call about it while nobody had signed for it. */
  readonly called?: CaseDocument['called']
  readonly answer: { readonly text: string; readonly byName: string; readonly at: Date } | null
  readonly closedOn: BusinessDate | null
  readonly feedback: string | null
  /** Reminders sent so far: on the due day, and once past it. */
  readonly reminded: 0 | 1 | 2
  readonly watch: Watch
  /** Accounts to whom it does not exist: whom the complaint behind it is about. */
  readonly hiddenFrom: readonly string[]
}
