/** 重新算日子: when the next call or the putting right is due, once the holidays are known or change. */
import type { Step } from '../core/kernel/step'
import type { WorkCalendar } from '../core/domain/calendar'
import { endOfDay } from '../core/domain/deadline'
import { rectificationDue } from '../core/domain/flows/rectification'
import type {
  RectificationAction,
  RectificationFacts,
  RectificationState,
} from '../core/domain/flows/rectification'
import type { Recipient } from '../core/store/documents/matter'
import type { Rectification } from '../core/store/documents/rectification'
import { businessDate, spokenDate } from '../../miniprogram/shared/dates'
import { rectificationTask } from './notices'
import { appealOf, NEVER } from './rectification'

/** What is due next by that calendar; null when what is stored is right. */
export function reckonedStage(
  doc: Rectification,
  calendar: WorkCalendar,
): Partial<Rectification> | null {
  const due = rectificationDue(doc.state, doc, calendar)
  const urgentAt = due === null ? NEVER : endOfDay(due)
  if (+urgentAt === +doc.urgentAt) return null
  return { urgentAt, reminded: doc.reminded && urgentAt < doc.urgentAt }
}

/** Whoever has to do it hears of the other day; the villager was promised none. */
export const reckoningStageStep = (
  _doc: Rectification,
  fresh: Partial<Rectification>,
  now: Date,
): Step<Rectification, RectificationState, RectificationAction, RectificationFacts> => ({
  action: 'reckon',
  facts: (doc) => ({ text: '', appeal: appealOf(doc) }),
  change: () => ({ set: fresh, text: '放假安排定了，日子重新算过' }),
  tell: (after, _effects, cause) => [
    rectificationTask(
      after,
      cause,
      now,
      whoseTurn(after),
      '最晚的日子变了',
      `${after.unitName}的一件差评整改，放假安排定了，最晚${lastDay(after)}。点开看该做什么。`,
    ),
  ],
})

const lastDay = ({ urgentAt }: Rectification): string =>
  spokenDate(businessDate(new Date(+urgentAt - 1)))

/** The rated unit puts right; another one calls, the supervisor where there is none. */
function whoseTurn({ state, unit, callUnit }: Rectification): Recipient {
  if (state === 'to_rectify') return { unit }
  return callUnit === '' ? { role: 'supervisor' } : { unit: callUnit }
}
