/** 一天: who is there today at one place. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { DayTally } from '../../domain/bulletin/queue-day'
import type { DayCounts, QueueState } from '../../domain/queue'
import type { Stored } from './matter'

/** What came of it when they were served. */
export type Came = 'done' | 'case' | 'consultation' | 'again'

export interface QueueEntry {
  /** The seat's id, or of the request for those who just came. */
  readonly id: string
  readonly no: number
  readonly name: string
  readonly villageId: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly units: readonly string[]
  readonly arrivedAt: Date
  readonly dueAt: Date | null
  /** 优先: why, and who decided it. */
  readonly priority: { readonly reason: string; readonly byName: string; readonly at: Date } | null
  readonly state: QueueState
  /** Who called last, at which window. */
  readonly call: {
    readonly key: string
    readonly by: string
    readonly window: string
    readonly at: Date
  } | null
  readonly outcome: {
    readonly key: string
    readonly came: Came
    readonly note: string
    readonly at: Date
  } | null
  /** 接着办的: by which request, and the number of the matter when one was made. */
  readonly made?: readonly { readonly key: string; readonly number: string | null }[]
}

export interface DayDocument extends Stored {
  readonly v: number
  readonly venueId: string
  readonly date: BusinessDate
  readonly entries: readonly QueueEntry[]
  /** When the day is over: only the counts remain. */
  readonly counts: (DayCounts & Partial<DayTally>) | null
  readonly nextDueAt?: Date
}
