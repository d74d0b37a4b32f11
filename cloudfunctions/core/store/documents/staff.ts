/** 上班的人之间的事: 交接, 值班, 空岗, 培训, 邀请. */
import type { BusinessDate, WallTime } from '../../../../miniprogram/shared/dates'
import type { HandoverState } from '../../domain/flows/handover'
import type { DutyKind, DutyState } from '../../domain/roster'
import type { Sealed } from '../../kernel/crypto'
import type { StaffProfile } from './account'
import type { Matter, Stored } from './matter'

/** Somebody at work, as others at work see them: name, post, office phone. */
export interface StaffRef {
  readonly account: string
  readonly staffId: string
  readonly name: string
  readonly post: string
  readonly phone: string
}

/** 交接: who is away, who answers meanwhile, what there is to know. */
export interface Handover extends Matter {
  readonly state: HandoverState
  /** Accounts of both sides. */
  readonly parties: readonly string[]
  readonly kind: 'leave' | 'emergency'
  readonly from: StaffRef
  readonly to: StaffRef
  readonly start: BusinessDate
  readonly until: BusinessDate
  /** Departments whose matters the receiver may handle meanwhile. */
  readonly units: readonly string[]
  /** The village whose agent is away. */
  readonly villageId: string | null
  /** What there is to know; numbers of matters, no names of villagers. */
  readonly note: string
  readonly createdAt: Date
}

/** 班: one person on one day for one thing. */
export interface Duty extends Matter {
  readonly state: DutyState
  readonly kind: DutyKind
  readonly date: BusinessDate
  /** `hall`, `station` or a village. */
  readonly placeId: string
  readonly placeName: string
  readonly start: WallTime
  readonly end: WallTime
  readonly staff: StaffRef
  /** Accounts of whoever has it and whoever is asked to take it. */
  readonly parties: readonly string[]
  /** 换班: who is asked to take it. */
  readonly swap: StaffRef | null
  /** 交班记录: what the next one should know. */
  readonly note: string
}

/** 空岗: a window at which nobody is left. */
export interface Gap extends Matter {
  readonly state: 'open' | 'covered'
  readonly window: string
  readonly date: BusinessDate
  readonly at: Date
  /** Who left it last. */
  readonly left: string
  readonly coveredBy: string
}

/** 培训 */
export interface Training extends Stored {
  readonly v: number
  readonly title: string
  readonly date: BusinessDate
  readonly start: WallTime
  readonly place: string
  /** Departments that were asked to come. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly attended: readonly {
    readonly account: string
    readonly name: string
    readonly unit: string | null
    readonly at: Date
  }[]
  readonly content: string
  readonly byName: string
}

/** 邀请: binds one person's WeChat to a post, once. */
export interface Invitation extends Stored {
  readonly v: number
  readonly state: 'open' | 'used' | 'withdrawn'
  readonly profile: StaffProfile
  readonly code: Sealed
  readonly codeHash: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly byName: string
  /** The request that made it. */
  readonly content: string
  /** Account and request that used it, to recognise a repeat. */
  readonly usedBy: string | null
  readonly usedKey: string | null
}

/** Wrong codes of one person, on the last day on which there were some. */
export interface InvitationGuesses extends Stored {
  readonly day: BusinessDate
  readonly count: number
}
