/** How a matter comes into being: its first event, its first notices, when it is due by itself. */
import { dueWith } from './commit'
import type { RequestKey } from './commit'
import type { Matter, Notice } from './documents/matter'
import { nextEvent } from './events'

/** Whose act it is, when, and by which request. A call of a known caller is one. */
export interface Birth {
  readonly township: string
  readonly now: Date
  readonly caller: { readonly id: string; readonly name: string }
  readonly request: RequestKey
}

/** What the timers begin: `key` is the same however often they run. */
export const bornOfItself = (township: string, now: Date, key: string): Birth => ({
  township,
  now,
  caller: { id: 'system', name: '' },
  request: { key, content: '' },
})

interface First<State> {
  /** The hash of the request when it is not given. */
  readonly _id?: string
  readonly action: string
  readonly state: State
  readonly text: string
  /** The version of the document's shape; 1 when it never changed. */
  readonly schema?: number
}

interface Life<Doc> {
  /** When something is due by itself. */
  readonly dueAt?: (doc: Doc) => Date | undefined
  readonly tell?: (doc: Doc) => readonly Notice[]
}

/** A new matter, not stored yet: `facts` are what this kind of matter has beside every other. */
export function newMatter<Doc extends Matter>(
  { township, now, caller, request }: Birth,
  { _id = request.key, action, state, text, schema = 1 }: First<Doc['state']>,
  facts: Omit<Doc, keyof Matter>,
  { dueAt, tell }: Life<Doc> = {},
): Doc {
  const event = nextEvent(null, {
    at: now,
    by: caller.id,
    byName: caller.name,
    action,
    to: state,
    text,
    ...request,
  })
  const common: Matter = { _id, township, schema, v: 1, state, log: [event], out: [] }
  const silent = { ...facts, ...common } as Doc
  const out = tell?.(silent) ?? []
  const nextDueAt = dueWith(dueAt?.(silent), out)
  return { ...silent, out, ...(nextDueAt ? { nextDueAt } : {}) }
}
