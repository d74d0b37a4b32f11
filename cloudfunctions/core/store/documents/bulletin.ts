/** 每月通报. */
import type { Table } from '../../domain/bulletin/table'
import type { Month, Sections } from '../../domain/bulletin/text'
import type { Matter } from './matter'

/** 更正: what is frozen is never changed, only added to. */
export interface Addendum {
  readonly at: Date
  readonly byName: string
  readonly text: string
}

export interface BulletinDocument extends Matter {
  readonly state: 'draft' | 'published'
  readonly month: Month
  readonly title: string
  readonly table: Table
  readonly sections: Sections
  readonly addenda: readonly Addendum[]
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  /** SHA-256 of title, month, table and text as they were published; null before. */
  readonly hash: string | null
}
