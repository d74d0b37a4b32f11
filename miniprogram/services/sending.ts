/**
 * How what was handed in goes out: once, in order, with the photos first. Every step is written down
 * before the next, so that an app that is killed goes on where it stopped.
 */
import { keptMe, me } from './account'
import { dropCache, writeCache } from './cache'
import { call, CallError, isOffline, sayWhy } from './call'
import { CASES_KEY, caseKey } from './case'
import { draftTexts } from './drafts'
import { INBOX_KEY } from './office'
import {
  addPiece,
  changePiece,
  closeOwnDraft,
  forgetPhotos,
  namedInOutbox,
  outbox,
  pieceOf,
  takePiece,
} from './outbox'
import type { Begun, Piece, Receipt, WaitingPhoto } from './outbox'
import { photoIsThere, sweepPhotos } from './photo-files'
import { uploadPhoto } from './upload'

export interface Outcome {
  /** No signal: it goes out by itself. */
  readonly waiting: boolean
  /** Null while it waits, and for papers of a matter that has its number. */
  readonly receipt: Receipt | null
}

/** What went wrong with the last try, for the page that waits for it. */
const failures = new Map<string, Error>()
let running = 0
let last: Promise<unknown> = Promise.resolve()

/** Nothing may be mended or dropped meanwhile: it may have arrived already. */
export const isSending = (): boolean => running > 0

/** Sends everything that waits, one after the other; answers how many went out. */
export function sendWaiting(): Promise<number> {
  const run = last.then(sendAll)
  last = run.catch(() => undefined)
  return run
}

/** There is a signal: what waits goes out, and the person is told. */
export function signalCame(): void {
  if (running > 0 || !outbox().some(({ state }) => state === 'waiting')) return
  void sendWaiting().then(
    (sent) => {
      if (sent > 0) void wx.showToast({ title: `${String(sent)}件送出去了`, icon: 'none' })
    },
    () => undefined,
  )
}

/**
 * Hands in what a page has ready.
 *
 * @throws CallError what the server refused, or that the phone is full and has no signal: the draft
 *   is as it was
 */
export async function sendOrKeep(begun: Begun): Promise<Outcome> {
  const kept = addPiece(begun)
  await sendWaiting()
  const { state, answer } = pieceOf(begun.id) ?? { state: 'sent', answer: null }
  const failure = failures.get(begun.id)
  if (state === 'waiting' && kept && (failure === undefined || isOffline(failure))) {
    closeOwnDraft(begun)
    return { waiting: true, receipt: null }
  }
  takePiece(begun.id)
  if (state === 'sent') return { waiting: false, receipt: answer }
  throw failure === undefined || isOffline(failure) ? phoneFull() : failure
}

const phoneFull = () =>
  new CallError('PHONE_FULL', '网断了，手机也存满了，没存下。别关这一页，有信号再交。', true)

async function sendAll(): Promise<number> {
  running++
  let sent = 0
  try {
    // Whose it is must be known first.
    if (!keptMe() && !(await me().catch(() => null))) return 0
    for (const { id } of outbox()) {
      const piece = pieceOf(id)
      if (piece?.state !== 'waiting') continue
      failures.delete(id)
      if (await delivered(piece)) sent++
      else if (pieceOf(id)?.state === 'waiting') break
    }
  } finally {
    running--
  }
  return sent
}

/** False when it was refused, or has to wait. */
async function delivered(piece: Piece): Promise<boolean> {
  try {
    const ready = await withPhotos(piece)
    const answer = await call('case', ready.action, ready.input)
    arrived(ready, 'queryCode' in answer.case ? answer.case : null)
    return true
  } catch (error) {
    failures.set(piece.id, error as Error)
    const waits = isOffline(error) || (error instanceof CallError && error.retryable)
    changePiece(piece.id, {
      state: waits ? 'waiting' : 'refused',
      why: isOffline(error) ? '' : sayWhy(error),
      code: error instanceof CallError ? error.code : '',
    })
    return false
  }
}

function arrived(piece: Piece, answer: Receipt | null): void {
  const { id, input, receipt } = piece
  changePiece(id, { state: 'sent', answer })
  closeOwnDraft(piece)
  forgetPhotos(piece)
  if (answer) writeCache(`receipt:${answer.id}`, { ...answer, ...receipt })
  for (const key of [CASES_KEY, INBOX_KEY]) dropCache(key)
  if ('id' in input) dropCache(caseKey(input.id))
}

/** With every photo in the cloud; one that the phone has lost is left out, and that is said. */
async function withPhotos(start: Piece): Promise<Piece> {
  let piece = start
  for (const photo of start.photos) {
    const fileId = (await photoIsThere(photo.path))
      ? await uploadPhoto(photo.path, photo.name)
      : undefined
    piece = withPhoto(piece, photo, fileId)
    changePiece(piece.id, piece)
  }
  if (piece.action === 'supplement' && piece.input.materials.length === 0) {
    throw new CallError('PHOTO_LOST', '照片不在手机里了。再拍一次，或者送到窗口。')
  }
  return piece
}

function withPhoto(piece: Piece, { key }: WaitingPhoto, fileId: string | undefined): Piece {
  const { [key]: entry, ...papers } = piece.form.papers
  const { action, input } = piece
  const photos = piece.photos.filter((photo) => photo.key !== key)
  if (fileId === undefined) {
    // A supplement is its photos; elsewhere a paper without one is brought.
    const materials = input.materials.filter((one) => action !== 'supplement' || one.key !== key)
    const why = '有照片打不开了，到时自己带。'
    return {
      ...piece,
      photos,
      why,
      input: { ...input, materials },
      form: { ...piece.form, papers },
    }
  }
  const materials = input.materials.map((one) => (one.key === key ? { key, fileId } : one))
  const sent = { ...entry, state: 'sent' as const, fileId }
  return {
    ...piece,
    photos,
    input: { ...input, materials },
    form: { ...piece.form, papers: { ...papers, [key]: sent } },
  }
}

/** Drops photos that nothing names any more; only when the app starts and nothing is begun. */
export function tidyPhotos(): void {
  const drafts = draftTexts()
  sweepPhotos((path) => drafts.includes(path) || namedInOutbox(path))
}
