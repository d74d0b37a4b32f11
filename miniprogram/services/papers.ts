/** A paper while it is photographed: in handing in, in bringing later, at the counter. */
import { CallError, sayWhy } from './call'
import { keepPhoto } from './photo-files'
import { takePhoto, uploadPhoto } from './upload'

/** 拍照 正在传 拍好了 用以前的 没传上 自己带 到时填 */
export type PaperState = 'empty' | 'sending' | 'sent' | 'again' | 'failed' | 'bring' | 'form'

export interface PaperEntry {
  readonly state: PaperState
  /** The photo on the phone. */
  readonly path?: string
  readonly fileId?: string
  /** The phone cannot show its photo any more. */
  readonly lost?: boolean
  /** The phone is full: the photo is gone when WeChat closes. */
  readonly unsaved?: boolean
}

export type Papers = Readonly<Record<string, PaperEntry>>

export interface PaperPage {
  setPaper(key: string, entry: PaperEntry): void
  setData(change: object): void
}

/** Takes a photo of the paper and sends it; the person may change their mind. */
export async function shootPaper(page: PaperPage, key: string): Promise<void> {
  try {
    const photo = await takePhoto()
    if (photo) await sendPaper(page, key, photo.path)
  } catch (error) {
    page.setData({
      trouble: { title: '没拍成', text: sayWhy(error), again: '', code: 'NO_CAMERA' },
    })
  }
}

/** Without a signal the photo stays on the phone and goes with what it is for. */
export async function sendPaper(page: PaperPage, key: string, path: string): Promise<void> {
  page.setPaper(key, { state: 'sending', path })
  try {
    page.setPaper(key, { state: 'sent', path, fileId: await uploadPhoto(path) })
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    const kept = await keepPhoto(path)
    page.setPaper(
      key,
      kept ? { state: 'failed', path: kept } : { state: 'failed', path, unsaved: true },
    )
  }
}

/** What was under way when the page closed is not under way any more. */
export const settledPapers = (papers: Papers): Record<string, PaperEntry> =>
  Object.fromEntries(
    Object.entries(papers).map(([key, entry]) => [
      key,
      entry.state === 'sending' ? { ...entry, state: 'failed' as const } : entry,
    ]),
  )
