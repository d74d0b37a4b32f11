/** 村室的检查, 公示栏, 制度和问答的文字. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { EightHaves } from '../../domain/eight-haves'
import type { VenueCheckState } from '../../domain/flows/venue-check'
import type { Matter, Stored } from './matter'

/** 八有检查: what was there, what is missing, who puts it right by when. */
export interface VenueCheck extends Matter {
  readonly state: VenueCheckState
  readonly placeId: string
  readonly placeName: string
  /** Accounts of whoever inspected and of the room's agents. */
  readonly parties: readonly string[]
  readonly on: BusinessDate
  readonly at: Date
  readonly inspector: { readonly account: string; readonly name: string }
  readonly haves: EightHaves
  readonly note: string
  /** Photos are voluntary. */
  readonly fileId: string | null
  /** 整改: until when; null when nothing is missing. */
  readonly fixBy: BusinessDate | null
  /** The day was counted in working days and moves with the holidays; otherwise a person chose it. */
  readonly fixByCounted?: boolean
  readonly fixed: { readonly text: string; readonly fileId: string | null } | null
}

/** 公示栏: a sheet on the board of a place. */
export interface Announcement extends Stored {
  readonly v: number
  readonly placeId: string
  readonly title: string
  readonly text: string
  readonly at: Date
  readonly until: BusinessDate
  /** Taken down before its time. */
  readonly withdrawn: boolean
  readonly byName: string
  readonly content: string
}

export type TextKind = 'rule' | 'wording' | 'template' | 'faq'

/** 制度, 文明用语, 文书样式, 问答: edited by the administrator, every version is kept. */
export interface TextDocument extends Stored {
  readonly v: number
  readonly kind: TextKind
  readonly id: string
  readonly order: number
  readonly title: string
  readonly text: string
  /** 示例, until the township confirms it. */
  readonly sample: boolean
  readonly retired: boolean
  /** Codes of items that an answer is about, and words that find it. */
  readonly items: readonly string[]
  readonly keywords: readonly string[]
  /** True once somebody wrote it here: the seed leaves it alone. */
  readonly edited: boolean
  readonly history: readonly TextVersion[]
}

export interface TextVersion {
  readonly at: Date
  readonly byName: string
  readonly title: string
  readonly text: string
  readonly key: string
  readonly content: string
}
