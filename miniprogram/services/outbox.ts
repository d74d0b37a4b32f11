/**
 * 等信号的: what people handed in, written down before the first try. What had no signal stays here
 * until it has gone out, or until somebody says otherwise; nothing is lost when WeChat is closed.
 */
import type { Input, Output } from '../../typings/wire'
import { keptMe } from './account'
import { closeDraft, draftRequest, keepForm } from './drafts'
import type { Papers } from './papers'
import { dropPhoto } from './photo-files'
import { readStored, store } from './storage'

/** The actions that wait for a signal, and take papers. */
export type Waiting = 'submit' | 'supplement' | 'intake'
export type Receipt = Output<'case', 'submit'>['case']

export interface WaitingPhoto {
  /** Which paper it shows. */
  readonly key: string
  readonly path: string
  /** Its name in the cloud: sent twice, it is there once. */
  readonly name: string
}

export interface Begun {
  /** The request id: however often it is sent, it becomes one matter. */
  readonly id: string
  readonly action: Waiting
  readonly input: Input<'case', Waiting>
  /** `临时救助，覃大旺` */
  readonly title: string
  /** Where it is mended, and the draft that the page works on. */
  readonly page: string
  readonly draft: string
  readonly form: { readonly papers: Papers }
  /** What the receipt says beside the answer. */
  readonly receipt: { readonly itemName: string; readonly papers: readonly string[] }
}

export interface Piece extends Begun {
  /** The account that handed it in: on a shared phone nobody sends another's papers. */
  readonly who: string
  /** Photos that are not in the cloud yet. */
  readonly photos: readonly WaitingPhoto[]
  readonly at: number
  readonly state: 'waiting' | 'refused' | 'sent'
  /** Why it waits or was refused; of what was sent, what to know about it. */
  readonly why: string
  /** The code of the refusal; else empty. */
  readonly code: string
  readonly answer: Receipt | null
}

const KEY = 'outbox'
/** WeChat keeps 1 MB under one key, some 500 of these; nobody waits for so many. */
const MOST = 60

let pieces: readonly Piece[] | undefined
const listeners = new Set<() => void>()

const all = (): readonly Piece[] => (pieces ??= readStored<Piece[]>(KEY) ?? [])

/** Answers whether it is safe on the phone, and not only in memory. */
function keep(next: readonly Piece[]): boolean {
  pieces = next
  const kept = store(KEY, next)
  for (const told of listeners) told()
  return kept
}

/** Tells of every change, until the answer is called. */
export function followOutbox(told: () => void): () => void {
  listeners.add(told)
  return () => void listeners.delete(told)
}

const whoIsHere = (): string => keptMe()?.account?.id ?? ''

/** Mine, in the order in which they were handed in. */
export function outbox(): Piece[] {
  const here = whoIsHere()
  return all().filter(({ who }) => who === here || !who || !here)
}

export const pieceOf = (id: string): Piece | undefined => all().find((one) => one.id === id)

/** False when the phone is full: it must not be closed before it is sent. */
export function addPiece(begun: Begun): boolean {
  const photos = Object.entries(begun.form.papers).flatMap(([key, { path, fileId, state }], n) =>
    path && !fileId && state === 'failed' ? [{ key, path, name: `${begun.id}-${String(n)}` }] : [],
  )
  const piece: Piece = {
    ...begun,
    photos,
    who: whoIsHere(),
    at: Date.now(),
    state: 'waiting',
    why: '',
    code: '',
    answer: null,
  }
  const others = all().filter(({ id }) => id !== begun.id)
  return keep([...others, piece]) && others.length < MOST
}

export function changePiece(id: string, part: Partial<Piece>): void {
  keep(all().map((one) => (one.id === id ? { ...one, ...part } : one)))
}

/** Out of the box; the photos of the form stay. */
export function takePiece(id: string): void {
  keep(all().filter((one) => one.id !== id))
}

/** It arrived, or nobody wants it any more: its photos go too. */
export function forgetPhotos({ form }: Begun): void {
  for (const { path } of Object.values(form.papers)) if (path) dropPhoto(path)
}

/** The page on which it is mended; it becomes a draft again, and keeps its number of request. */
export function mendPiece({ id, draft, form, page }: Piece): string {
  const begun = draftRequest(draft)
  const name = begun === undefined || begun === id ? draft : `${draft}:${id}`
  keepForm(name, { requestId: id, form, at: Date.now() }, form)
  takePiece(id)
  return `${page}${page.includes('?') ? '&' : '?'}draft=${encodeURIComponent(name)}`
}

/** The draft that this came from, unless something else was begun under its name. */
export function closeOwnDraft({ id, draft }: Begun): void {
  if (draftRequest(draft) === id) closeDraft(draft)
}

/** Whether a file is named by anything that waits here. */
export const namedInOutbox = (path: string): boolean => JSON.stringify(all()).includes(path)
