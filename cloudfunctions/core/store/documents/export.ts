/** 台账导出: who took which matters out of the program, and why. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Stored } from './matter'

export interface ExportDocument extends Stored {
  readonly v: number
  readonly at: Date
  readonly by: { readonly account: string; readonly name: string }
  /** Matters received on these days. */
  readonly from: BusinessDate
  readonly to: BusinessDate
  /** Names and phones in full, for the reason that was given; null when they are masked. */
  readonly reason: string | null
  readonly rows: number
  /** The file, while it is there. */
  readonly fileId: string | null
  readonly content: string
  /** When the file is taken away. */
  readonly nextDueAt?: Date
}
