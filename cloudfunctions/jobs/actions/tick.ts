/**
 * One tick: everything due, township by township, in order of `nextDueAt`, in batches. What fails is
 * logged and postponed, so that one broken matter cannot hold up the others.
 */
import type { TimerCall } from '../../core/kernel/serve-timer'
import { settleClaim } from '../../core/store/claims'
import { putInForce } from '../../core/store/editions'
import { dropFile } from '../../core/store/exports'
import { DUE_COLLECTIONS, dueDocuments, postpone, townships } from '../../core/store/due'
import type { DueCollection, DueDocument } from '../../core/store/due'
import { keepCalendar } from '../../core/kernel/township-calendar'
import type { Account } from '../../core/store/documents/account'
import type { CalendarSettings } from '../../core/store/documents/calendar'
import type { CallSettings } from '../../core/store/documents/calls'
import type { CaseDocument } from '../../core/store/documents/case'
import type { ConsultationDocument } from '../../core/store/documents/consultation'
import type { MediationDocument } from '../../core/store/documents/mediation'
import type { IssueDocument } from '../../core/store/documents/issue'
import type { OrderDocument } from '../../core/store/documents/order'
import type { ExportDocument } from '../../core/store/documents/export'
import type { ItemRecord } from '../../core/store/documents/edition'
import type { VenueCheck } from '../../core/store/documents/place'
import type { VisitRating } from '../../core/store/documents/rating'
import type { Rectification } from '../../core/store/documents/rectification'
import type { DispatchSettings, MeetingDocument } from '../../core/store/documents/meeting'
import type { AssessmentDecision } from '../../core/store/documents/assessment'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import type { RollupSettings, WorkSettings } from '../../core/store/documents/rollup'
import type { DayDocument } from '../../core/store/documents/day'
import type { Claim, Slot, SlotSettings } from '../../core/store/documents/slot'
import type {
  AccountabilityDocument,
  OutageDocument,
  WarningDocument,
  WarningSettings,
} from '../../core/store/documents/warning'
import type { Duty, Gap, Handover } from '../../core/store/documents/staff'
import type { Visit } from '../../core/store/documents/visit'
import { eraseVisit } from '../work/erase-visit'
import { draftAgenda } from '../work/draft-agenda'
import { finishMeeting } from '../work/finish-meeting'
import { sendNotices } from '../work/notices'
import { runCaseTimers } from '../work/case-timers'
import { openSlots } from '../work/open-slots'
import { reckonAgain } from '../work/reckon-again'
import { recountRatings } from '../work/recount-ratings'
import { followBadRating, followVisit, watchRectification } from '../work/rectify'
import { recountWork } from '../work/recount-work'
import { onTime } from '../work/on-time'
import { remindIssue } from '../work/remind-issue'
import { remindOrder } from '../work/remind-order'
import { excuseWarnings, recordWarnings } from '../work/warn'
import { remindCheck } from '../work/remind-check'
import { CONSULTATIONS, remindingStep } from '../../office/consultations'
import { MEDIATIONS, reminderStep } from '../../office/mediations'
import { settleDay } from '../work/settle-day'
import { workOnSlot } from '../work/slots'
import { tellCalls } from '../work/tell-calls'
import { tellPresence } from '../work/tell-presence'
import { settleHandover } from '../work/settle-handover'

/** Whole documents: one answer of the cloud holds a megabyte, and a matter with a long story has 40 KB. */
const BATCH = 20
const POSTPONE_MS = 10 * 60_000

/** What to do with each kind of settings that is due; of those due at the same time, in this order. */
const SETTINGS_WORK: Readonly<Record<string, (settings: never, now: Date) => Promise<void>>> = {
  calendar: (settings: CalendarSettings, now: Date) => reckonAgain(settings, now),
  slots: (settings: SlotSettings, now: Date) => openSlots(settings, now),
  warnings: (settings: WarningSettings, now: Date) => recordWarnings(settings, now),
  rollups: (settings: RollupSettings, now: Date) => recountRatings(settings, now),
  work: (settings: WorkSettings, now: Date) => recountWork(settings, now),
  dispatch: (settings: DispatchSettings, now: Date) => draftAgenda(settings, now),
  calls: (settings: CallSettings, now: Date) => tellCalls(settings, now),
}

/** What to do with a due document of each collection. */
const WORK: Readonly<Record<DueCollection, (doc: never, now: Date) => Promise<void>>> = {
  settings: async (doc: { readonly kind: string }, now: Date) =>
    SETTINGS_WORK[doc.kind]?.(doc as never, now),
  claims: (doc: Claim, now: Date) => settleClaim(doc, now),
  editions: (doc: ItemRecord, now: Date) => putInForce(doc, now),
  consultations: (doc: ConsultationDocument, now: Date) =>
    onTime(CONSULTATIONS, doc, now, () => remindingStep(now)),
  mediations: (doc: MediationDocument, now: Date) =>
    onTime(MEDIATIONS, doc, now, (one) => reminderStep(one, now)),
  accounts: (doc: Account, now: Date) => tellPresence(doc, now),
  days: (doc: DayDocument) => settleDay(doc),
  slots: (doc: Slot, now: Date) => workOnSlot(doc, now),
  issues: (doc: IssueDocument, now: Date) => remindIssue(doc, now),
  orders: (doc: OrderDocument, now: Date) => remindOrder(doc, now),
  checks: (doc: VenueCheck, now: Date) => remindCheck(doc, now),
  cases: async (doc: CaseDocument, now: Date) => {
    await followBadRating(doc, now)
    await runCaseTimers(doc, now)
  },
  visitRatings: (doc: VisitRating, now: Date) => followVisit(doc, now),
  rectifications: (doc: Rectification, now: Date) => watchRectification(doc, now),
  bulletins: (doc: BulletinDocument, now: Date) => sendNotices('bulletins', doc, now),
  outages: (doc: OutageDocument, now: Date) => excuseWarnings(doc, now),
  warnings: (doc: WarningDocument, now: Date) => sendNotices('warnings', doc, now),
  accountabilities: (doc: AccountabilityDocument, now: Date) =>
    sendNotices('accountabilities', doc, now),
  assessmentDecisions: (doc: AssessmentDecision, now: Date) =>
    sendNotices('assessmentDecisions', doc, now),
  handovers: (doc: Handover, now: Date) => settleHandover(doc, now),
  duties: (doc: Duty, now: Date) => sendNotices('duties', doc, now),
  gaps: (doc: Gap, now: Date) => sendNotices('gaps', doc, now),
  visits: (doc: Visit) => eraseVisit(doc),
  meetings: (doc: MeetingDocument, now: Date) => finishMeeting(doc, now),
  exports: (doc: ExportDocument) => dropFile(doc),
}

export async function tick({ now, isOver }: TimerCall): Promise<{ done: number; failed: number }> {
  let done = 0
  let failed = 0
  for (const township of await townships()) {
    await keepCalendar(township, now, 0)
    for (const collection of DUE_COLLECTIONS) {
      const seen = new Set<string>()
      while (!isOver()) {
        const batch = await dueDocuments(collection, township, now, BATCH)
        const fresh = batch.filter((doc) => !seen.has(doc._id)).sort(byTimeAndKind)
        if (fresh.length === 0) break
        for (const doc of fresh) {
          if (isOver()) break
          seen.add(doc._id)
          if (await workOn(collection, doc, now)) done++
          else failed++
        }
      }
    }
  }
  return { done, failed }
}

const SETTINGS_ORDER = Object.keys(SETTINGS_WORK)

/** Documents without a kind stay in the order in which they came. */
function byTimeAndKind(one: DueDocument, other: DueDocument): number {
  const rank = (doc: DueDocument & { readonly kind?: string }) =>
    SETTINGS_ORDER.indexOf(doc.kind ?? '')
  return +one.nextDueAt - +other.nextDueAt || rank(one) - rank(other)
}

async function workOn(collection: DueCollection, doc: DueDocument, now: Date): Promise<boolean> {
  try {
    await WORK[collection](doc as never, now)
    return true
  } catch (error) {
    console.error(
      JSON.stringify({
        job: collection,
        id: doc._id,
        error: error instanceof Error ? error.stack : String(error),
      }),
    )
    await postpone(collection, doc, new Date(+now + POSTPONE_MS)).catch(() => undefined)
    return false
  }
}
