/** 号源、座位. */
import type { BusinessDate, WallTime } from '../../../../miniprogram/shared/dates'
import type { SlotTemplate } from '../../domain/slots'
import type { Contact } from './account'
import type { Notice, Stored } from './matter'

/** 一个座位就是一次预约 */
export interface Seat {
  readonly id: string
  readonly who: string
  readonly by: string
  readonly name: string
  readonly no: number
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly note: string
  readonly contact: Contact | null
  readonly bookedAt: Date
  readonly content: string
  readonly reminded: boolean
}

export interface PastSeat extends Seat {
  readonly cancelledAt: Date
  readonly reason: string
  readonly cancelKey: string
  readonly cancelContent: string
}

export interface Slot extends Stored {
  readonly v: number
  readonly state: 'open' | 'closed'
  readonly venueId: string
  readonly venueName: string
  readonly venueAddress: string
  readonly venuePhone: string
  readonly date: BusinessDate
  readonly start: WallTime
  readonly end: WallTime
  readonly startAt: Date
  readonly capacity: number
  readonly remaining: number
  readonly base: number
  readonly seats: readonly Seat[]
  readonly past: readonly PastSeat[]
  /** Every seat ever given, kept for look-up by id and by booker. */
  readonly issued: readonly { readonly id: string; readonly by: string }[]
  readonly out: readonly Notice[]
  readonly nextDueAt?: Date
}

/** 一人半天一个号 */
export interface Claim extends Stored {
  readonly slotId: string
  readonly seatId: string
  readonly at: Date
  readonly nextDueAt: Date
}

/** Which slots to open, and how far they are open already. */
export interface SlotSettings extends Stored {
  readonly v: number
  readonly kind: 'slots'
  readonly templates: Readonly<Record<string, SlotTemplate>>
  readonly venues: readonly {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly phone: string
    readonly template: string
  }[]
  readonly horizonDays: number
  readonly openUntil: BusinessDate | null
  readonly nextDueAt: Date
}
