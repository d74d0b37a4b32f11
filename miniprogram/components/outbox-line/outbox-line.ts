import { go } from '../../services/navigate'
import { followOutbox, outbox } from '../../services/outbox'
import type { Piece } from '../../services/outbox'

/** The most pressing first; each with what comes of it. */
const KINDS: readonly {
  readonly state: Piece['state']
  readonly tone: string
  readonly icon: string
  readonly title: string
  readonly text: string
}[] = [
  {
    state: 'refused',
    tone: 'act',
    icon: 'error-circle',
    title: '件没送成',
    text: '点开看哪里要改',
  },
  { state: 'waiting', tone: 'warn', icon: 'wifi-off', title: '件等信号', text: '有信号会自动送出' },
  { state: 'sent', tone: 'brand', icon: 'check-circle', title: '件送到了', text: '点开看编号' },
]

/** 1件等信号: a line that leads to what waits; nothing when nothing does. */
Component({
  data: { lines: [] as { tone: string; icon: string; title: string; text: string }[] },
  lifetimes: {
    attached() {
      const show = () => {
        const pieces = outbox()
        const lines = KINDS.flatMap(({ state, title, ...kind }) => {
          const count = pieces.filter((piece) => piece.state === state).length
          return count > 0 ? [{ ...kind, title: `${String(count)}${title}` }] : []
        })
        this.setData({ lines })
      }
      show()
      Object.assign(this, { stop: followOutbox(show) })
    },
    detached() {
      ;(this as unknown as { stop?: () => void }).stop?.()
    },
  },
  methods: {
    open() {
      go('/packages/case/outbox/outbox')
    },
  },
})
