/**
 * The shapes of stored documents. Every document carries its township, the version of its shape
 * (`schema`, upgraded when read) and, when it is a matter, `v`, `log`, `out` and `nextDueAt`.
 */
import type { ApplicationState } from '../domain/flows/application'
import type { RatingCounts, RatingLevel } from '../domain/rating'
import type { SlotTemplate } from '../domain/slots'
import type { Sealed } from '../kernel/crypto'
import type { TemplateKey } from '../wechat/templates'
import type { BusinessDate, WallTime } from '../../../miniprogram/shared/dates'

export interface Stored {
  readonly _id: string
  readonly township: string
  readonly schema: number
}

/** Whom a notice is for; units and roles are resolved to people when it is sent. */
export type Recipient =
  { readonly account: string } | { readonly unit: string } | { readonly role: StaffRole }

/** 通知: lives in the document that caused it until it is in the inbox and at WeChat. */
export interface Notice {
  readonly id: string
  readonly to: Recipient
  readonly template: TemplateKey
  readonly title: string
  readonly text: string
  /** The page it opens, e.g. `/packages/case/progress/progress?id=…`. */
  readonly target: string
  /** Values of the WeChat template, cut to length when sent. */
  readonly values: Readonly<Record<string, string>>
  readonly at: Date
  /** Not before this moment: quiet hours. */
  readonly notBefore: Date
}

/** One step in the life of a matter; append-only, chained by hash, without personal data in clear. */
export interface MatterEvent {
  readonly n: number
  readonly at: Date
  /** Account id of who did it, or `system`. */
  readonly by: string
  readonly action: string
  readonly from: string | null
  readonly to: string
  /** Hash of caller, action and requestId: finds a repeat. */
  readonly key: string
  /** Hash of the content: finds the same requestId with other content. */
  readonly content: string
  /** SHA-256 of salt and canonical JSON of what is said beside it. */
  readonly commitment: string
  readonly prev: string
  readonly hash: string
  /** What people read; dropped on erasure, the chain still verifies. */
  readonly said: { readonly salt: string; readonly byName: string; readonly text: string } | null
}

/** 一件事: a document that is the unit of truth for one matter. */
export interface Matter extends Stored {
  readonly v: number
  readonly state: string
  readonly log: readonly MatterEvent[]
  readonly out: readonly Notice[]
  readonly nextDueAt?: Date
}

export type StaffRole = 'agent' | 'window' | 'cadre' | 'leader' | 'supervisor' | 'admin'

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
  readonly substitute: { readonly name: string; readonly phone: string } | null
}

/** 一个微信号在本乡是谁 */
export interface Account extends Stored {
  readonly v: number
  readonly openid: string
  /** 家里人: people for whom this person books and hands in. */
  readonly family?: readonly FamilyMember[]
  /** 去向; only said about staff, and only for the days it names. */
  readonly whereabouts?: Whereabouts
  readonly resident: ResidentProfile | null
  readonly staff: StaffProfile | null
}

/** 一个座位就是一次预约 */
export interface Seat {
  readonly id: string
  readonly who: string
  readonly by: string
  readonly name: string
  readonly no: number
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly note: string
  readonly contact: Contact | null
  readonly bookedAt: Date
  readonly content: string
  readonly reminded: boolean
}

export interface PastSeat extends Seat {
  readonly cancelledAt: Date
  readonly reason: string
  readonly cancelKey: string
  readonly cancelContent: string
}

export interface Slot extends Stored {
  readonly v: number
  readonly state: 'open' | 'closed'
  readonly venueId: string
  readonly venueName: string
  readonly venueAddress: string
  readonly venuePhone: string
  readonly date: BusinessDate
  readonly start: WallTime
  readonly end: WallTime
  readonly startAt: Date
  readonly capacity: number
  readonly remaining: number
  readonly base: number
  readonly seats: readonly Seat[]
  readonly past: readonly PastSeat[]
  /** Every seat ever given, kept for look-up by id and by booker. */
  readonly issued: readonly { readonly id: string; readonly by: string }[]
  readonly out: readonly Notice[]
  readonly nextDueAt?: Date
}

/** 一人半天一个号 */
export interface Claim extends Stored {
  readonly slotId: string
  readonly seatId: string
  readonly at: Date
  readonly nextDueAt: Date
}

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
    readonly by: string
    readonly at: Date
  } | null
}

export interface Message extends Stored {
  readonly to: string
  readonly title: string
  readonly text: string
  readonly target: string
  readonly at: Date
  readonly read: boolean
  /** What became of it at WeChat; `unknown` is never sent again. */
  readonly delivery: 'waiting' | 'claimed' | 'sent' | 'refused' | 'unknown' | 'failed'
}

export interface Permits extends Stored {
  readonly v: number
  /** The last request that added permits, to recognise its repeat. */
  readonly lastKey: string
  readonly counts: Readonly<Partial<Record<TemplateKey, number>>>
}

/** 一天的满意度，按部门分 */
export interface RatingRollup extends Stored {
  readonly kind: 'rating'
  readonly day: BusinessDate
  readonly departments: Readonly<
    Record<string, { readonly counts: RatingCounts; readonly eligible: number }>
  >
}

/** 服务事项, with what its guide says about people and places. */
export interface ItemDocument extends Stored {
  readonly catalogVersion: string
  /** 示例, until the township confirms it. */
  readonly sample: boolean
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  /** Initials and syllables of name and aliases, for the search on the phone. */
  readonly pinyin: readonly string[]
  readonly category: string
  readonly department: string
  readonly level: 'village' | 'township' | 'county'
  readonly mode: 'direct' | 'proxy' | 'joint' | 'booking' | 'consultation'
  readonly instant: boolean
  readonly commitDays: number
  readonly legalDays: number | null
  readonly legalBasis: string | null
  readonly audience: string
  readonly conditions: readonly string[]
  readonly materials: readonly {
    readonly key: string
    readonly name: string
    readonly form: string
    readonly count: number
    readonly required: boolean
    readonly source: 'self' | 'issued' | 'village'
    readonly note: string | null
  }[]
  readonly steps: readonly {
    readonly name: string
    readonly by: string
    readonly days: number | null
  }[]
  readonly inPerson: boolean
  readonly visits: number
  readonly fee: { readonly charged: boolean; readonly text: string }
  readonly result: string
  readonly tips: readonly string[]
  readonly unit: {
    readonly id: string
    readonly name: string
    readonly formerName: string | null
    readonly phone: string
    readonly window: string
  }
  readonly people: readonly {
    readonly name: string
    readonly post: string
    readonly phone: string
  }[]
}

/** 办事的地方 */
export interface PlaceDocument extends Stored {
  readonly id: string
  readonly order: number
  readonly kind: 'hall' | 'station' | 'village'
  readonly name: string
  readonly sample: boolean
  readonly address: string
  readonly phone: string
  readonly hours: string
  readonly villageId: string | null
  readonly agent: { readonly name: string; readonly phone: string } | null
}

/** The home page in one document. */
export interface HomeDirectory extends Stored {
  readonly kind: 'home'
  readonly info: {
    readonly sample: boolean
    readonly name: string
    readonly county: string
    readonly station: { readonly name: string; readonly phone: string; readonly hours: string }
    readonly supervisorPhone: string
  }
  readonly categories: readonly {
    readonly id: string
    readonly name: string
    readonly icon: string
  }[]
  readonly villages: readonly {
    readonly id: string
    readonly name: string
    readonly agent: { readonly name: string; readonly phone: string } | null
  }[]
  readonly thursday: SlotTemplate
}

/** Which slots to open, and how far they are open already. */
export interface SlotSettings extends Stored {
  readonly v: number
  readonly kind: 'slots'
  readonly templates: Readonly<Record<string, SlotTemplate>>
  readonly venues: readonly {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly phone: string
    readonly template: string
  }[]
  readonly horizonDays: number
  readonly openUntil: BusinessDate | null
  readonly nextDueAt: Date
}

/** The daily recount of statistics. */
export interface RollupSettings extends Stored {
  readonly v: number
  readonly kind: 'rollups'
  readonly doneUntil: BusinessDate | null
  readonly nextDueAt: Date
}

/** 20个部门, in the township's own order. */
export interface DepartmentDirectory extends Stored {
  readonly kind: 'departments'
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}
