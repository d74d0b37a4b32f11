/** 放假安排: what the township knows beyond the holidays that came with the program. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { CalendarDay } from '../../domain/calendar'
import type { Stored } from './matter'

export interface CalendarSettings extends Stored {
  readonly v: number
  readonly kind: 'calendar'
  /** Added by the township, in order of date; of a published day it says otherwise. */
  readonly days: readonly CalendarDay[]
  /** The last day for which the State Council's arrangement was entered; null while none was. */
  readonly verifiedUntil: BusinessDate | null
  /** Who changed what, oldest first. */
  readonly history: readonly CalendarChange[]
  /** The calendar by which every open matter was reckoned last. */
  readonly doneEdition: string | null
  /** How far a new reckoning has come; null while none is under way. */
  readonly progress: {
    readonly edition: string
    /** The collection that is being reckoned, and the last document of it. */
    readonly collection: string
    readonly after: string
    /** Matters that could not be written yet. */
    readonly left: number
  } | null
  readonly nextDueAt: Date
}

export interface CalendarChange {
  readonly at: Date
  readonly byName: string
  readonly text: string
  readonly key: string
  readonly content: string
}
