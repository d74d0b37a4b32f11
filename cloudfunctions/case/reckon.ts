/** 重新算日子: what the dates of a case become when the holidays are known, or changed. */
import { addWorkdays } from '../core/domain/calendar'
import type { WorkCalendar } from '../core/domain/calendar'
import { SUPPLEMENT_WORKDAYS } from '../core/domain/deadline'
import type { CaseDocument } from '../core/store/documents/case'
import { businessDate, spokenDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'
import { derived } from './deadlines'
import { CARRY_WORKDAYS } from './new-case'
import type { Step } from './step'

/** The stored dates by that calendar; null when they are right. */
export function reckonedDates(
  doc: CaseDocument,
  calendar: WorkCalendar,
): Partial<CaseDocument> | null {
  const counted = countedDays(doc, calendar)
  const { urgentAt, warnAt } = derived({ ...doc, ...counted }, calendar)
  const fresh = { ...counted, urgentAt, warnAt }
  return datesOf({ ...doc, ...fresh }) === datesOf(doc) ? null : fresh
}

/** The step that puts them right. */
export function reckoningStep(doc: CaseDocument, fresh: Partial<CaseDocument>): Step {
  const [before, after] = [toldDay(doc), toldDay({ ...doc, ...fresh })]
  const told = after !== null && after !== before
  return {
    action: 'reckon',
    set: () => fresh,
    text:
      told && before
        ? `放假安排定了，${spokenDate(before)}改成${spokenDate(after)}`
        : '放假安排定了，日子重新算过',
    words: told
      ? {
          villager: `放假安排定了，日子重新算过：最晚${spokenDate(after)}。点开看怎么算的。`,
          office: { title: '最晚的日子变了', hint: '放假安排定了，重新算过', by: after },
        }
      : {},
  }
}

/** The days that were counted when they were written down. */
function countedDays(
  doc: CaseDocument,
  calendar: WorkCalendar,
): Pick<CaseDocument, 'supplements' | 'carry'> {
  const { supplements, carry, receivedOn, state, lateSince } = doc
  const last = supplements.length - 1
  const waiting = state === 'supplement' && lateSince === null
  return {
    supplements: supplements.map((notice, n) =>
      waiting && n === last
        ? {
            ...notice,
            // Told in writing: the villager may get more time by it, never less.
            dueOn: later(notice.dueOn, addWorkdays(notice.on, SUPPLEMENT_WORKDAYS, calendar)),
          }
        : notice,
    ),
    carry:
      carry?.doneOn === null
        ? { ...carry, dueOn: addWorkdays(receivedOn, CARRY_WORKDAYS, calendar) }
        : carry,
  }
}

const later = (a: BusinessDate, b: BusinessDate): BusinessDate => (a > b ? a : b)

const datesOf = ({ supplements, carry, urgentAt, warnAt }: CaseDocument): string =>
  JSON.stringify([supplements.map(({ dueOn }) => dueOn), carry?.dueOn, urgentAt, warnAt])

/** 最晚哪天: what the villager was told and is waiting for, or is waited for. */
function toldDay({ state, supplements, urgentAt }: CaseDocument): BusinessDate | null {
  if (state === 'supplement') return supplements.at(-1)?.dueOn ?? null
  if (!COMMITTED.has(state)) return null
  return businessDate(new Date(+urgentAt - 1))
}

const COMMITTED: ReadonlySet<CaseDocument['state']> = new Set([
  'accepted',
  'in_progress',
  'suspended',
])
