/**
 * 差评怎么跟进的: counted on the day on which something was due, because by then it is settled
 * whether it was done in time; a bulletin drawn up late says the same.
 */
import { addWorkdays, nextWorkday } from '../calendar'
import type { WorkCalendar } from '../calendar'
import { endOfDay } from '../deadline'
import { RECTIFY_WORKDAYS } from '../flows/rectification'
import type { RectificationAction, RectificationState } from '../flows/rectification'
import type { Part } from './count'
import { businessDate } from '../../../../miniprogram/shared/dates'

/** A bad rating, of a matter or at a window. */
export interface BadRating {
  readonly unit: string
  readonly villageId: string
  readonly at: Date
}

/** What was done about it: the log of its follow-up, empty while nobody began. */
export type FollowUpLog = readonly {
  readonly at: Date
  readonly action: string
  readonly to: string
}[]

const DONE: readonly string[] = [
  'to_revisit',
  'closed',
  'disregarded',
] satisfies RectificationState[]
const CONTACT: string = 'contact' satisfies RectificationAction

/** @returns two parts: on the day by which it had to be contacted, and put right (or explained). */
export function countFollowUp(
  { unit, villageId, at }: BadRating,
  log: FollowUpLog,
  calendar: WorkCalendar,
): Part[] {
  const raisedOn = businessDate(at)
  const contactBy = nextWorkday(raisedOn, calendar)
  const rectifyBy = addWorkdays(raisedOn, RECTIFY_WORKDAYS, calendar)
  const contacted = log.some(
    (event) =>
      event.action === CONTACT && event.to !== 'to_contact' && event.at < endOfDay(contactBy),
  )
  const rectified = log.some((event) => DONE.includes(event.to) && event.at < endOfDay(rectifyBy))
  const part = (day: string, figures: Part['figures']): Part => ({ day, unit, villageId, figures })
  return [
    part(contactBy, { contactDue: 1, contacted: contacted ? 1 : 0 }),
    part(rectifyBy, { rectifyDue: 1, rectified: rectified ? 1 : 0 }),
  ]
}
