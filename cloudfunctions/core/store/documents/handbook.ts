/** 《百事通》发到每一户. */
import type { Stored } from './matter'

/** 一户: only what one needs to find the door. */
export interface Household extends Stored {
  readonly villageId: string
  /** 户号, unique in its village. */
  readonly no: string
  readonly group: string
  readonly head: string | null
}

/** 发了一本: once for each household and edition. */
export interface Delivery extends Stored {
  readonly version: string
  readonly villageId: string
  readonly no: string
  readonly at: Date
  readonly by: string
  readonly byName: string
  /** The request that wrote it, to recognise a repeat. */
  readonly key: string
}
