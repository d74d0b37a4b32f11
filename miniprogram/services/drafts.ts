/**
 * Forms that were begun: kept as typed, so that a call, a lost network or a closed WeChat loses
 * nothing. Each draft carries the request id of what it will become.
 */
import { newRequestId } from './request-id'
import { forget, readStored, store, storedKeys } from './storage'

export interface Draft<T> {
  readonly requestId: string
  readonly form: T
  /** When it was last changed, milliseconds. */
  readonly at: number
}

const keyOf = (name: string): string => `draft:${name}`

/** The draft that was begun, or a new one; a person's id for this request stays the same. */
export function openDraft<T>(name: string, empty: T): Draft<T> {
  const kept = readStored<Draft<T>>(keyOf(name))
  if (kept) return { ...kept, form: { ...empty, ...kept.form } }
  return saveDraft(name, { requestId: newRequestId(), form: empty, at: Date.now() })
}

/** The request id of a draft; undefined when nothing was begun under this name. */
export const draftRequest = (name: string): string | undefined =>
  readStored<Draft<unknown>>(keyOf(name))?.requestId

export function keepForm<T>(name: string, draft: Draft<T>, form: T): Draft<T> {
  return saveDraft(name, { ...draft, form, at: Date.now() })
}

/** It became what it was for. */
export const closeDraft = (name: string): void => {
  forget(keyOf(name))
}

/** Every draft as it is kept, as one text. */
export const draftTexts = (): string =>
  JSON.stringify(storedKeys(keyOf('')).map((key) => readStored(key)))

/** Names of drafts that begin with `prefix`. */
export const draftNames = (prefix: string): string[] =>
  storedKeys(keyOf(prefix)).map((key) => key.slice(keyOf('').length))

function saveDraft<T>(name: string, draft: Draft<T>): Draft<T> {
  store(keyOf(name), draft)
  return draft
}
