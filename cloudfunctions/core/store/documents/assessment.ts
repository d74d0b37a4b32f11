/** 考核: whether it is on, on which document and with which rules; what people decided. */
import type { AssessmentRule, AssessmentState } from '../../domain/assessment'
import type { Month } from '../../domain/bulletin/text'
import type { AppealableState } from '../../domain/flows/appealable'
import type { Matter } from './matter'
import type { Appeal } from './warning'

/** One a township; its log says who turned it on or off, when, and on which document. */
export interface AssessmentDocument extends Matter {
  readonly state: AssessmentState
  /** 文号和题目 of the township's document; null while it was never on. */
  readonly basis: { readonly number: string; readonly title: string } | null
  readonly rules: readonly AssessmentRule[]
  readonly changedBy: string
  readonly changedAt: Date | null
}

/** 考核决定: about a unit, by a person, with the reason; appealable once. */
export interface AssessmentDecision extends Matter {
  readonly state: AppealableState
  readonly unit: string
  readonly unitName: string
  readonly month: Month
  /** The document it rests on, as it stood then. */
  readonly basis: string
  readonly decision: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedByName: string
  readonly at: Date
  readonly appeal: Appeal | null
}
