/** Which deadline of a case is running: the look, the commitment, the delivery. */
import { addWorkdays } from './calendar'
import type { WorkCalendar } from './calendar'
import {
  commitmentSpan,
  countingCalendar,
  DELIVERY_WORKDAYS,
  endOfDay,
  warnedFrom,
  warningOf,
} from './deadline'
import type { DeadlineFacts, Warning } from './deadline'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** Papers that came in are looked at within one working day (安阳市一窗受理规定). */
export const LOOK_WORKDAYS = 1

/** 等补材料 is the villager's time: nothing of the township's is overdue for this long after it. */
const SUPPLEMENT_GRACE_DAYS = 30

export interface CaseDeadlineFacts extends DeadlineFacts {
  readonly open: boolean
  readonly state: string
  readonly supplements: readonly {
    readonly dueOn: BusinessDate
    readonly missing: readonly { readonly givenAt: Date | null }[]
  }[]
  /** The day on which the papers asked for were complete; null while they are not. */
  readonly suppliedOn: BusinessDate | null
}

interface Running {
  readonly start: BusinessDate
  readonly days: number
  readonly due: BusinessDate
  /** Whether it can be nearly due; what the villager or the post takes cannot. */
  readonly warns: boolean
}

/** The stretch that is running now. */
export function runningDeadline(facts: CaseDeadlineFacts, calendar: WorkCalendar): Running {
  const { decidedOn, acceptedOn, supplements, state } = facts
  const stretch = (start: BusinessDate, days: number, warns: boolean): Running => ({
    start,
    days,
    due: addWorkdays(start, days, calendar),
    warns,
  })
  if (decidedOn !== null) return stretch(decidedOn, DELIVERY_WORKDAYS, false)
  const notice = supplements.at(-1)
  if (state === 'supplement' && notice) {
    const due = addDays(notice.dueOn, SUPPLEMENT_GRACE_DAYS)
    return { start: notice.dueOn, days: SUPPLEMENT_GRACE_DAYS, due, warns: false }
  }
  if (acceptedOn === null) return stretch(facts.suppliedOn ?? facts.receivedOn, LOOK_WORKDAYS, true)
  return { ...commitmentSpan(facts, calendar), warns: true }
}

/** 预警 of a case today. */
export function caseWarning(
  facts: CaseDeadlineFacts,
  today: BusinessDate,
  calendar: WorkCalendar,
): Warning {
  if (!facts.open) return 'none'
  const running = runningDeadline(facts, calendar)
  if (!running.warns) return today > running.due ? 'red' : 'none'
  return warningOf(running, today, countingCalendar(calendar, facts.pauses ?? [], null))
}

/** The same deadline as two instants, by which lists are ordered and boards count. */
export function caseDeadlines(
  facts: CaseDeadlineFacts,
  calendar: WorkCalendar,
): { readonly urgentAt: Date; readonly warnAt: Date } {
  const { start, days, due, warns } = runningDeadline(facts, calendar)
  const urgentAt = endOfDay(due)
  const counting = countingCalendar(calendar, facts.pauses ?? [], null)
  const warned = warns ? warnedFrom(start, days, counting) : null
  return { urgentAt, warnAt: warned === null ? urgentAt : instantOf(warned) }
}
