/**
 * 预警: which deadlines of a matter passed undone, as a pure function of its dates, so that a timer
 * that runs late, twice or not for three days records the same.
 *
 * Yellow: the commitment is undone when the last day ends at the office, or a step (looking at the
 * papers, handing over the result) is overdue. Red: the commitment is past due. A commitment of a
 * day or less knows only red. Blue is a reminder on the lists and is never recorded.
 */
import { addWorkdays } from './calendar'
import type { WorkCalendar } from './calendar'
import { DELIVERY_WORKDAYS, endOfDay } from './deadline'
import { addDays, businessDate, instantOf, plainDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

export const WARNING_STEPS = {
  look: '看材料',
  commitment: '办理',
  delivery: '送达',
} as const

export type WarningStep = keyof typeof WARNING_STEPS

export type RecordedColour = 'yellow' | 'red'

/** Papers that came in are looked at within this many working days. */
const LOOK_WORKDAYS = 1

/** When the office closes: undone on the due day means undone now. */
const CLOSING_TIME = '17:30'

/** The moments of a matter; null while it has not come to that. */
export interface WarningFacts {
  readonly receivedOn: BusinessDate
  readonly lookedAt: Date | null
  readonly acceptedOn: BusinessDate | null
  /** 视为已受理: when it was; a commitment that had run out before is overdue from then on. */
  readonly deemedAt?: Date | undefined
  /** Working days, with what was granted on top. */
  readonly commitDays: number
  /** When something else than working days moves it: the last day as it stands. */
  readonly due?: BusinessDate
  readonly decidedAt: Date | null
  readonly deliveredAt: Date | null
}

export interface Span {
  readonly start: BusinessDate
  /** Working days; the day after `start` is day 1. */
  readonly days: number
  /** The last day, inclusive. */
  readonly due: BusinessDate
}

export interface DeservedWarning extends Span {
  readonly step: WarningStep
  readonly colour: RecordedColour
  readonly at: Date
}

/** A stretch of days on which nobody could work, registered by the leader. */
export interface OutageDays {
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** The calendar in which the days of power, network or system failures are not working days. */
export function withoutOutages(
  calendar: WorkCalendar,
  outages: readonly OutageDays[],
): WorkCalendar {
  if (outages.length === 0) return calendar
  const days = new Map(calendar.days)
  for (const { from, until } of outages) {
    for (let date = from; date <= until; date = addDays(date, 1)) {
      days.set(date, { date, off: true, name: '停电、断网' })
    }
  }
  return { ...calendar, days }
}

const spanOf = (start: BusinessDate, days: number, calendar: WorkCalendar): Span => ({
  start,
  days,
  due: addWorkdays(start, days, calendar),
})

/** Undone at that moment, although it was reached. */
const undoneAt = (at: Date, doneAt: Date | null, now: Date): boolean =>
  at <= now && (doneAt === null || doneAt > at)

/** Every warning that a matter has deserved by now, oldest deadline first. */
export function warningsDeserved(
  facts: WarningFacts,
  now: Date,
  calendar: WorkCalendar,
): DeservedWarning[] {
  const overdueStep = (step: WarningStep, span: Span, doneAt: Date | null): DeservedWarning[] => {
    const at = endOfDay(span.due)
    return undoneAt(at, doneAt, now) ? [{ ...span, step, colour: 'yellow', at }] : []
  }
  const look = overdueStep(
    'look',
    spanOf(facts.receivedOn, LOOK_WORKDAYS, calendar),
    facts.lookedAt,
  )
  const delivery =
    facts.decidedAt === null
      ? []
      : overdueStep(
          'delivery',
          spanOf(businessDate(facts.decidedAt), DELIVERY_WORKDAYS, calendar),
          facts.deliveredAt,
        )
  return [...look, ...commitmentWarnings(facts, now, calendar), ...delivery]
}

function commitmentWarnings(
  facts: WarningFacts,
  now: Date,
  calendar: WorkCalendar,
): DeservedWarning[] {
  const { acceptedOn, commitDays, decidedAt, deemedAt } = facts
  if (acceptedOn === null) return []
  const reckoned = spanOf(acceptedOn, commitDays, calendar)
  const due = facts.due && facts.due > reckoned.due ? facts.due : reckoned.due
  const span = { ...reckoned, due }
  const both = [
    ...(commitDays > 1 ? [{ colour: 'yellow' as const, at: instantOf(due, CLOSING_TIME) }] : []),
    { colour: 'red' as const, at: endOfDay(due) },
  ]
  return both
    .map((warning) => (deemedAt && deemedAt > warning.at ? { ...warning, at: deemedAt } : warning))
    .filter(({ at }) => undoneAt(at, decidedAt, now))
    .map((warning) => ({ ...span, step: 'commitment', ...warning }))
}

/** True when the deadline would have been later, had the outages been known. */
export const isExcused = (
  { start, days, due }: Span,
  calendar: WorkCalendar,
  outages: readonly OutageDays[],
): boolean => spanOf(start, days, withoutOutages(calendar, outages)).due > due

/** 怎么算的, in sentences that can be read aloud. */
export function explainWarning(warning: DeservedWarning): string[] {
  const { step, colour, start, days, due } = warning
  const from = { look: '收到', commitment: '受理', delivery: '出结果' }[step]
  const counted =
    days === 0
      ? `${plainDate(start)}${from}，当天办好。`
      : `${plainDate(start)}${from}，第二天起算${String(days)}个工作日，最晚${plainDate(due)}。`
  const undone =
    colour === 'yellow' && step === 'commitment'
      ? `到${plainDate(due)}下班还没办完，记黄色。`
      : `过了${plainDate(due)}还没${step === 'commitment' ? '办完' : WARNING_STEPS[step]}，记${colour === 'red' ? '红' : '黄'}色。`
  return [counted, undone]
}
