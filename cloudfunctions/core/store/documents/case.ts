/** 一件事. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { ApplicationState } from '../../domain/flows/application'
import type { RatingLevel } from '../../domain/rating'
import type { Sealed } from '../../kernel/crypto'
import type { Contact } from './account'
import type { Matter } from './matter'

export interface Reply {
  readonly outcome: 'approve' | 'refuse'
  readonly text: string
  readonly remedy: string | null
  readonly byName: string
  readonly at: Date
}

export interface CaseMaterial {
  readonly key: string
  readonly name: string
  readonly required: boolean
  readonly fileId: string | null
}

/** Somebody on the township's side, as shown to the villager: name, post, office phone. */
export interface Holder {
  readonly account: string | null
  readonly name: string
  readonly post: string
  readonly phone: string
}

export interface CaseDocument extends Matter {
  readonly state: ApplicationState
  readonly number: string
  readonly queryCode: Sealed
  readonly queryHash: string
  /** Wrong codes tried on a day, to stop guessing. */
  readonly guesses: { readonly day: BusinessDate; readonly count: number }
  readonly itemCode: string
  readonly itemName: string
  readonly mode: 'direct' | 'proxy' | 'joint'
  readonly unit: string
  readonly unitName: string
  readonly unitPhone: string
  readonly steps: readonly { readonly name: string; readonly by: string }[]
  readonly villageId: string
  readonly ownerId: string
  readonly agentId: string | null
  readonly applicant: { readonly name: string; readonly contact: Contact }
  readonly materials: readonly CaseMaterial[]
  readonly note: string
  /** 首问负责 */
  readonly firstReceiver: Holder | null
  readonly holder: Holder | null
  readonly receivedAt: Date
  readonly receivedOn: BusinessDate
  readonly acceptedOn: BusinessDate | null
  readonly decidedOn: BusinessDate | null
  readonly completedAt: Date | null
  readonly commitDays: number
  readonly open: boolean
  /** When the running deadline ends: first the look at the papers, then the commitment. */
  readonly urgentAt: Date
  /** From when it counts as nearly due (蓝); equal to `urgentAt` when that never happens. */
  readonly warnAt: Date
  readonly reply: Reply | null
  readonly rating: {
    readonly level: RatingLevel
    readonly reasons: readonly string[]
    readonly comment: string
    /** The villager agreed that the words reach whoever handled it. */
    readonly passOn?: boolean
    /** How it came in; from the villager's own phone when absent. */
    readonly source?: 'call' | 'paper'
    readonly by: string
    readonly at: Date
  } | null
  /** 整改以后再评的那一次; the first stays beside it. */
  readonly rerating?: {
    readonly level: RatingLevel
    readonly comment: string
    readonly at: Date
  }
}
