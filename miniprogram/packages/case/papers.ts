/** What is said of a paper while it is photographed. */
import type { PaperState } from '../../services/papers'

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
