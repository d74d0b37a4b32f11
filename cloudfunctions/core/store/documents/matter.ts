/** What every stored document has, and what a matter is: state, log, notices to send. */
import type { TemplateKey } from '../../wechat/templates'
import type { AbPost } from '../../domain/posts'
import type { StaffRole } from './account'

export interface Stored {
  readonly _id: string
  readonly township: string
  readonly schema: number
}

/** Whom a notice is for; units, roles and villages are resolved to people when it is sent. */
export type Recipient =
  | { readonly account: string }
  /** A department: its A post, or its B post when asked for. */
  | { readonly unit: string; readonly post?: AbPost }
  | { readonly role: StaffRole }
  /** 带班领导 of the day on which it is sent. */
  | { readonly duty: 'leader' }
  /** 代办员 of a village. */
  | { readonly agentOf: string }

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
  /** When the last event was; set by every write, so that counting finds what changed. */
  readonly touchedAt?: Date
}
