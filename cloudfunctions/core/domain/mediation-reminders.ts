/**
 * When a mediation reminds its mediator: a week before and on the last day for 司法确认 (人民调解法 33),
 * and on the day by which the agreement was to be performed (31).
 */
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

export type MediationReminder = 'confirm-soon' | 'confirm-last' | 'perform'

export interface ReminderFacts {
  readonly state: string
  readonly agreement: {
    readonly performBy: BusinessDate | null
    readonly confirmBy: BusinessDate
  } | null
  readonly confirmedOn: BusinessDate | null
  /** Those that were sent. */
  readonly reminded: readonly MediationReminder[]
}

const SOON_DAYS = 7

/** The next reminder and its moment (8:00), or null when none is left. */
export function nextReminder(
  facts: ReminderFacts,
): { readonly which: MediationReminder; readonly at: Date } | null {
  const { state, agreement, confirmedOn, reminded } = facts
  if (state !== 'agreed' || !agreement) return null
  const { confirmBy, performBy } = agreement
  const days: (readonly [MediationReminder, BusinessDate])[] = [
    ...(confirmedOn === null
      ? ([
          ['confirm-soon', addDays(confirmBy, -SOON_DAYS)],
          ['confirm-last', confirmBy],
        ] as const)
      : []),
    ...(performBy === null ? [] : ([['perform', performBy]] as const)),
  ]
  const [next] = days
    .filter(([which]) => !reminded.includes(which))
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  return next ? { which: next[0], at: instantOf(next[1], '08:00') } : null
}
