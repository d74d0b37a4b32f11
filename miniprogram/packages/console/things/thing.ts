/** What the one editor needs to know of a thing. */
import type { Field, Values } from '../../../shared/form/fields'

/** 谁改过: one step, as people read it. */
export interface Step {
  readonly at: string
  readonly who: string
  readonly text: string
}

export interface Opened {
  readonly title: string
  readonly values: Values
  /** Goes back with the change; undefined for what is new. */
  readonly version?: number
  readonly steps: readonly Step[]
  /** Where one can go from here. */
  readonly links?: readonly { readonly text: string; readonly url: string }[]
}

export interface Sending {
  readonly id: string
  readonly part: string
  /** Only what was written here. */
  readonly change: Values
  /** All of it, with what was written here. */
  readonly values: Values
  readonly version: number | undefined
  readonly requestId: string
}

export interface Thing {
  readonly title: string
  /** What saving does, below the title. */
  readonly lead: string
  /** The word on the button. */
  readonly send: string
  readonly fields: (part: string) => readonly Field[]
  /** `id` is empty for a new one. */
  readonly open: (id: string, part: string) => Promise<Opened>
  /** Answers the page that comes next; empty for the one before. */
  readonly save: (sending: Sending) => Promise<string>
}

/** Stored moments as people read them. */
export const step = (at: Date | string, who: string, text: string): Step => ({
  at: typeof at === 'string' ? at : at.toISOString(),
  who,
  text,
})
