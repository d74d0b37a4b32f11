/** 事项的改动. */
import type { Edition, ItemContent } from '../../domain/item'
import type { Matter } from './matter'

/** `draft`: never public yet. Whether its latest edition has begun, the edition says. */
export type ItemState = 'draft' | 'public' | 'retired'

/** Everything that happened to one matter of the catalogue: its draft, every edition, who did it. */
export interface ItemRecord extends Matter {
  readonly state: ItemState
  readonly code: string
  /** What somebody is writing; complete only when it is made public. */
  readonly draft: Partial<ItemContent> | null
  readonly editions: readonly Edition[]
}
