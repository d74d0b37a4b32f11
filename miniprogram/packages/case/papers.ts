/** A paper while it is photographed: what it says and shows, in handing in and in bringing later. */

/** 拍照 正在传 拍好了 用以前的 没传上 自己带 到时填 */
export type PaperState = 'empty' | 'sending' | 'sent' | 'again' | 'failed' | 'bring' | 'form'

export interface PaperEntry {
  readonly state: PaperState
  /** The photo on the phone. */
  readonly path?: string
  readonly fileId?: string
  /** The phone cannot show its photo any more. */
  readonly lost?: boolean
}

interface PaperTag {
  readonly tone: string
  readonly icon: string
  readonly text: string
}

export const TAGS: Readonly<Record<PaperState, PaperTag | null>> = {
  empty: null,
  sending: { tone: 'info', icon: 'refresh', text: '正在传' },
  sent: { tone: 'ok', icon: 'check-circle', text: '拍好了' },
  again: { tone: 'ok', icon: 'history', text: '用以前的' },
  failed: { tone: 'act', icon: 'error-circle', text: '没传上' },
  bring: { tone: 'off', icon: 'user', text: '自己带' },
  form: { tone: 'off', icon: 'edit', text: '到时填' },
}
