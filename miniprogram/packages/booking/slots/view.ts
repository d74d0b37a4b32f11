import type { Slot } from '../../../services/appointment'
import { halfDay, spokenDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { SlotDay } from '../../../shared/slot-days'

export interface HomeRow {
  readonly id: string
  readonly text: string
  readonly left: string
}

/** 上门 of a day: those that can still be had. */
export const homeRows = (visits: readonly Slot[], date: BusinessDate): HomeRow[] =>
  visits
    .filter((visit) => visit.date === date && visit.state === 'open')
    .map(({ id, start, remaining }) => ({
      id,
      text: `${halfDay(start)}上门来`,
      left: `剩${String(remaining)}个`,
    }))

/** Why the cadres come on another day than Thursday. */
export const movedNote = (day: SlotDay | undefined): string =>
  day?.movedFrom ? `${spokenDate(day.movedFrom)}放假，改到这天来` : ''
