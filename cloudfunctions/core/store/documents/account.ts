/** 一个微信号在本乡是谁: resident and staff. */
import type { BusinessDate, WallTime } from '../../../../miniprogram/shared/dates'
import type { AbPost } from '../../domain/posts'
import type { Sealed } from '../../kernel/crypto'
import type { Stored } from './matter'

export type StaffRole =
  | 'agent'
  | 'window'
  | 'cadre'
  | 'leader'
  /** 本机关负责人：只有他能批延期 */
  | 'head'
  | 'supervisor'
  | 'admin'

/** 工作身份 */
export interface StaffProfile {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly roles: readonly StaffRole[]
  readonly department: string | null
  readonly departmentName: string | null
  /** Departments whose matters this person handles. */
  readonly units: readonly string[]
  readonly villageId: string | null
  readonly window: string | null
  readonly phone: string
  /** AB岗: a task goes to A first, to B when A is away or does not open it; A when left out. */
  readonly abPost?: AbPost
}

export interface Contact {
  readonly by: 'phone' | 'relative' | 'agent' | 'paper'
  readonly phone: Sealed | null
}

export interface ResidentProfile {
  readonly name: string
  readonly villageId: string
  readonly contact: Contact
  readonly idNumber: Sealed | null
  readonly idHash: string | null
  readonly consentAt: Date
  /** The request that wrote it, to recognise a repeat. */
  readonly key: string
  readonly content: string
}

/** 家里人 */
export interface FamilyMember {
  readonly id: string
  readonly name: string
  readonly relation: string
  readonly villageId: string
}

/** 去向牌: no reason, no position. */
export interface Whereabouts {
  readonly state: 'in' | 'village' | 'out' | 'leave'
  readonly from: BusinessDate
  readonly until: BusinessDate
  /** Back at this time of the last day; null for the whole day. */
  readonly backAt: WallTime | null
  readonly substitute: {
    readonly name: string
    readonly phone: string
    /** Left out by older clients' statements. */
    readonly account?: string
  } | null
}

/** 请好的假: what hangs on the door on these days unless the person says otherwise. */
export interface PlannedLeave extends Whereabouts {
  readonly handoverId: string
}

/** 谁听说了什么: kept while the seats are to come, so that who heard of an absence hears its end. */
export interface ToldPresence {
  /** Counts the tellings: the same words a second time are other news. */
  readonly count: number
  /** The last day of which anything was told. */
  readonly until: BusinessDate
  readonly seats: readonly {
    readonly id: string
    readonly words: string
    readonly count: number
  }[]
}

/** 替岗: whose matters this person may handle meanwhile. */
export interface Cover {
  readonly handoverId: string
  readonly account: string
  readonly units: readonly string[]
  /** The village of an agent who is away. */
  readonly villageId: string | null
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** What an administrator did to a staff profile. */
export interface StaffChange {
  readonly at: Date
  readonly byName: string
  readonly text: string
  readonly key: string
  readonly content: string
}

/** 一个微信号在本乡是谁 */
export interface Account extends Stored {
  readonly v: number
  readonly openid: string
  /** 家里人: people for whom this person books and hands in. */
  readonly family?: readonly FamilyMember[]
  /** 去向; only said about staff, and only for the days it names. */
  readonly whereabouts?: Whereabouts
  readonly planned?: readonly PlannedLeave[]
  readonly covers?: readonly Cover[]
  readonly staffLog?: readonly StaffChange[]
  /** What was told last to those who have a number with this person. */
  readonly told?: ToldPresence
  /** When those who have a number with this person have to be told where they are. */
  readonly nextDueAt?: Date
  readonly resident: ResidentProfile | null
  readonly staff: StaffProfile | null
}
