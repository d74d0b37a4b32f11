/** 预警、停电断网、责任追究. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { AppealableState } from '../../domain/flows/appealable'
import type { RecordedColour, WarningStep } from '../../domain/warnings'
import type { Matter } from './matter'

export interface Appeal {
  readonly text: string
  readonly at: Date
  readonly answer: { readonly stands: boolean; readonly reason: string } | null
}

/** 一次黄色或红色预警: recorded once, never taken out. */
export interface WarningDocument extends Matter {
  readonly state: AppealableState
  readonly caseId: string
  readonly number: string
  readonly itemName: string
  readonly unit: string
  readonly unitName: string
  readonly villageId: string
  readonly step: WarningStep
  readonly colour: RecordedColour
  readonly start: BusinessDate
  readonly days: number
  readonly due: BusinessDate
  /** When it was deserved, not when the timer came by. */
  readonly at: Date
  /** Who had it then; null when nobody was assigned, and it is the leader's. */
  readonly holder: { readonly account: string; readonly name: string } | null
  readonly appeal: Appeal | null
}

/** 停电、断网、上级系统故障: days on which nobody could work. */
export interface OutageDocument extends Matter {
  readonly kind: OutageKind
  readonly from: BusinessDate
  readonly until: BusinessDate
  readonly text: string
  readonly byName: string
  readonly at: Date
}

export type OutageKind = 'power' | 'network' | 'superior'

/** What a decision rests on. */
export interface AccountabilityFact {
  readonly kind: 'warning' | 'rectification'
  readonly id: string
  readonly text: string
}

export type Measure = 'none' | 'talk' | 'explain' | 'notice' | 'other'

/** 责任追究: decided by people, registered with its facts and reason. */
export interface AccountabilityDocument extends Matter {
  readonly state: AppealableState
  readonly unit: string
  readonly unitName: string
  /** Null when it is about the unit as a whole. */
  readonly person: { readonly account: string; readonly name: string } | null
  readonly measure: Measure
  readonly reason: string
  readonly facts: readonly AccountabilityFact[]
  readonly decidedBy: string
  readonly decidedByName: string
  readonly at: Date
  readonly appeal: Appeal | null
}

/** How far the warnings are recorded. */
export interface WarningSettings {
  readonly _id: string
  readonly township: string
  readonly schema: number
  readonly v: number
  readonly kind: 'warnings'
  readonly doneUntil: Date | null
  readonly nextDueAt: Date
}
