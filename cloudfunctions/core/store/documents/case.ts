/** 一件事. */
import type { BusinessDate, WallTime } from '../../../../miniprogram/shared/dates'
import type { Pause } from '../../domain/deadline'
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
  /** The paper itself lies at the window or with the agent. */
  readonly inHand: boolean
}

/** Somebody on the township's side, as shown to the villager: name, post, office phone. */
export interface Holder {
  readonly account: string | null
  readonly name: string
  readonly post: string
  readonly phone: string
}

/** 一样要补的材料 */
export interface MissingPaper {
  readonly key: string
  readonly name: string
  /** What is wrong with it, in plain words: 没盖章. */
  readonly reason: string
  readonly givenAt: Date | null
}

/** 一次性告知: one list with everything on it. */
export interface SupplementNotice {
  readonly on: BusinessDate
  readonly byName: string
  readonly missing: readonly MissingPaper[]
  /** After this day somebody asks whether the villager still wants it. */
  readonly dueOn: BusinessDate
  /** Why it could not be known in time; null for the first notice before acceptance. */
  readonly exception: string | null
}

/** 容缺受理: a written promise with list, day and consequence. */
export interface ConditionalPromise {
  readonly keys: readonly string[]
  readonly dueOn: BusinessDate
  readonly consequence: string
  readonly keptOn: BusinessDate | null
}

/** 转办: the first receiver stays responsible until another accepts. */
export interface Transfer {
  readonly state: 'asked' | 'declined'
  readonly unit: string
  readonly unitName: string
  readonly unitPhone: string
  readonly reason: string
  readonly byName: string
  readonly at: Date
  /** Why the other unit does not take it; null while it has not said. */
  readonly declined: string | null
}

export interface Extension {
  readonly state: 'asked' | 'granted' | 'declined'
  readonly reason: string
  readonly days: number
  readonly byName: string
  readonly answeredBy: string | null
}

/** 一起办的部门: a branch of a joint approval, or one that the leader asked to help. */
export interface Partner {
  readonly unit: string
  readonly unitName: string
  /** 看什么 */
  readonly task: string
  readonly opinion: {
    readonly outcome: 'approve' | 'refuse'
    readonly text: string
    readonly byName: string
    readonly at: Date
  } | null
}

/** 联合踏勘: one visit for all, by two officers or more (行政许可法 34). */
export interface Survey {
  readonly on: BusinessDate
  readonly at: WallTime
  readonly officers: readonly string[]
  readonly report: string | null
}

/** 公示: fields that the law allows, taken down when the period ends. */
export interface Publicity {
  readonly from: BusinessDate
  /** The last day, inclusive. */
  readonly until: BusinessDate
  /** Emptied at the end. */
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly objections: readonly {
    readonly n: number
    readonly at: Date
    readonly text: string
    readonly contact: Sealed | null
  }[]
  readonly ended: boolean
}

/** 委托代办 */
export interface Authorisation {
  readonly how: 'phone' | 'scan' | 'thumbprint'
  /** Two, when somebody who cannot write gives a thumbprint. */
  readonly witnesses: readonly string[]
  readonly fileId: string | null
  readonly on: BusinessDate
}

/** 原件: listed when taken, signed for when returned. */
export interface Original {
  readonly n: number
  readonly name: string
  readonly takenOn: BusinessDate
  readonly takenBy: string
  readonly returnedOn: BusinessDate | null
  readonly signedBy: string | null
}

/** 送上级的一步 */
export interface ExternalStep {
  readonly n: number
  readonly to: string
  readonly receiptNumber: string | null
  readonly handedOn: BusinessDate
  readonly expectedOn: BusinessDate
  readonly result: string | null
  readonly resultOn: BusinessDate | null
}

/** 领导意见: needs an answer. */
export interface LeaderOpinion {
  readonly n: number
  readonly byName: string
  readonly text: string
  readonly on: BusinessDate
  readonly answer: { readonly byName: string; readonly text: string } | null
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
  /** Whose list it is on: the unit, those that help or are asked, `leader` and `head`. */
  readonly desks: readonly string[]
  readonly steps: readonly { readonly name: string; readonly by: string }[]
  readonly villageId: string
  /** Who handed it in or joined by query code; null for somebody without WeChat. */
  readonly ownerId: string | null
  readonly agentId: string | null
  /** How it came in: the phone, an agent, the window, a paper slip entered later. */
  readonly via: 'phone' | 'agent' | 'window' | 'slip'
  /** 停电断网时的纸条: its number, when it was entered, who countersigned. */
  readonly slip: {
    readonly number: string
    readonly enteredAt: Date
    readonly countersignedBy: string
  } | null
  readonly applicant: { readonly name: string; readonly contact: Contact }
  /** 一起申请的人: the applicant is one of at most five representatives. */
  readonly coApplicants: readonly string[]
  /** The number of the earlier matter that this one goes on from. */
  readonly linkedTo: string | null
  /** 号票: the number at the window with which it began. */
  readonly ticket?: {
    readonly venueId: string
    readonly date: BusinessDate
    readonly id: string
    readonly no: number
  } | null
  readonly materials: readonly CaseMaterial[]
  readonly note: string
  /** 首问负责 */
  readonly firstReceiver: Holder | null
  readonly holder: Holder | null
  readonly receivedAt: Date
  readonly receivedOn: BusinessDate
  /** 打过电话: the last time a leader called because nobody had opened it. */
  readonly called?: { readonly at: Date; readonly byName: string; readonly toName: string }
  /** When the unit first opened it. */
  readonly signedAt: Date | null
  readonly acceptedOn: BusinessDate | null
  readonly acceptedHow: 'complete' | 'conditional' | 'deemed' | null
  readonly reopenedOn: BusinessDate | null
  readonly decidedOn: BusinessDate | null
  /** When it ended, whichever way: completed, refused or withdrawn. */
  readonly endedOn: BusinessDate | null
  readonly completedAt: Date | null
  readonly commitDays: number
  /** The day on which the papers asked for were complete. */
  readonly suppliedOn: BusinessDate | null
  readonly supplements: readonly SupplementNotice[]
  readonly promise: ConditionalPromise | null
  /** Since when somebody is to ask whether a matter without its papers is still wanted. */
  readonly lateSince: BusinessDate | null
  readonly withdrawal: 'own' | 'late' | null
  readonly refusal: { readonly reason: string; readonly whereTo: string } | null
  readonly pauses: readonly Pause[]
  readonly extension: Extension | null
  readonly transfer: Transfer | null
  readonly partners: readonly Partner[]
  readonly survey: Survey | null
  readonly publicity: Publicity | null
  readonly authorisation: Authorisation | null
  readonly originals: readonly Original[]
  /** 代办员三个工作日内把材料送到乡里 */
  readonly carry: { readonly dueOn: BusinessDate; readonly doneOn: BusinessDate | null } | null
  readonly external: readonly ExternalStep[]
  /** Its number on the provincial platform. */
  readonly platformNumber: string | null
  readonly opinions: readonly LeaderOpinion[]
  readonly priority: { readonly reason: string; readonly byName: string } | null
  /** Accounts that declared a conflict of interest: never asked again for this matter. */
  readonly conflicts: readonly string[]
  /** 过世: notices and invitations stop; heirs go on. */
  readonly deceased: { readonly on: BusinessDate; readonly heir: string | null } | null
  readonly delivery: {
    readonly how: 'pickup' | 'cadre' | 'agent' | 'post'
    readonly signedBy: string
    readonly on: BusinessDate
  } | null
  /** 跑了几趟: times the villager came to a counter for it. */
  readonly trips: number
  /** Reminders that were given, so that none is given twice. */
  readonly reminded: readonly string[]
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
