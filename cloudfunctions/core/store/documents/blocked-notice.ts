/** 拦下的第二次告知: asked for more papers although the one notice was given, without a reason. */
import type { Stored } from './matter'

export interface BlockedNotice extends Stored {
  readonly caseId: string
  readonly number: string
  readonly itemName: string
  readonly unit: string
  readonly unitName: string
  readonly villageId: string
  readonly at: Date
  readonly by: { readonly account: string; readonly name: string }
  /** What would have been asked for. */
  readonly papers: readonly string[]
  readonly content: string
}
