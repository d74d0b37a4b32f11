/** 调解: what the parties are and say is sealed, and read by the mediator alone. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { MediationKind, MediationState } from '../../domain/flows/mediation'
import type { MediationReminder } from '../../domain/mediation-reminders'
import type { Sealed } from '../../kernel/crypto'
import type { Holder } from './case'
import type { Matter } from './matter'

export interface Party {
  /** 甲方, 乙方 … */
  readonly label: string
  readonly name: Sealed
  readonly phone: Sealed | null
  readonly consent: 'asked' | 'given' | 'refused'
  readonly consentAt: Date | null
}

export interface MediationDocument extends Matter {
  readonly state: MediationState
  readonly number: string
  readonly kind: MediationKind
  readonly mediatorId: string
  readonly mediator: Holder
  readonly summary: Sealed
  readonly parties: readonly Party[]
  readonly notes: readonly { readonly at: Date; readonly text: Sealed }[]
  readonly agreement: {
    readonly form: 'written' | 'oral'
    readonly text: Sealed
    readonly on: BusinessDate
    readonly performBy: BusinessDate | null
    /** The last day on which both may ask the court to confirm it. */
    readonly confirmBy: BusinessDate
  } | null
  /** 司法确认: the day on which it was asked for. */
  readonly confirmedOn: BusinessDate | null
  readonly openedAt: Date
  readonly openedOn: BusinessDate
  readonly endedOn: BusinessDate | null
  readonly open: boolean
  /** Reminders that were sent. */
  readonly reminded: readonly MediationReminder[]
}
