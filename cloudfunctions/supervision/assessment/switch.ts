/** 考核的开关: off until the leader turns it on, on which document; each change stays in the log. */
import type { KnownCall } from '../../core/kernel/action'
import { leadingRelations } from '../../core/kernel/caller'
import { hashId } from '../../core/kernel/hash'
import { takeStep } from '../../core/kernel/step'
import type { MatterKind } from '../../core/kernel/step'
import { ASSESSMENT } from '../../core/domain/assessment'
import type {
  AssessmentAction,
  AssessmentRule,
  AssessmentState,
} from '../../core/domain/assessment'
import { findOne } from '../../core/store/database'
import type { AssessmentDocument } from '../../core/store/documents/assessment'
import { bornOfItself, newMatter } from '../../core/store/new-matter'
import { insertNew } from '../../core/store/insert-new'
import { assessmentView } from './view'

const SWITCH: MatterKind<AssessmentDocument, AssessmentState, AssessmentAction, object> = {
  collection: 'assessments',
  flow: ASSESSMENT,
  what: '考核',
  relations: leadingRelations,
}

const idOf = (township: string): string => `${township}:assessment`

/** As nobody has ever turned it on. */
function neverOn(township: string, now: Date): AssessmentDocument {
  const _id = idOf(township)
  return newMatter<AssessmentDocument>(
    bornOfItself(township, now, hashId('open', _id)),
    { _id, action: 'open', state: 'off', text: '没有启用' },
    { basis: null, rules: [], changedBy: '', changedAt: null },
  )
}

export async function readAssessment(township: string, now: Date): Promise<AssessmentDocument> {
  const doc = await findOne<AssessmentDocument>('assessments', { _id: idOf(township), township })
  return doc ?? neverOn(township, now)
}

export interface Rulebook {
  readonly number: string
  readonly title: string
  readonly rules: readonly AssessmentRule[]
}

/** One turn of the switch; `book` is left as it is when it is turned off. */
export async function turnSwitch(
  call: KnownCall,
  action: AssessmentAction,
  text: string,
  book?: Rulebook,
) {
  const { township, caller, now } = call
  await prepare(township, now)
  const view = (doc: AssessmentDocument) => ({ assessment: assessmentView(doc, caller) })
  const step = {
    action,
    facts: () => ({}),
    change: () => ({
      set: {
        changedBy: caller.name,
        changedAt: now,
        ...(book ? { basis: { number: book.number, title: book.title }, rules: book.rules } : {}),
      },
      text,
    }),
  }
  return view(await takeStep(SWITCH, call, idOf(township), step, view))
}

/** The first time there is nothing to turn yet. */
async function prepare(township: string, now: Date): Promise<void> {
  if (await findOne('assessments', { _id: idOf(township), township })) return
  await insertNew('assessments', neverOn(township, now))
}
