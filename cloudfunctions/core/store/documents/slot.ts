/** 号源、座位、候补. */
import type { BusinessDate, WallTime } from '../../../../miniprogram/shared/dates'
import type { SlotException, SlotTemplate } from '../../domain/slots'
import type { Contact } from './account'
import type { Notice, Stored } from './matter'

/** Where a seat is. */
export interface SeatRef {
  readonly slotId: string
  readonly seatId: string
}

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
  readonly villageId?: string
  /** Booked by somebody else: messages say for whom. */
  readonly forOther?: boolean
  /** The person has no phone and somebody else booked: the agent of the village is told too. */
  readonly tellAgent?: boolean
  /** 上门: where to. */
  readonly place?: string
  /** 改时间: the seat that this one takes the place of. */
  readonly releases?: SeatRef
  /** 改时间, begun: where this seat moves to; finished or taken back by `jobs` after a crash. */
  readonly moving?: (SeatRef & { readonly at: Date }) | null
  /** Kept for somebody who has not said yes yet. */
  readonly offer?: { readonly until: Date } | null
  /** The answer to the offer, to recognise its repeat. */
  readonly answered?: { readonly key: string; readonly content: string }
}

export interface PastSeat extends Seat {
  readonly cancelledAt: Date
  readonly reason: string
  readonly cancelKey: string
  readonly cancelContent: string
  /** The seat that took its place: moved by the person, or offered because the session closed. */
  readonly movedTo?: SeatRef
}

/** 候补: waits for a seat in this slot; becomes a seat with the same id. */
export type Waiting = Omit<Seat, 'no'> & { readonly no?: undefined }

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
  /** 上门 */
  readonly home?: boolean
  readonly walkIns?: number
  readonly leadMinutes?: number
  readonly movedFrom?: BusinessDate | null
  /** Opened by hand: a new plan leaves it alone. */
  readonly extra?: boolean
  /** Why it was closed, and by which request. */
  readonly closed?: { readonly reason: string; readonly by: string; readonly key: string }
  readonly seats: readonly Seat[]
  readonly past: readonly PastSeat[]
  readonly waiting?: readonly Waiting[]
  /** Length of `waiting`, for lists that do not read it. */
  readonly waiters?: number
  /** Everybody who ever had a seat here or waits for one, for look-up by id and by booker. */
  readonly issued: readonly {
    readonly id: string
    readonly by: string
    readonly villageId?: string
  }[]
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

/** A place with slots. */
export interface SlotVenue {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly template: string
  /** Further patterns at the same place, such as market days. */
  readonly also?: readonly string[]
}

/** Which slots to open, and how far they are open already. */
export interface SlotSettings extends Stored {
  readonly v: number
  readonly kind: 'slots'
  readonly templates: Readonly<Record<string, SlotTemplate>>
  readonly venues: readonly SlotVenue[]
  readonly exceptions?: readonly SlotException[]
  readonly horizonDays: number
  readonly openUntil: BusinessDate | null
  /** By which calendar the slots were opened. */
  readonly calendarEdition?: string
  /** The last change by a person, to recognise its repeat. */
  readonly lastChange?: { readonly key: string; readonly content: string }
  readonly nextDueAt: Date
}
