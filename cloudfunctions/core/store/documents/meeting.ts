/** 周调度会. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Agenda } from '../../domain/agenda'
import type { MeetingState } from '../../domain/flows/meeting'
import type { Matter, Stored } from './matter'

/** 会上定的一件事: becomes a numbered order. */
export interface Decision {
  readonly orderId: string
  readonly unit: string
  readonly task: string
  readonly dueOn: BusinessDate
}

export interface MeetingDocument extends Matter {
  readonly state: MeetingState
  /** The Monday of its week. */
  readonly week: BusinessDate
  readonly agenda: Agenda
  readonly minutes: string
  readonly decisions: readonly Decision[]
  /** False while orders of its decisions may be missing: a crash came between. */
  readonly ordered: boolean
  readonly heldAt: Date | null
  readonly heldBy: string | null
}

/** When the next agenda is drafted. */
export interface DispatchSettings extends Stored {
  readonly v: number
  readonly kind: 'dispatch'
  readonly draftedFor: BusinessDate | null
  readonly nextDueAt: Date
}
