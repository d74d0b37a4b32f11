/** 接待咨询. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { ConsultationState } from '../../domain/flows/consultation'
import type { Sealed } from '../../kernel/crypto'
import type { Matter } from './matter'

export type ConsultationWay = 'window' | 'phone' | 'visit'

export interface ConsultationDocument extends Matter {
  readonly state: ConsultationState
  readonly day: BusinessDate
  readonly at: Date
  /** Category of the catalogue. */
  readonly topic: string
  readonly way: ConsultationWay
  readonly villageId: string | null
  readonly receiverId: string
  readonly receiverName: string
  /** 要回话的: whom to call and about what; null when nothing is left to do. */
  readonly callBack: Sealed | null
  readonly open: boolean
  readonly reminded: boolean
}
