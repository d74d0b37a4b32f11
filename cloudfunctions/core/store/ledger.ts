/**
 * 台账: the chains of all matters, checked one after another. Who changes a byte of what was done
 * breaks a link, and the first broken one is named.
 */
import type { CollectionName } from './collections'
import type { MatterEvent } from './documents/matter'
import { brokenLink } from './events'
import type { Damage } from './events'
import { businessDate } from '../../../miniprogram/shared/dates'

/** Kinds of matters with a chain, by collection, as people call them. */
export const LEDGERS = {
  cases: '办件',
  orders: '交办单',
  issues: '反映的事',
  mediations: '调解',
  consultations: '咨询',
  rectifications: '整改',
  checks: '八有检查',
  duties: '值班',
} as const satisfies Partial<Record<CollectionName, string>>

export type LedgerName = keyof typeof LEDGERS

export const LEDGER_NAMES = Object.keys(LEDGERS) as LedgerName[]

export const DAMAGES: Readonly<Record<Damage, string>> = {
  place: '前面少了一条，或者多了一条',
  link: '接不上前面那条',
  event: '这一条被改过',
  words: '写的话被改过',
  state: '后面的被删了，或者状态被改过',
}

/** What of a matter the check looks at. */
export interface LedgerDocument {
  readonly _id: string
  readonly state: string
  readonly number?: string
  readonly log: readonly MatterEvent[]
}

export interface BrokenMatter {
  readonly kind: string
  /** Number of the matter; its id where it has none. */
  readonly number: string
  readonly n: number
  readonly of: number
  readonly why: string
  readonly on: string
}

/** The first broken link of one matter, in words; null when its chain holds. */
export function brokenMatter(ledger: LedgerName, doc: LedgerDocument): BrokenMatter | null {
  const broken = brokenLink(doc.log, doc.state)
  if (!broken) return null
  const at = doc.log[broken.n - 1]?.at
  return {
    kind: LEDGERS[ledger],
    number: doc.number ?? doc._id,
    n: broken.n,
    of: doc.log.length,
    why: DAMAGES[broken.damage],
    on: at instanceof Date && !Number.isNaN(+at) ? businessDate(at) : '',
  }
}
