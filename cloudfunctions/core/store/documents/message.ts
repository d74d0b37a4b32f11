/** 消息箱, and the ledger of WeChat permits. */
import type { TemplateKey } from '../../wechat/templates'
import type { Stored } from './matter'

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
